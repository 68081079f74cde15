/*
 * Douyin mini-programs. Contract-tested, not tried on a device.
 *
 * Copy `yidi_bg.wasm` (base library 2.34 or later) or `miniprogram/yidi_bg.wasm.br` (2.92 or later) of this package into the
 * app and name its path there: `await init("wasm/yidi_bg.wasm.br")`. There is no default path, because Douyin's npm build
 * copies no wasm.
 */

import { runOn } from "./host.js";
import { httpTransportOver } from "./http-transport.js";
import { miniPost, miniStorage } from "./mini-host.js";
import { packagedHost } from "./packaged-host.js";

runOn(packagedHost((path, imports) => TTWebAssembly.instantiate(path, imports)));

export * from "./api.js";

export const deviceStorage = miniStorage(() => tt);
export const httpTransport = httpTransportOver(miniPost(() => tt));
