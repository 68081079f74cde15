// The server reads the wasm beside the package's script, so the package stays outside the bundle.
export default { serverExternalPackages: ["yidi"] };
