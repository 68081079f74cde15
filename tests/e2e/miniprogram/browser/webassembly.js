/**
 * WeChat's `WXWebAssembly`: it takes the path of a `.wasm` or `.wasm.br` inside the package, and nothing else.
 * @param {string[]} files the modules of the package
 */
export function createWebAssembly(files) {
  async function instantiate(path, imports) {
    if (typeof path !== "string") throw new TypeError("WXWebAssembly.instantiate: the path must be a string");
    const file = path.replace(/^\//, "");
    if (!files.includes(file)) throw new Error(`WXWebAssembly.instantiate: no ${path} in the package`);
    const answer = await fetch(`package/${file}`);
    if (!answer.ok) throw new Error(`WXWebAssembly.instantiate: cannot read ${path}`);
    const { instance } = await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
    return { instance };
  }
  return { instantiate };
}
