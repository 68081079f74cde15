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

/** A screen that is open below is gone back to, so that the way back never leads through the same screen twice. */
function goBackTo(index, pages) {
  const delta = pages.length - 1 - index;
  if (delta > 0) move("navigateBack", { delta });
}

/** @param {string} route @param {"push" | "replace" | "home"} [how] */
function go(route, how) {
  const pages = getCurrentPages();
  const open = pages.map(routeOf).lastIndexOf(route);
  if (open >= 0) goBackTo(open, pages);
  else if (how === "home") move("reLaunch", { url: addressOf(route) });
  else if (how === "replace" || pages.length >= DEEPEST) move("redirectTo", { url: addressOf(route) });
  else move("navigateTo", { url: addressOf(route) });
}

/** To the page before; where nothing is before, home. */
function back() {
  if (getCurrentPages().length > 1) move("navigateBack", { delta: 1 });
  else go("home", "home");
}

module.exports = { go, back };
