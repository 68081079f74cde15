import { execFile } from "node:child_process";
import { chmod, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const FOLDERS = { darwin: "mac", linux: "linux" };

/**
 * WeChat's own compilers, as the npm package `miniprogram-compiler` carries them. Its JavaScript wrapper is not used:
 * on a broken stylesheet it loses the compiler's message and fails on something else.
 */
async function vendorBinary(name) {
  const folder = FOLDERS[process.platform];
  if (!folder) throw new Error(`WeChat's compilers are not packed for ${process.platform}`);
  const file = join(dirname(require.resolve("miniprogram-compiler/package.json")), "bin", folder, name);
  const { mode } = await stat(file);
  if (!(mode & 0o100)) await chmod(file, 0o755);
  return file;
}

async function compile(name, args, cwd) {
  try {
    const { stdout } = await run(await vendorBinary(name), args, { cwd, maxBuffer: 16 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    throw new Error(`${name}: ${error.stderr || error.stdout || error.message}`);
  }
}

/** Compiles templates (paths inside `root`) with WeChat's WXML compiler; throws with file, line and column. */
export function compileWxml(root, files) {
  return compile("wcc", ["-d", "-cc", "0", ...files, "-gn", "$gwx"], root);
}

/** Compiles one stylesheet with WeChat's WXSS compiler to the CSS of a page, `rpx` as 1/750 of the screen's width. */
export async function compileWxss(root, file) {
  const css = await compile("wcsc", ["-lc", file], root);
  return css
    .replaceAll("%%HERESUFFIX%%", "")
    .replace(/%%\?(-?[\d.]+)rpx\?%%/g, (_, size) => `calc(100vw * ${size} / 750)`);
}
