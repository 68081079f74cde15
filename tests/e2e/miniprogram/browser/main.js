// Shows a native mini-program on WeChat's template and component engine, with a router, `wx.*`, built-in tags and base
// styles of its own. What a test on it proves: the pages run on a WeChat-compatible runtime in Chromium. They are not
// thereby verified on devices.

import * as glassEasel from "glass-easel";
import { MiniProgramEnv } from "glass-easel-miniprogram-adapter";
import { BUILT_IN_TAGS, defineBuiltInTags } from "./built-in-tags.js";
import { createModules } from "./modules.js";
import { createRouter } from "./router.js";
import { createWebAssembly } from "./webassembly.js";
import { createRecord, createWx } from "./wx.js";

/** As WeChat does, a tag `view` becomes an element `wx-view`, so that the browser's own tags keep out of the way. */
function elementMaker(componentTags) {
  return function createElement(tag) {
    if (tag === "body" || tag === "wx-page") return document.createElement(tag);
    if (!BUILT_IN_TAGS.includes(tag) && !componentTags.has(tag))
      throw new Error(`this host has no tag <${tag}>`);
    return document.createElement(`wx-${tag}`);
  };
}

function createBackend(componentTags) {
  const backend = new glassEasel.CurrentWindowBackendContext();
  backend.document = {
    createElement: elementMaker(componentTags),
    createTextNode: (text) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  };
  backend.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detail, options);
    glassEasel.Event.dispatchEvent(target, event);
    return event.defaultPrevented()
      ? glassEasel.EventBubbleStatus.NoDefault
      : glassEasel.EventBubbleStatus.Normal;
  });
  return backend;
}

/** Page data crosses from the script's thread to the page's as JSON on a phone: what JSON cannot carry is a fault. */
function watchSetData(page, record) {
  const { setData } = page;
  page.setData = function (changes, callback) {
    for (const [path, value] of Object.entries(changes)) {
      if (value === undefined) console.error(`setData: "${path}" is undefined`);
    }
    const text = JSON.stringify(changes);
    record.setDataBytes.push(text.length);
    setData.call(this, JSON.parse(text), callback && (() => callback.call(this)));
  };
}

/** A page may use the app's components beside its own. */
function withGlobalComponents(configs) {
  const { usingComponents = {} } = configs.app;
  const merged = (config) => ({
    ...config,
    usingComponents: { ...usingComponents, ...config.usingComponents },
  });
  return Object.fromEntries(Object.entries(configs).map(([path, config]) => [path, merged(config)]));
}

function createApp(source, configs) {
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace("app", true);
  defineBuiltInTags(space.getComponentSpace());
  const templates = new Function(`return ${source.templates}`)();
  for (const [path, content] of Object.entries(templates)) {
    space.addCompiledTemplate(path, { groupList: templates, content });
  }
  for (const [path, config] of Object.entries(configs)) space.addComponentStaticConfig(path, config);
  for (const [path, { scope }] of Object.entries(source.styles)) space.addStyleSheet(path, path, scope);
  return { env, space };
}

function tagsOf(configs) {
  return new Set(Object.values(configs).flatMap(({ usingComponents }) => Object.keys(usingComponents)));
}

/** Loads the scripts of the components that a page needs, and of those that they need. */
function componentLoader(configs, load) {
  const loaded = new Set();
  return function loadComponents(path) {
    for (const used of Object.values(configs[path].usingComponents)) {
      const component = used.replace(/^\//, "");
      if (loaded.has(component)) continue;
      loaded.add(component);
      loadComponents(component);
      load(component);
    }
  };
}

function pageMaker({ env, space, source, configs, load, record }) {
  const backend = env.associateBackend(createBackend(tagsOf(configs)));
  for (const [path, { css }] of Object.entries(source.styles)) backend.registerStyleSheetContent(path, css);
  const loadComponents = componentLoader(configs, load);
  return function createPage(path) {
    loadComponents(path);
    load(path);
    const root = backend.createRoot("wx-page", space, path);
    const page = root.get();
    watchSetData(page, record);
    root.attach(document.body, document.body.appendChild(document.createElement("div")));
    const element = root.getComponent().getBackendElement();
    const remove = () => {
      root.release();
      element.remove();
    };
    return { page, element, remove };
  };
}

function showShell({ window: shown = {} }) {
  const button = document.createElement("div");
  button.className = "host-menu";
  button.textContent = "•••　◎";
  button.setAttribute("aria-hidden", "true");
  document.body.append(button);
  if (shown.navigationStyle === "custom") return;
  const bar = document.createElement("header");
  bar.className = "host-bar";
  bar.textContent = shown.navigationBarTitleText ?? "";
  document.body.classList.add("with-bar");
  document.body.prepend(bar);
}

/** Rules that are newer than those in the package, as a test wants them. */
async function updatePacks(modules) {
  if (!window.newerPacks) return;
  const yidi = modules("miniprogram_npm/yidi/index");
  await yidi.init();
  for (const pack of window.newerPacks) yidi.addPack(pack);
}

async function start() {
  glassEasel.globalOptions.writeIdToDOM = true;
  const source = await (await fetch("app.json")).json();
  const configs = withGlobalComponents(source.configs);
  const record = createRecord();
  const { env, space } = createApp(source, configs);
  showShell(source.configs.app);
  const registered = { app: {} };
  let router;
  const shared = {
    wx: createWx(window, record, () => router),
    WXWebAssembly: createWebAssembly(source.modules),
    App: (options) => Object.assign(registered.app, options),
    getApp: () => registered.app,
    getCurrentPages: () => router.getCurrentPages(),
  };
  /** `Page` and `Component` mean the page or component whose script is being loaded, from whichever module they are called. */
  let entry = "";
  const modules = createModules(source.scripts, () => ({
    ...shared,
    Page: (definition) => space.component(entry).pageDefinition(definition).register(),
    Component: (definition) => space.component(entry).definition(definition).register(),
  }));
  const load = (path) => {
    entry = path;
    return modules(path);
  };
  const createPage = pageMaker({ env, space, source, configs, load, record });
  router = createRouter(createPage, source.configs.app.pages);
  const { phoneBack, hideApp, showApp } = router;
  window.host = record;
  window.phone = {
    back: phoneBack,
    hide: hideApp,
    show: showApp,
    pages: () => router.getCurrentPages().map(({ route }) => route),
    launch: (url) => router.api.reLaunch({ url }),
    push: (url) => router.api.navigateTo({ url, fail: () => {} }),
  };
  await updatePacks(modules);
  load("app");
  if (registered.app.onLaunch) registered.app.onLaunch({});
  router.launch(new URLSearchParams(window.location.search).get("page") ?? source.configs.app.pages[0]);
}

start();
