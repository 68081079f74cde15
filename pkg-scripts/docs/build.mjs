// The documentation as one site in target/docs: guides, the API reference, and the crate's own pages. `npm run docs`.

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfChanged } from "../build.mjs";
import { inRoot } from "../paths.mjs";
import { run } from "../run.mjs";
import { setup } from "../setup.mjs";
import { installedToolchainEnv } from "../toolchain.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const SITE = inRoot("target", "docs");
const RUST = join(SITE, "rust");

/**
 * The site's own tools, apart from the root's because typedoc needs an older TypeScript. Development dependencies are asked for: a build
 * just before leaves `NODE_ENV=production` behind, by which npm would leave them out.
 */
function installTools() {
  if (!existsSync(join(HERE, "node_modules", ".bin", "typedoc"))) {
    run("npm", ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", `--prefix=${HERE}`]);
  }
}

const README = inRoot("target", "site-readme.md");

/** The site's first page: the README, but that a link to a folder is only its words, since a site has no folders to look into. */
function writeReadme() {
  const isFile = (target) => statSync(inRoot(target), { throwIfNoEntry: false })?.isFile() ?? true;
  const text = readFileSync(inRoot("README.md"), "utf8").replace(
    /\[([^\]]*)\]\((?!https?:|#)([^)]+)\)/g,
    (_, words, target) => (isFile(target) ? `[${words}](../${target})` : words),
  );
  mkdirSync(dirname(README), { recursive: true });
  writeFileSync(README, text);
}

function writeGuidesAndReference() {
  rmSync(SITE, { recursive: true, force: true });
  writeReadme();
  const settings = ["--options", join(HERE, "typedoc.json"), "--tsconfig", join(HERE, "tsconfig.json")];
  const options = [...settings, "--readme", README];
  run(join(HERE, "node_modules", ".bin", "typedoc"), options);
}

function writeCrate() {
  const env = { ...installedToolchainEnv(), RUSTDOCFLAGS: "-Dwarnings" };
  run("cargo", ["doc", "--locked", "--no-deps", "--lib"], { env });
  cpSync(inRoot("target", "doc"), RUST, { recursive: true });
  // rustdoc's own help leads to an index of all crates, which stable Rust does not write.
  writeFileSync(join(RUST, "index.html"), '<meta http-equiv="refresh" content="0; url=yidi/index.html">\n');
}

const pages = () =>
  readdirSync(SITE, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".html"));

/** typedoc writes a link of ours into every page as it stands, whichever folder the page is in. */
function leadToCrate() {
  for (const page of pages().filter((file) => !file.startsWith("rust") && file.includes("/"))) {
    const file = join(SITE, page);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll('href="./rust/', 'href="../rust/'));
  }
}

/** Links of one page to files that are not there. @param {string} page */
function lostLinks(page) {
  const markup = readFileSync(page, "utf8").replace(/<script\b.*?<\/script>/gs, "");
  const targets = [...markup.matchAll(/(?:href|src)="([^"#?]+)[^"]*"/g)].map(([, target]) => target);
  const local = targets.filter((target) => !/^[a-z]+:/i.test(target));
  return [...new Set(local)].filter((target) => !existsSync(resolve(dirname(page), decodeURI(target))));
}

function checkLinks() {
  const lost = pages().flatMap((page) => lostLinks(join(SITE, page)).map((target) => `${page}: ${target}`));
  if (lost.length > 0) throw new Error(`${lost.length} links lead nowhere:\n${lost.slice(0, 20).join("\n")}`);
  console.log(`docs: ${pages().length} pages, every link leads somewhere: ${join(SITE, "index.html")}`);
}

setup("build");
await buildIfChanged();
installTools();
writeGuidesAndReference();
writeCrate();
leadToCrate();
checkLinks();
