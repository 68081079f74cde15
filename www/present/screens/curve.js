// What the person pays as the bill grows: the exact points where something begins, as a picture and as a table.

import { faultOf } from "../facts.js";
import { formatMoney, isMoney, typedMoney } from "../money.js";
import { overCase, situationOf, takenBlocks } from "../over-case.js";
import { problemOf, sentenceOf } from "../refusals.js";
import { curve as words } from "../words/curve.js";
import { estimate as common } from "../words/estimate.js";
import { shell } from "../words/shell.js";

/** @typedef {import("../view.js").Block} Block */

/** The picture reaches twice as far as the bill, and far enough to meet the rules on large bills. */
const FAR_ENOUGH = 300000;

/** A whole number of yuan for the scale of a picture: no amount that anybody pays. */
function farEnough(inScope) {
  return String(Math.max(FAR_ENOUGH, Math.ceil(Number(inScope)) * 2));
}

/** @param {import("../app.js").Context} context */
export function curve(context) {
  const { say, yidi } = context;
  /** @type {"least" | "most"} */
  let end = "least";
  let upTo = "";
  /** What is wrong with the amount that was typed. */
  let fault = null;
  const over = overCase(context, drawn);

  function drawn(told) {
    const { input, taken, isWhole } = situationOf(yidi, told, end);
    const own = yidi.estimate(input);
    const far = upTo === "" ? farEnough(own.figures.inScope) : typedMoney(upTo);
    const { points } = yidi.costCurve(input, far);
    return { end, own, isWhole, far, taken, points, disclaimer: own.disclaimer };
  }

  function beginsText({ begins }) {
    return begins.map((text) => say(text)).join(" · ");
  }

  /** @returns {Block} */
  function curveBlock({ points, own }) {
    const shown = points.map((point) => {
      const at = {
        x: Number(point.total),
        y: Number(point.patientPays),
        xText: formatMoney(point.total),
        yText: formatMoney(point.patientPays),
      };
      return point.begins.length > 0 ? Object.assign(at, { label: beginsText(point) }) : at;
    });
    return {
      kind: "curve",
      id: "curve",
      title: say(words.picture),
      xLabel: say(words.x),
      yLabel: say(words.y),
      points: shown,
      here: { x: Number(own.figures.total), y: Number(own.patientPays), label: say(words.here) },
    };
  }

  /** @returns {Block} */
  function tableBlock({ points }) {
    const { caption, total, inScope, pays, begins } = words.table;
    const rows = points.map((point, at) => ({
      id: `point-${at}`,
      cells: [
        formatMoney(point.total),
        formatMoney(point.inScope),
        formatMoney(point.patientPays),
        beginsText(point),
      ],
    }));
    return {
      kind: "table",
      id: "points",
      caption: say(caption),
      columns: [total, inScope, pays, begins].map((text) => say(text)),
      rows,
    };
  }

  /** @returns {import("../view.js").FieldBlock} */
  function upToBlock(far) {
    /** @type {import("../view.js").FieldBlock} */
    const block = {
      kind: "field",
      id: "upTo",
      input: "money",
      label: say(words.upTo.label),
      unit: say(common.units.money),
      value: upTo || far,
    };
    if (fault) block.error = sentenceOf(fault, context);
    return block;
  }

  function outsideText({ own, points }) {
    const [first] = points;
    return /^[0.]+$/.test(first.total) || !own
      ? []
      : [say(words.outside, { amount: formatMoney(first.total) })];
  }

  /** @returns {Block[]} */
  function resultBlocks(result) {
    const other = end === "most" ? "least" : "most";
    const said = [
      say(words.takes[result.end]),
      ...(result.isWhole ? [say(words.whole)] : []),
      ...outsideText(result),
    ];
    return [
      { kind: "text", id: "intro", text: say(words.intro), tone: "lead" },
      curveBlock(result),
      tableBlock(result),
      { kind: "text", id: "takes", text: said.join(""), tone: "quiet" },
      ...takenBlocks(result.taken, context),
      { kind: "actions", id: "ends", actions: [{ id: "end", value: other, label: say(words.show[other]) }] },
      upToBlock(result.far),
      { kind: "actions", id: "far", actions: [{ id: "draw", label: say(words.upTo.apply) }] },
      { kind: "text", id: "disclaimer", text: say(result.disclaimer), tone: "quiet" },
    ];
  }

  function draw() {
    const code =
      upTo === "" ? null : faultOf("money", upTo) || (isMoney(typedMoney(upTo)) ? null : "invalidMoney");
    fault = code && problemOf({ code, path: "upTo", given: upTo });
    if (fault) {
      context.lead("upTo");
      context.changed();
    } else over.refresh(true);
  }

  return {
    view() {
      const result = over.result();
      const blocks = result ? resultBlocks(result) : over.instead();
      // An amount that the engine refused can be typed anew.
      const far =
        !result && upTo !== ""
          ? [
              upToBlock(upTo),
              /** @type {Block} */ ({
                kind: "actions",
                id: "far",
                actions: [{ id: "draw", label: say(words.upTo.apply) }],
              }),
            ]
          : [];
      return { title: say(words.title), back: { label: say(shell.back) }, blocks: [...blocks, ...far] };
    },
    act(id, value) {
      if (id === "estimate") over.toEstimate();
      else if (id === "draw") draw();
      else if (id === "end") {
        end = value === "least" ? "least" : "most";
        over.refresh(true);
      }
    },
    type(id, text) {
      if (id !== "upTo") return;
      upTo = String(text).slice(0, 40);
      fault = null;
      context.changed();
    },
    enter: () => over.refresh(),
  };
}
