// Amounts stay strings of decimal digits from the engine to the screen: nothing here goes through a fraction of a number.

const AMOUNT = /^-?\d+(?:\.\d{1,2})?$/;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** What Chinese keyboards write where a plain digit, point or minus is meant. */
export function withPlainCharacters(text) {
  return text
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\uff0e\u3002]/g, ".")
    .replace(/\uff0c/g, ",")
    .replace(/[\uff0d\u2212]/g, "-");
}

/** A whole number as typed, in plain digits. */
export function typedCount(text) {
  return withPlainCharacters(text).trim();
}

/** An amount as typed, without currency sign, spaces and thousands separators; what else is wrong with it stays in. */
export function typedMoney(text) {
  const plain = withPlainCharacters(text)
    .trim()
    .replace(/(\d)\s+(?=[\d.])/g, "$1")
    .replace(/^(-?)\s*[¥\uffe5]\s*/, "$1")
    .replace(/\s*元$/, "");
  return GROUPED.test(plain) ? plain.replace(/,/g, "") : plain;
}

/** A percentage as typed, without its sign. */
export function typedPercent(text) {
  return withPlainCharacters(text)
    .trim()
    .replace(/\s*[%\uff05]$/, "");
}

/** Whether 65 % was most likely written as 0.65. */
export function isFraction(percent) {
  return /^0?\.0*[1-9]/.test(percent);
}

export function isMoney(text) {
  return AMOUNT.test(text);
}

/** "3120" → "¥3,120.00" */
export function formatMoney(amount) {
  if (!isMoney(amount)) throw new TypeError(`not an amount of money: ${amount}`);
  const negative = amount.charAt(0) === "-";
  const parts = (negative ? amount.slice(1) : amount).split(".");
  const yuan = parts[0].replace(/^0+(?=\d)/, "").replace(/\B(?=(?:\d{3})+$)/g, ",");
  const fen = `${parts[1] || ""}00`.slice(0, 2);
  return `${negative ? "\u2212" : ""}¥${yuan}.${fen}`;
}

/** Whole fen. The engine's largest amount is far below the largest exact whole number, and so is a thousand times it. */
function fenOf(amount) {
  if (!isMoney(amount)) throw new TypeError(`not an amount of money: ${amount}`);
  const parts = amount.split(".");
  return Number(parts[0] + `${parts[1] || ""}00`.slice(0, 2));
}

/**
 * Percentages with one decimal that add up to exactly 100, each within 0.1 of the exact share.
 * @param {string[]} amounts none negative
 * @returns {number[]}
 */
export function percentages(amounts) {
  const fen = amounts.map(fenOf);
  const total = fen.reduce((sum, part) => sum + part, 0);
  if (total === 0) return fen.map(() => 0);
  const permille = fen.map((part) => Math.floor((part * 1000) / total));
  const byRemainder = fen
    .map((part, index) => ({ index, remainder: (part * 1000) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const missing = 1000 - permille.reduce((sum, part) => sum + part, 0);
  byRemainder.slice(0, missing).forEach((entry) => {
    permille[entry.index] += 1;
  });
  return permille.map((part) => part / 10);
}

/** How far apart two amounts are, as an amount; never negative. */
export function difference(one, other) {
  const fen = String(Math.abs(fenOf(one) - fenOf(other)));
  const padded = `00${fen}`.slice(-Math.max(3, fen.length));
  return `${padded.slice(0, -2)}.${padded.slice(-2)}`;
}
