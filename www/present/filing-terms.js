// A filing to be made, in rows: what it gives, for how long, and with which papers.

import { citedRow } from "./blocks.js";
import { formatDate } from "./calendar.js";
import { outcome as words } from "./words/outcome.js";

/** What still matters once it is filed. */
export const LASTING = ["validity", "change", "coverage"];

/** What rules say of a filing, in the order in which people ask. */
const CITED = ["validity", "change", "approval", "coverage", "places", "late"];

function datedWords(context, name, plan) {
  const { from, to } = plan;
  const { date } = plan[name];
  if (name === "change") return date === from ? words.changeNow : words.changeFrom;
  if (name === "approval") return date === context.host.today() ? words.atOnce : words.by;
  return to ? words.until : words.atLeastUntil;
}

/** A day first, where the rule comes to one; the rule itself in small print. */
function termRow(context, name, plan) {
  const { say, language } = context;
  const cited = plan[name];
  const row = citedRow(context, name, say(words[name]), cited);
  if (!cited.date) return row;
  const value = say(datedWords(context, name, plan), { date: formatDate(cited.date, language()) });
  return Object.assign(row, { value, hint: [say(cited.text), row.hint].filter(Boolean).join(" · ") });
}

/**
 * @param {import("./app.js").Context} context
 * @param {any} plan
 * @param {string[]} [cited] which rules; all of them where that is left out
 */
export function termRows(context, plan, cited = CITED) {
  const { say, language } = context;
  const rows = [{ id: "place", label: say(words.place), value: say(plan.placeName) }];
  if (plan.proof) rows.push({ id: "proof", label: say(words.proof), value: say(words.proofs[plan.proof]) });
  rows.push({ id: "from", label: say(words.from), value: formatDate(plan.from, language()) });
  return rows.concat(cited.map((name) => termRow(context, name, plan)));
}

/** The rules behind them. */
export function termCites(plan) {
  return CITED.map((name) => plan[name]).concat(plan.materialsRule);
}

/** A needed paper in words: which, and who issues it. */
export function paperInWords({ say }, need) {
  const papers = need.chosen ? say(need.chosen) : need.anyOneOf.map((paper) => say(paper.name)).join(" / ");
  const issuers = need.anyOneOf
    .filter((paper) => paper.issuedBy && (!need.chosen || say(paper.name) === say(need.chosen)))
    .map((paper) => say(paper.issuedBy));
  return {
    label: need.chosen || need.anyOneOf.length < 2 ? papers : say(words.anyOf, { papers }),
    issuers: issuers.filter((issuer, index) => issuers.indexOf(issuer) === index).join(" / "),
  };
}
