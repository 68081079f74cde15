import { buildIfChanged } from "./build.mjs";
import { webSourceDir } from "./build-paths.mjs";
import { setup } from "./setup.mjs";

const DEFAULT_PORT = 5173;

/** @param {string | undefined} text */
function parsePort(text) {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`PORT 不是端口号 / is not a port: ${text}`);
  return port;
}

async function main() {
  const port = parsePort(process.env.PORT);
  setup("build");
  await buildIfChanged();
  // An npm package: there only after set-up.
  const { preview } = await import("vite");
  const server = await preview({
    root: webSourceDir,
    logLevel: "warn",
    preview: { host: "127.0.0.1", port, strictPort: Boolean(process.env.PORT) },
  });
  const url = server.resolvedUrls?.local[0];
  console.log(`\n  异地就医报销预估：${url}\n  Estimate for care away from the insured region: ${url}\n`);
  console.log("  按 Ctrl+C 结束 / press Ctrl+C to stop");
}

await main().catch((error) => {
  console.error(`start: ${error.message}`);
  process.exitCode = 1;
});
