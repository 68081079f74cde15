// The public scenario format: one question to the engine as a file, with what the answer has to hold.

/**
 * @typedef {object} Case
 * @property {1} yidi the version of the format
 * @property {keyof typeof KINDS} kind which function answers it
 * @property {any} input what it is asked
 * @property {string} [name] what the case is about
 * @property {any} [expect] what of the answer has to be so; what is left out may be anything
 * @property {object[]} [packs] policies to add first
 * @property {string} [facilities] a directory to add first, as CSV or JSON
 */

/** Every kind, by the name of the function that answers it; `input` names the arguments where there are several. */
export const KINDS = {
  estimate: (yidi, input) => yidi.estimate(input),
  estimateRange: (yidi, input) => yidi.estimateRange(input),
  compareFilings: (yidi, input) => yidi.compareFilings(input),
  compareDates: (yidi, { estimate, before, after }) => yidi.compareDates(estimate, before, after),
  costCurve: (yidi, { estimate, upTo }) => yidi.costCurve(estimate, upTo),
  reconcile: (yidi, { estimate, slip }) => yidi.reconcile(estimate, slip),
  splitBill: (yidi, input) => yidi.splitBill(input),
  filing: (yidi, input) => filing(yidi, input),
  filingStatus: (yidi, input) => yidi.filingStatus(input),
  checkDirectSettlement: (yidi, input) => yidi.checkDirectSettlement(input),
  settlementFallback: (yidi, input) => yidi.settlementFallback(input),
};

const FIELDS = ["yidi", "kind", "input", "name", "expect", "packs", "facilities", "$schema"];

/** Why a value is no case; null if it is one. @returns {["noCase" | "unknownField", object] | null} */
export function faultOf(value) {
  const isCase =
    isObject(value) && value.yidi === 1 && Object.hasOwn(KINDS, String(value.kind)) && isObject(value.input);
  if (!isCase) return ["noCase", { kinds: Object.keys(KINDS).join(", ") }];
  const unknown = Object.keys(value).find((name) => !FIELDS.includes(name));
  return unknown === undefined ? null : ["unknownField", { name: unknown }];
}

/**
 * A wizard's view, from a saved session or from answers by question. The session itself is left out: it holds digests of packs, by
 * which a case would differ with every new one.
 */
function filing(yidi, { session, today, answers = {} }) {
  if (session !== undefined) return withoutSession(yidi.reviewFiling(session));
  const open = new Map(Object.entries(answers));
  let view = yidi.startFiling({ today });
  while (view.question && open.has(view.question.id)) {
    const { id } = view.question;
    view = yidi.answerFiling(view.session, id, open.get(id));
    open.delete(id);
  }
  const unused = [...open.keys()];
  return Object.assign(withoutSession(view), unused.length > 0 ? { neverAsked: unused } : {});
}

function withoutSession({ session: _session, ...view }) {
  return view;
}

/**
 * What the engine answers. A refusal is an answer too: `{ refusal: { code, path, … } }`.
 * @param {any} yidi the package
 * @param {Case} one
 */
export function answerOf(yidi, { kind, input, packs = [], facilities }) {
  try {
    for (const pack of packs) yidi.addPack(pack);
    if (facilities !== undefined) yidi.addFacilities(facilities);
    return KINDS[kind](yidi, input);
  } catch (error) {
    if (error.name !== "YidiError") throw error;
    const { code, path, given, allowed, reason } = error;
    return { refusal: plain({ code, path, given, allowed, reason }) };
  }
}

const plain = (value) => JSON.parse(JSON.stringify(value));

/**
 * Where an answer is not what was expected. Objects may hold more than that; lists have to be as long, and all else the same.
 * @returns {{ path: string, expected: unknown, found: unknown }[]}
 */
export function differences(expected, found, path = "") {
  const inside = (key) => (path === "" ? String(key) : `${path}.${key}`);
  if (isObject(expected) && isObject(found) && Array.isArray(expected) === Array.isArray(found)) {
    const own = Object.keys(expected).flatMap((key) =>
      differences(expected[key], valueAt(found, key), inside(key)),
    );
    const shorter = Array.isArray(expected) && expected.length !== found.length;
    return shorter
      ? [{ path: inside("length"), expected: expected.length, found: found.length }, ...own]
      : own;
  }
  return Object.is(expected, found) ? [] : [{ path, expected, found }];
}

const valueAt = (holder, key) => (Object.hasOwn(holder, key) ? holder[key] : undefined);

/** @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === "object" && value !== null;
}
