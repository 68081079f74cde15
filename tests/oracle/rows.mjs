/**
 * Rows of the second implementation, answered by the package: the same as `rows.rs`, which describes their form.
 * @typedef {{ asked: string, expected: string, found: string }} Answered
 */

/** Letters for an estimate's figures, in the order in which they are said. */
const FIGURES = Object.entries({
  n: "inScope",
  f: "crossRegionFirstSelfPay",
  s: "deductibleStandard",
  d: "deductible",
  p: "pool",
  l: "largeAmount",
  i: "seriousIllness",
  o: "localSupplement",
  v: "civilServant",
  m: "assistance",
  a: "account",
  c: "cash",
});

/** @param {string} amount */
const short = (amount) => amount.replace(/\.00$/, "");

/** @param {any} estimate */
function estimated({ patientPays, figures, grade, gaps }) {
  const words = [`y${short(patientPays)}`];
  for (const [letter, name] of FIGURES) {
    if (figures[name] !== undefined) words.push(letter + short(figures[name]));
  }
  if (grade !== undefined) words.push(`g${grade}`);
  words.push(...gaps.map(({ rule, couldCost }) => (couldCost ? "+" : "-") + rule));
  return words.join(" ");
}

/** Each value after its mark; what is not there is left out. @param {[mark: string, value: unknown][]} values */
const inShort = (values) =>
  values
    .filter(([, value]) => value !== undefined)
    .map(([mark, value]) => `${mark}${value}`)
    .join(" ");

/** @param {any} answer */
const status = ({ status, category, filing, proof, coversKind, route }) =>
  inShort([
    ["", status],
    ["", category],
    ["f", filing],
    ["p:", proof],
    ["k:", coversKind],
    ["r:", route],
  ]);

/** @param {any} view */
function dates({ question, outcome }) {
  const plan = outcome?.plan;
  return inShort([
    ["?", question?.id],
    ["", outcome?.kind],
    ["", plan?.category],
    ["@", plan?.place],
    ["from:", plan?.from],
    ["to:", plan?.to],
    ["validity:", plan?.validity.date],
    ["change:", plan?.change.date],
    ["approval:", plan?.approval.date],
  ]);
}

/** @param {any} answer */
function settled({ answer, conditions, otherwise }) {
  const named = conditions.map(({ reason, state }) => `${reason}:${state}`).sort();
  return inShort([["", answer], ...named.map((one) => ["", one]), ["r:", otherwise]]);
}

/** @param {any} of @param {string} pointer @param {string} value */
function put(of, pointer, value) {
  const way = pointer.slice(1).split("/");
  const field = way.pop() ?? "";
  const parent = way.reduce((inner, step) => inner[step], of);
  if (value === "-") delete parent[field];
  else parent[field] = value.startsWith(":") ? JSON.parse(value.slice(1)) : value;
}

/**
 * @param {any} yidi the package
 * @param {string} text
 * @returns {Generator<Answered>}
 */
export function* answerRows(yidi, text) {
  const answers = {
    estimate: (/** @type {any} */ asked) => estimated(yidi.estimate(asked)),
    status: (/** @type {any} */ asked) => status(yidi.filingStatus(asked)),
    dates: (/** @type {any} */ asked) => dates(yidi.reviewFiling(asked)),
    direct: (/** @type {any} */ asked) => settled(yidi.checkDirectSettlement(asked)),
  };
  let setting = { ask: "", at: [], of: {} };
  for (const line of text.split("\n").filter(Boolean)) {
    if (line.startsWith("{")) {
      const read = JSON.parse(line);
      if ("pack" in read) yidi.addPack(read.pack);
      else if ("directory" in read) {
        yidi.clearFacilities();
        yidi.addFacilities(read.directory);
      } else setting = read;
      continue;
    }
    const bar = line.indexOf("|");
    const values = line.slice(0, bar).split(" ");
    for (const [at, pointer] of setting.at.entries()) put(setting.of, pointer, values[at]);
    let found;
    try {
      found = answers[setting.ask](setting.of);
    } catch (error) {
      found = `!${error.code} ${error.path}`.trimEnd();
    }
    yield { asked: `${setting.ask} ${JSON.stringify(setting.of)}`, expected: line.slice(bar + 1), found };
  }
}
