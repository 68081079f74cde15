// The page's own drawing over an app that only shows samples: what every kind of block looks like before and beside the real screens.

import { screenWords } from "../../../../www/present/index.js";
import "../../../../www/web/look/index.css";
import { createPage } from "../../../../www/web/page.jsx";
import { SCREENS } from "../../samples.js";

const asked = new URLSearchParams(location.search);

/** Every text of a sample with `hostile` put in; what is no text for a person (ids, kinds, tones …) stays. */
function poisoned(node, hostile, key = "") {
  const codes = ["id", "kind", "tone", "input", "value", "who", "xText", "address"];
  if (typeof node === "string") return codes.includes(key) ? node : `${node}${hostile}`;
  if (Array.isArray(node)) return node.map((each) => poisoned(each, hostile, key));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, poisoned(value, hostile, name)]),
  );
}

function createGallery({ host, onChange }) {
  const typed = {};
  const log = [];
  let announced = 0;
  window.gallery = { log, host };
  const hostile = asked.get("hostile");
  const screens = hostile ? poisoned(SCREENS, hostile) : SCREENS;

  function filled(block) {
    const shown = { ...block };
    if ("value" in block) shown.value = typed[block.id] ?? block.value;
    if ("query" in block) shown.query = typed[`${block.id}.query`] ?? block.query;
    if (block.blocks) shown.blocks = block.blocks.map(filled);
    return shown;
  }

  return {
    routes: () => Object.keys(SCREENS),
    view(route) {
      const { blocks, ...rest } = screens[route];
      const view = { back: { label: "返回" }, language: "zh-CN", route, ...rest, blocks: blocks.map(filled) };
      if (announced) view.announce = { text: `说了 ${announced} 次`, step: announced };
      if (asked.get("lead")) view.focus = { id: asked.get("lead"), step: announced };
      return view;
    },
    act(route, id, value) {
      log.push(["act", route, id, value]);
      announced += 1;
      if (id === "print") host.print(["letter"]);
      else if (SCREENS[id]) host.go(id);
      onChange();
    },
    type(route, id, text) {
      log.push(["type", route, id, text]);
      typed[id] = text;
      onChange();
    },
    enter: (route) => log.push(["enter", route]),
    leave: (route) => log.push(["leave", route]),
    tick: (route) => log.push(["tick", route]),
    back: () => false,
    settings: () => ({ care: asked.has("care"), textSize: asked.get("text") ?? "normal", language: "zh-CN" }),
  };
}

const page = createPage({
  root: document.getElementById("app"),
  wordsOf: screenWords,
  createApp: createGallery,
  foretell: async () => {},
  prepare: async () => ({}),
});
page.open();
