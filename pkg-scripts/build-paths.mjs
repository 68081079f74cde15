import { inRoot } from "./paths.mjs";

/** What wasm-bindgen writes: the module before optimization and its JavaScript glue. */
export const bindgenDir = inRoot("target", "yidi", "bindgen");
/** The module as it ships, and the same one with its function names, for the size report. */
export const wasmFile = inRoot("target", "yidi", "yidi_bg.wasm");
export const namedWasmFile = inRoot("target", "yidi", "yidi_named.wasm");
/** The npm package. */
export const distDir = inRoot("dist");
/** The browser page: its sources, with Vite's configuration, and the built one. */
export const webSourceDir = inRoot("www", "web");
export const webDir = inRoot("target", "web");
/** The types generated from the Rust ones. */
export const typesFile = inRoot("target", "yidi", "types.d.ts");
/** The JSON Schemas that the package ships. */
export const schemasFile = inRoot("target", "yidi", "schemas.json");
/** What a build writes among the mini-program's sources, because its tools look for it there. */
export const miniProgramPackageDir = inRoot("www", "miniprogram", "miniprogram_npm");
export const miniProgramPresenter = inRoot("www", "miniprogram", "present.js");
export const miniProgramGenerated = [miniProgramPackageDir, miniProgramPresenter];
