// The package as WeChat's tools would take it.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { before, describe, test } from "node:test";
import { parse } from "acorn";
import { transform } from "esbuild";
import { packageFiles } from "./build-host.mjs";
import { APP, needBuild } from "./serving.mjs";
import { compileWxml, compileWxss } from "./vendor-compiler.mjs";

const MOST_BYTES = 500_000;

describe("the package", () => {
  let files;
  before(async () => {
    await needBuild();
    files = await packageFiles(APP);
  });
  const named = (extension) => files.filter((file) => file.endsWith(extension));
  const read = async (file) => JSON.parse(await readFile(join(APP, file), "utf8"));

  async function scratch(name, text, run) {
    const folder = await mkdtemp(join(tmpdir(), "miniprogram-syntax-"));
    await writeFile(join(folder, name), text);
    try {
      await run(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  test("WeChat's compiler takes every template, and refuses a broken one", async () => {
    const templates = named(".wxml");
    assert.ok(templates.includes("components/blocks/blocks.wxml"));
    await compileWxml(APP, templates);
    await scratch("bad.wxml", "<view>\n<text></view>", async (folder) => {
      await assert.rejects(compileWxml(folder, ["bad.wxml"]), /bad\.wxml:2:9: expect end-tag `text`/);
    });
  });

  test("WeChat's compiler takes every stylesheet, and refuses a broken one", async () => {
    const styles = named(".wxss");
    assert.ok(styles.length > 0);
    for (const style of styles) assert.ok((await compileWxss(APP, style)).length > 0, style);
    await scratch("bad.wxss", ".a { color: red;\n .b }}{", async (folder) => {
      await assert.rejects(compileWxss(folder, "bad.wxss"), /bad\.wxss\(2:/);
    });
  });

  test("every script is ES2018, and the check refuses ES2020", async () => {
    const scripts = named(".js");
    assert.ok(scripts.includes("miniprogram_npm/yidi/index.js"));
    const check = (text) => parse(text, { ecmaVersion: 2018, sourceType: "script" });
    for (const file of scripts) check(await readFile(join(APP, file), "utf8"), file);
    assert.throws(() => check("a?.b"), SyntaxError);
  });

  test("app.json names pages and components that are all there, and colours of the theme", async () => {
    for (const file of named(".json")) await read(file);
    const app = await read("app.json");
    const components = Object.values(app.usingComponents).map((path) => path.slice(1));
    for (const path of [...app.pages, ...components]) {
      for (const extension of ["wxml", "js", "json"]) assert.ok(files.includes(`${path}.${extension}`), path);
    }
    const folders = new Set(
      files.filter((file) => file.startsWith("pages/")).map((file) => file.split("/")[1]),
    );
    assert.deepEqual([...folders].sort(), app.pages.map((page) => page.split("/")[1]).sort());
    const theme = await read(app.themeLocation);
    const colours = Object.values(app.window).filter((value) => value.startsWith("@"));
    assert.ok(colours.length > 0);
    for (const colour of colours) {
      assert.ok(colour.slice(1) in theme.light && colour.slice(1) in theme.dark, colour);
    }
    assert.ok(files.includes(app.sitemapLocation));
  });

  test("there is a page for every route of the presenters", async () => {
    const { pages } = await read("app.json");
    const declared = await readFile(join(APP, "..", "present", "view.d.ts"), "utf8");
    const [, union] = /export type Route =([^;]+);/.exec(declared);
    const routes = [...union.matchAll(/"(\w+)"/g)].map(([, route]) => route);
    assert.ok(routes.includes("home"));
    assert.deepEqual([...pages].sort(), routes.map((route) => `pages/${route}/${route}`).sort());
  });

  test("every kind of block the presenters know is drawn", async () => {
    const declared = await readFile(join(APP, "..", "present", "view.d.ts"), "utf8");
    const kinds = new Set([...declared.matchAll(/kind: "(\w+)"/g)].map(([, kind]) => kind));
    assert.ok(kinds.size > 15);
    const templates = named(".wxml").filter((file) => file.startsWith("components/blocks/"));
    const text = (await Promise.all(templates.map((file) => readFile(join(APP, file), "utf8")))).join("\n");
    for (const kind of kinds) {
      const drawn = text.includes(`<template name="${kind}">`) || text.includes(`block.kind === '${kind}'`);
      assert.ok(drawn, kind);
    }
  });

  test("it opens as a project that anyone may open, and asks for no domain", async () => {
    const project = await read("project.config.json");
    assert.equal(project.appid, "touristappid");
    assert.equal(project.compileType, "miniprogram");
    assert.equal(join(APP, project.miniprogramRoot), `${APP}/`);
    const own = named(".js").filter((file) => !/^miniprogram_npm\//.test(file) && file !== "present.js");
    for (const file of own) {
      const text = await readFile(join(APP, file), "utf8");
      assert.doesNotMatch(
        text,
        /https?:\/\/|wx\.(request|uploadFile|downloadFile|connectSocket|login)\b/,
        file,
      );
    }
    assert.match(await readFile(join(APP, "config.js"), "utf8"), /receiver: ""/);
  });

  /** Bytes of a file once WeChat's tools have minified it, as project.config.json tells them to. */
  async function uploadedSize(file) {
    const path = join(APP, file);
    if (file.endsWith(".br")) return (await stat(path)).size;
    const text = await readFile(path, "utf8");
    const loader = { ".js": "js", ".wxss": "css" }[extname(file)];
    const small = loader
      ? (await transform(text, { loader, minify: true, charset: "utf8", target: "es2018" })).code
      : text
          .replace(/<!--[\s\S]*?-->/g, "")
          .replace(/\s+/g, " ")
          .replaceAll("> <", "><");
    return Buffer.byteLength(small);
  }

  test("its tools are told to minify it", async () => {
    const { setting } = await read("project.config.json");
    const { minified, minifyWXML, minifyWXSS } = setting;
    assert.deepEqual(
      { minified, minifyWXML, minifyWXSS },
      { minified: true, minifyWXML: true, minifyWXSS: true },
    );
  });

  test("stays below 500 kB", async (context) => {
    const { packOptions } = await read("project.config.json");
    const isLeftOut = (file) =>
      packOptions.ignore.some(({ type, value }) =>
        type === "suffix" ? file.endsWith(value) : file === value,
      );
    const packed = files.filter((file) => !isLeftOut(file));
    const sizes = await Promise.all(packed.map(uploadedSize));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    context.diagnostic(`as uploaded, with its npm part: ${bytes} bytes in ${packed.length} files`);
    assert.ok(bytes < MOST_BYTES, `${bytes} bytes`);
  });
});
