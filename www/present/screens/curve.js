// What the person pays as the bill grows: the exact points where something begins, as a picture and as a table.

import { faultOf } from "../facts.js";
import { formatMoney, isMoney, typedMoney } from "../money.js";
import { aboutOf, overCase, situationOf, takenBlocks } from "../over-case.js";
import { boundsBlock, boundsText } from "../paying.js";
import { problemOf, sentenceOf } from "../refusals.js";
import { curve as words } from "../words/curve.js";
import { estimate } from "../words/estimate.js";
import { overCase as common } from "../words/over-case.js";
import { headlines } from "../words/paying.js";
import { shell } from "../words/shell.js";

/** @typedef {import("../view.js").Block} Block */

/** The picture reaches so much further than the bill, but at least so far, to meet the rules on larger bills. */
const TIMES = 5;
const FAR_ENOUGH = 100000;

/** A whole number of yuan for the scale of a picture: no amount that anybody pays. */
function farEnough(inScope) {
  return String(Math.max(FAR_ENOUGH, Math.ceil(Number(inScope)) * TIMES));
}

/** Where a bill lies in the picture. */
function placed({ total, least, most }) {
  return { x: Number(total), least: Number(least), most: Number(most) };
}

function billOf({ least, most }) {
  const { total } = most.estimate.figures;
  return { total, least: least.estimate.patientPays, most: most.estimate.patientPays };
}

/** Whether a rule that only sets bounds leaves a band in the place of a line. */
function isBand(points) {
  return points.some(({ least, most }) => least !== most);
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
    const own = yidi.estimateRange(input);
    const { inScope } = own.most.estimate.figures;
    const far = upTo === "" ? farEnough(inScope) : typedMoney(upTo);
    const { points, disclaimer } = yidi.costCurve(input, far);
    return { end, own, isWhole, far, taken, points, disclaimer };
  }

  function beginsText({ begins }) {
    return begins.map((text) => say(text)).join(" · ");
  }

  /** @returns {Block} */
  function curveBlock({ points, own }) {
    const shown = points.map((point) => {
      const at = Object.assign(placed(point), {
        xText: formatMoney(point.total),
        yText: boundsText(point),
      });
      return point.begins.length > 0 ? Object.assign(at, { label: beginsText(point) }) : at;
    });
    const bill = billOf(own);
    const label = say(words.here, { total: formatMoney(bill.total), amount: boundsText(bill) });
    return {
      kind: "curve",
      id: "curve",
      title: say(words.picture),
      xLabel: say(words.x),
      yLabel: say(words.y),
      points: shown,
      here: Object.assign(placed(bill), { label }),
    };
  }

  /** @returns {Block} */
  function tableBlock({ points }) {
    const { caption, total, inScope, pays, begins } = words.table;
    const rows = points.map((point, at) => ({
      id: `point-${at}`,
      cells: [formatMoney(point.total), formatMoney(point.inScope), boundsText(point), beginsText(point)],
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
      unit: say(estimate.units.money),
      value: upTo || far,
    };
    if (fault) block.error = sentenceOf(fault, context);
    return block;
  }

  /** What has to be known to read the picture. @returns {Block[]} */
  function readingBlocks({ isWhole, points }) {
    const [first] = points;
    const said = [
      ...(isBand(points) ? [say(words.band)] : []),
      ...(isWhole ? [say(common.whole)] : []),
      ...(/^[0.]+$/.test(first.total) ? [] : [say(words.outside, { amount: formatMoney(first.total) })]),
    ];
    return said.length > 0 ? [{ kind: "text", id: "reading", text: said.join(""), tone: "quiet" }] : [];
  }

  /** Which end the facts are taken from that are not known, and the way to the other; nothing where all are. @returns {Block[]} */
  function endBlocks(result) {
    if (result.taken.length === 0) return [];
    const other = result.end === "most" ? "least" : "most";
    const action = { id: "end", value: other, label: say(words.show[other]) };
    return [
      { kind: "text", id: "takes", text: say(words.takes[result.end]), tone: "quiet" },
      ...takenBlocks(result.taken, context),
      { kind: "actions", id: "ends", actions: [action] },
    ];
  }

  /** @returns {Block[]} */
  function resultBlocks(result) {
    return [
      boundsBlock(say(aboutOf(result, headlines.about)), billOf(result.own)),
      { kind: "text", id: "intro", text: say(words.intro), tone: "lead" },
      curveBlock(result),
      ...readingBlocks(result),
      tableBlock(result),
      ...endBlocks(result),
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
