import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { build } from "esbuild";
import { TmplGroup } from "glass-easel-template-compiler";
import { compileWxss } from "./vendor-compiler.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));

const HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>mini-program host</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="host.css">
</head>
<body><script src="host.js"></script></body>
</html>
`;

/** Every file of a mini-program package, as paths with `/`, sorted. */
export async function packageFiles(appDir) {
  const entries = await readdir(appDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(appDir.length + 1));
  return files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.startsWith("node_modules/"))
    .sort();
}

async function readTexts(appDir, files, extension) {
  const names = files.filter((file) => file.endsWith(extension));
  const texts = await Promise.all(names.map((file) => readFile(join(appDir, file), "utf8")));
  return Object.fromEntries(names.map((file, index) => [file.slice(0, -extension.length), texts[index]]));
}

/** The template functions glass-easel runs, as one JavaScript expression. */
function compileTemplates(templates) {
  const group = new TmplGroup();
  for (const [path, text] of Object.entries(templates)) {
    const problems = group.addTmpl(path, text);
    if (problems.length > 0) throw new Error(`${path}.wxml: ${problems.map(String).join("; ")}`);
  }
  const code = group.getTmplGenObjectGroups();
  group.free();
  return code;
}

/** In a component's style sheet WeChat takes classes only, which reach its own elements alone: its prefix stands before each, as the engine writes it. */
function scoped(css, scope, path) {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const selectors = [...rules.matchAll(/([^{}]+)\{/g)].map(([, selector]) => selector.trim());
  for (const selector of selectors) {
    const bare = selector.replace(/::?[\w-]+(?:\([^)]*\))?/g, "").replace(/\.[\w-]+/g, "");
    if (!selector.startsWith("@") && /[\w#[]/.test(bare))
      throw new Error(`${path}.wxss: only classes are allowed in a component: ${selector}`);
  }
  return rules.replace(/([^{}]+)\{/g, (rule) => rule.replace(/\.(?=[a-zA-Z_-])/g, `.${scope}--`));
}

async function compileStyles(appDir, files, configs) {
  const names = files.filter((file) => file.endsWith(".wxss"));
  const styles = await Promise.all(names.map((file) => compileWxss(appDir, file)));
  const entries = names.map((file, index) => {
    const path = file.slice(0, -".wxss".length);
    if (!configs[path]?.component) return [path, { css: styles[index], scope: "" }];
    const scope = path.split("/").pop();
    return [path, { css: scoped(styles[index], scope, path), scope }];
  });
  return Object.fromEntries(entries);
}

function parseConfigs(texts) {
  const configs = {};
  for (const [path, text] of Object.entries(texts)) {
    try {
      configs[path] = JSON.parse(text);
    } catch (error) {
      throw new Error(`${path}.json: ${error.message}`);
    }
  }
  return configs;
}

/** Compressed modules are unpacked here, as the phone does it before it compiles them. */
async function copyModules(appDir, outDir, files) {
  const modules = files.filter((file) => file.endsWith(".wasm") || file.endsWith(".wasm.br"));
  for (const file of modules) {
    const bytes = await readFile(join(appDir, file));
    const target = join(outDir, "package", file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, file.endsWith(".br") ? brotliDecompressSync(bytes) : bytes);
  }
  return modules;
}

/**
 * Makes a static folder that shows a native mini-program's own files in a browser, on WeChat's template and component
 * engine (glass-easel). It proves that the pages run on a WeChat-compatible runtime in Chromium; nothing about a phone.
 * @param {{ appDir: string, outDir: string, replaced?: Record<string, string> }} options `replaced` gives scripts by path that stand in
 *   for the package's own
 */
export async function buildHost({ appDir, outDir, replaced = {} }) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const files = await packageFiles(appDir);
  const configs = parseConfigs(await readTexts(appDir, files, ".json"));
  const app = {
    configs,
    scripts: { ...(await readTexts(appDir, files, ".js")), ...replaced },
    styles: await compileStyles(appDir, files, configs),
    templates: compileTemplates(await readTexts(appDir, files, ".wxml")),
    modules: await copyModules(appDir, outDir, files),
  };
  await writeFile(join(outDir, "app.json"), JSON.stringify(app));
  await writeFile(join(outDir, "index.html"), HTML);
  await cp(join(HERE, "browser", "host.css"), join(outDir, "host.css"));
  await build({
    entryPoints: [join(HERE, "browser", "main.js")],
    outfile: join(outDir, "host.js"),
    bundle: true,
    format: "iife",
    target: "es2022",
    logLevel: "warning",
  });
}
