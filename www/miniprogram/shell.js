// One app over all pages: it lives as long as the mini-program, the pages come and go.

const { loadEngine } = require("./engine.js");
const { createHost } = require("./host.js");
const { createYidiApp } = require("./present.js");
const router = require("./router.js");

/** Longer than any phone takes to paint: a page that went away meanwhile never calls back. */
const PAINT_LIMIT_MS = 500;

let app = null;
/** The page in front. */
let front = null;

function afterPaint(work) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    if (front) front.attempt(work);
    else work();
  };
  if (front) front.setData({ painting: true }, once);
  setTimeout(once, PAINT_LIMIT_MS);
}

/** What the presenters ask of the pages. */
const pages = {
  afterPaint,
  go: (route, how) => front && front.letGo(() => router.go(route, how)),
  back: () => front && front.letGo(router.back),
};

/** The app, made once. A failure is not kept: the next call tries again. */
function startApp() {
  if (app) return Promise.resolve(app);
  return loadEngine().then((yidi) => {
    if (!app) {
      const host = createHost(yidi, pages);
      app = createYidiApp({ yidi, host, onChange: () => front && front.draw() });
    }
    return app;
  });
}

function comeToFront(page) {
  front = page;
}

function leaveFront(page) {
  if (front === page) front = null;
}

module.exports = { startApp, comeToFront, leaveFront };
