// Shows a native mini-program on WeChat's template and component engine, with a router, `wx.*`, built-in tags and base
// styles of its own. What a test on it proves: the pages run on a WeChat-compatible runtime in Chromium. They are not
// thereby verified on devices.

import * as glassEasel from "glass-easel";
import { MiniProgramEnv } from "glass-easel-miniprogram-adapter";
import { BUILT_IN_TAGS, defineBuiltInTags } from "./built-in-tags.js";
import { createModules } from "./modules.js";
import { createWebAssembly } from "./webassembly.js";
import { createRecord, createWx } from "./wx.js";

/** As WeChat does, a tag `view` becomes an element `wx-view`, so that the browser's own tags keep out of the way. */
function createElement(tag) {
  if (tag === "body" || tag === "wx-page") return document.createElement(tag);
  if (!BUILT_IN_TAGS.includes(tag)) throw new Error(`this host has no tag <${tag}>`);
  return document.createElement(`wx-${tag}`);
}

function createBackend() {
  const backend = new glassEasel.CurrentWindowBackendContext();
  backend.document = {
    createElement,
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

function createApp(source) {
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace("app", true);
  defineBuiltInTags(space.getComponentSpace());
  const templates = new Function(`return ${source.templates}`)();
  for (const [path, content] of Object.entries(templates)) {
    space.addCompiledTemplate(path, { groupList: templates, content });
  }
  for (const [path, config] of Object.entries(source.configs)) space.addComponentStaticConfig(path, config);
  return { env, space };
}

function addStyles(backend, space, styles) {
  for (const [path, css] of Object.entries(styles)) {
    backend.registerStyleSheetContent(path, css);
    space.addStyleSheet(path, path, "");
  }
}

function showPage({ env, space, source, record }, path) {
  const backend = createBackend();
  const associated = env.associateBackend(backend);
  addStyles(associated, space, source.styles);
  const root = associated.createRoot("wx-page", space, path);
  const page = root.get();
  watchSetData(page, record);
  const placeholder = document.body.appendChild(document.createElement("div"));
  root.attach(document.body, placeholder);
  for (const lifetime of ["onLoad", "onShow", "onReady"]) {
    if (page[lifetime]) page[lifetime](lifetime === "onLoad" ? {} : undefined);
  }
}

function showBar(config) {
  const bar = document.createElement("header");
  bar.className = "host-bar";
  bar.textContent = config.window?.navigationBarTitleText ?? "";
  document.body.prepend(bar);
}

async function start() {
  glassEasel.globalOptions.writeIdToDOM = true;
  const source = await (await fetch("app.json")).json();
  const record = createRecord();
  window.host = record;
  const { env, space } = createApp(source);
  showBar(source.configs.app);
  const registered = { app: {} };
  const shared = {
    wx: createWx(window, record),
    WXWebAssembly: createWebAssembly(source.modules),
    App: (options) => Object.assign(registered.app, options),
    getApp: () => registered.app,
  };
  const load = createModules(source.scripts, (path) => ({
    ...shared,
    Page: (definition) => space.component(path).pageDefinition(definition).register(),
  }));
  load("app");
  if (registered.app.onLaunch) registered.app.onLaunch({});
  const [first] = source.configs.app.pages;
  load(first);
  showPage({ env, space, source, record }, first);
}

start();
