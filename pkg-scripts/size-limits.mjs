/**
 * Sizes of the shipped wasm in bytes, and the compiler they were measured with.
 * @typedef {{ raw: number, gzip: number, brotli: number, compiler: string }} WasmSize
 */

/**
 * What a phone may have to download: just above what everything takes that is there now. The goal is 120,000; of what is there, packs and
 * wording are 62,000 and the code of the rules, each of them unlike the others, 130,000.
 */
export const BROTLI_BUDGET = 204_000;
/** The JavaScript that comes with it, for a mini-program, compressed either way. */
export const SCRIPT_BUDGET = 12_000;
const GROWTH_SHARE = 0.02;
const GROWTH_BYTES = 1000;

/**
 * @param {{ gzip: number, brotli: number }} measured
 * @returns {string | null} why the size is refused
 */
export function refuseScript({ gzip, brotli }) {
  const size = Math.max(gzip, brotli);
  return size > SCRIPT_BUDGET
    ? `the JavaScript is ${size} bytes compressed; the budget is ${SCRIPT_BUDGET}`
    : null;
}

/**
 * @param {WasmSize} measured
 * @param {WasmSize | null} accepted the committed figures
 * @returns {string | null} why the size is refused
 */
export function refuseSize(measured, accepted) {
  if (measured.brotli > BROTLI_BUDGET) {
    return `the wasm is ${measured.brotli} bytes in brotli; the budget is ${BROTLI_BUDGET}`;
  }
  if (!accepted) return "there are no accepted figures yet; `npm run size:accept` writes them";
  // Another compiler brings another std, so only the budget can be held.
  if (measured.compiler !== accepted.compiler) return null;
  const limit = accepted.brotli + Math.min(GROWTH_BYTES, Math.floor(accepted.brotli * GROWTH_SHARE));
  if (measured.brotli <= limit) return null;
  return (
    `the wasm grew from ${accepted.brotli} to ${measured.brotli} bytes in brotli (at most ${limit} without a look); ` +
    "if that is what you want, `npm run size:accept` and commit pkg-scripts/size.json"
  );
}
