import { runOn } from "./host.js";
import { httpTransportOver } from "./http-transport.js";
import { miniPost, miniStorage } from "./mini-host.js";
import { packagedHost } from "./packaged-host.js";

runOn(
  packagedHost(
    (path, imports) => WXWebAssembly.instantiate(path, imports),
    "/miniprogram_npm/yidi/yidi_bg.wasm.br",
  ),
);

export * from "./api.js";

export const deviceStorage = miniStorage(() => wx);
export const httpTransport = httpTransportOver(miniPost(() => wx));
