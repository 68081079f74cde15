// The way from screen to screen over WeChat's stack of pages, which holds ten.

const DEEPEST = 10;

/** A second tap while a page is on its way would open it twice. */
let moving = false;

const addressOf = (route) => `/pages/${route}/${route}`;

const routeOf = (page) => page.route.split("/").pop();

function move(name, options) {
  if (moving) return;
  moving = true;
  const settled = {
    complete: () => {
      moving = false;
    },
  };
  wx[name](Object.assign(settled, options));
}

function goBackTo(index, pages) {
  const delta = pages.length - 1 - index;
  if (delta > 0) move("navigateBack", { delta });
}

/** Where the stack is full, a screen that is open below is gone back to; any other takes the place of the last. */
function goOn(route, pages) {
  const open = pages.map(routeOf).lastIndexOf(route);
  if (pages.length < DEEPEST) move("navigateTo", { url: addressOf(route) });
  else if (open >= 0) goBackTo(open, pages);
  else move("redirectTo", { url: addressOf(route) });
}

function goHome(route, pages) {
  const open = pages.map(routeOf).indexOf(route);
  if (open >= 0) goBackTo(open, pages);
  else move("reLaunch", { url: addressOf(route) });
}

/** @param {string} route @param {"push" | "replace" | "home"} [how] */
function go(route, how) {
  const pages = getCurrentPages();
  if (how === "home") goHome(route, pages);
  else if (how === "replace") move("redirectTo", { url: addressOf(route) });
  else goOn(route, pages);
}

/** To the page before; where nothing is before, home. */
function back() {
  if (getCurrentPages().length > 1) move("navigateBack", { delta: 1 });
  else go("home", "home");
}

module.exports = { go, back };
