const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`/.source;
const TEXT = new RegExp(`\\{"zh-CN":(${STRING}),en:(${STRING})\\}`, "g");
const NAMES = ["t$", "z$", "t_", "z_", "zh_en"];

/** @param {string} code */
function freeName(code) {
  const names = new Set(code.match(/[\w$]+/g));
  const free = NAMES.find((name) => !names.has(name));
  if (!free) throw new Error(`the code uses all of ${NAMES.join(", ")} itself`);
  return free;
}

/**
 * Minified code whose texts in two languages are made by a function instead of being written out: there are more than a thousand, and
 * none of a mini-program's scripts is compressed on its way to the phone.
 * @param {string} code a script as esbuild minifies it
 */
export function withSmallTexts(code) {
  const make = freeName(code);
  const small = code.replace(TEXT, (_, zh, en) => `${make}(${zh},${en})`);
  return `const ${make}=(z,e)=>({"zh-CN":z,en:e});${small}`;
}
