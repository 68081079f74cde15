// The peers: each works out the case of `case.mjs`, for which the rules are written down in its own way, and answers what the person
// pays as a decimal text. They know this one region and kind of visit only, and check no input; nothing but `publicodes` and `zen-engine`
// explains.

const PERCENT = 70;
const DEDUCTIBLE = 1200;
const YEARLY_CAP = 400_000;

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} explains what its answer explains
 * @property {boolean} takesItems
 * @property {(input: any) => string | Promise<string>} patientPays
 */

/** @type {Record<string, () => Promise<Peer>>} */
const PEERS = {
  "decimal.js": decimalByHand,
  "json-logic-js": jsonLogic,
  publicodes,
  "@gorules/zen-engine": zenEngine,
};

/** Every peer that is installed; of the others, why not. */
export async function peers() {
  const found = [];
  const missing = [];
  for (const [name, start] of Object.entries(PEERS)) {
    try {
      found.push(await start());
    } catch (error) {
      missing.push(`${name}: not measured, ${error.message.split("\n")[0]}`);
    }
  }
  return { found, missing };
}

/** @returns {Promise<Peer>} */
async function decimalByHand() {
  const { Decimal } = await import("decimal.js");
  const toFen = (amount) => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const zero = new Decimal(0);

  function split(item) {
    const amount = new Decimal(item.amount);
    if (item.class === "C") return { amount, inScope: zero };
    const ceiling = item.priceCeiling ? new Decimal(item.priceCeiling).times(item.quantity) : amount;
    const priced = Decimal.min(amount, ceiling);
    const first = item.class === "B" ? toFen(priced.times(item.firstSelfPay).div(100)) : zero;
    return { amount, inScope: priced.minus(first) };
  }

  function sums({ items, total, inScope }) {
    if (!items) return { total: new Decimal(total), inScope: new Decimal(inScope) };
    const sum = { total: zero, inScope: zero };
    for (const item of items) {
      const part = split(item);
      sum.total = sum.total.plus(part.amount);
      sum.inScope = sum.inScope.plus(part.inScope);
    }
    return sum;
  }

  function patientPays({ bill, yearSoFar }) {
    const { total, inScope } = sums(bill);
    const afterDeductible = inScope.minus(Decimal.min(inScope, DEDUCTIBLE));
    const room = Decimal.max(0, new Decimal(YEARLY_CAP).minus(yearSoFar.poolPaid));
    const pool = Decimal.min(toFen(afterDeductible.times(PERCENT).div(100)), room);
    return total.minus(pool).toFixed(2);
  }
  return { name: "decimal.js by hand", explains: "nothing", takesItems: true, patientPays };
}

/** @returns {Promise<Peer>} */
async function jsonLogic() {
  const { default: logic } = await import("json-logic-js");
  // It has neither money nor rounding; its own way to get them is an operation in JavaScript.
  logic.add_operation("fen", (text) => Math.round(Number(text) * 100));
  logic.add_operation("round", Math.round);

  const fen = (name) => ({ fen: [{ var: name }] });
  const amount = fen("current.amount");
  const ceiling = { "*": [fen("current.priceCeiling"), { var: "current.quantity" }] };
  const priced = { if: [{ var: "current.priceCeiling" }, { min: [amount, ceiling] }, amount] };
  const first = { round: [{ "/": [{ "*": [priced, { var: "current.firstSelfPay" }] }, 100] }] };
  const ofItem = {
    if: [
      { "==": [{ var: "current.class" }, "C"] },
      0,
      { "==": [{ var: "current.class" }, "B"] },
      { "-": [priced, first] },
      priced,
    ],
  };
  const overItems = (part) => ({
    reduce: [{ var: "bill.items" }, { "+": [{ var: "accumulator" }, part] }, 0],
  });
  const total = { if: [{ var: "bill.items" }, overItems(amount), fen("bill.total")] };
  const inScope = { if: [{ var: "bill.items" }, overItems(ofItem), fen("bill.inScope")] };

  const deductible = { min: [{ var: "inScope" }, DEDUCTIBLE * 100] };
  const afterDeductible = { "-": [{ var: "inScope" }, deductible] };
  const share = { round: [{ "/": [{ "*": [afterDeductible, PERCENT] }, 100] }] };
  const room = { max: [0, { "-": [YEARLY_CAP * 100, { var: "poolPaid" }] }] };
  const pays = { "-": [{ var: "total" }, { min: [share, room] }] };

  function patientPays(input) {
    // It has no names for what is worked out: a second pass stands in for them.
    const sums = {
      total: logic.apply(total, input),
      inScope: logic.apply(inScope, input),
      poolPaid: logic.apply(fen("yearSoFar.poolPaid"), input),
    };
    return (logic.apply(pays, sums) / 100).toFixed(2);
  }
  return { name: "json-logic-js", explains: "nothing", takesItems: true, patientPays };
}

