/*
 * Alipay mini-programs, inside a Worker only (the page's own thread has no MYWebAssembly).
 * Contract-tested, not tried on a device.
 *
 * Copy `yidi_bg.wasm` or `miniprogram/yidi_bg.wasm.br` of this package into the app and name its absolute path there:
 * `await init("/wasm/yidi_bg.wasm.br")`. There is no default path, because Alipay's npm build copies no wasm.
 */
import { runOn } from "./host.js";
import { packagedHost } from "./packaged-host.js";

runOn(packagedHost((path, imports) => MYWebAssembly.instantiate(path, imports)));

export * from "./api.js";