/** @returns {Promise<Peer>} */
async function publicodes() {
  const { default: Engine } = await import("publicodes");
  const engine = new Engine({
    total: { "par défaut": "0 €" },
    "in scope": { "par défaut": "0 €" },
    "pool paid": { "par défaut": "0 €" },
    deductible: { "le minimum de": [`${DEDUCTIBLE} €`, "in scope"] },
    "after deductible": "in scope - deductible",
    "local ratio": "80%",
    lowered: "10%",
    ratio: "local ratio - lowered",
    share: { valeur: "after deductible * ratio", arrondi: "2 décimales" },
    room: { valeur: `${YEARLY_CAP} € - pool paid`, plancher: "0 €" },
    pool: { "le minimum de": ["share", "room"] },
    "patient pays": "total - pool",
  });

  function patientPays({ bill, yearSoFar }) {
    engine.setSituation({
      total: `${bill.total} €`,
      "in scope": `${bill.inScope} €`,
      "pool paid": `${yearSoFar.poolPaid} €`,
    });
    // Its answer carries the whole evaluated tree, which is its explanation; it cannot be left out.
    return Number(engine.evaluate("patient pays").nodeValue).toFixed(2);
  }
  return { name: "publicodes", explains: "the evaluated tree", takesItems: false, patientPays };
}

/** @returns {Promise<Peer>} */
async function zenEngine() {
  const { ZenEngine } = await import("@gorules/zen-engine");
  const ceiling = "number(#.priceCeiling) * #.quantity";
  const priced = `(#.priceCeiling == null ? number(#.amount) : min([number(#.amount), ${ceiling}]))`;
  const first = `round(${priced} * number(#.firstSelfPay) / 100, 2)`;
  const ofItem = `(#.class == 'C' ? 0 : #.class == 'B' ? ${priced} - ${first} : ${priced})`;
  const overItems = (part, summary) =>
    `bill.items == null ? number(${summary}) : sum(map(bill.items, ${part}))`;
  const expressions = {
    total: overItems("number(#.amount)", "bill.total"),
    inScope: overItems(ofItem, "bill.inScope"),
    deductible: `min([$.inScope, ${DEDUCTIBLE}])`,
    share: `round(($.inScope - $.deductible) * ${PERCENT} / 100, 2)`,
    room: `max([0, ${YEARLY_CAP} - number(yearSoFar.poolPaid)])`,
    pool: "min([$.share, $.room])",
    patientPays: "$.total - $.pool",
  };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
      {
        id: "pay",
        name: "pay",
        type: "expressionNode",
        position: { x: 1, y: 0 },
        content: {
          expressions: Object.entries(expressions).map(([key, value]) => ({ id: key, key, value })),
        },
      },
      { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: "1", sourceId: "in", targetId: "pay", type: "edge" },
      { id: "2", sourceId: "pay", targetId: "out", type: "edge" },
    ],
  });

  async function patientPays(input) {
    const { result } = await decision.evaluate(input, { trace: true });
    return Number(result.patientPays).toFixed(2);
  }
  return { name: "@gorules/zen-engine", explains: "its trace (native code)", takesItems: true, patientPays };
}
