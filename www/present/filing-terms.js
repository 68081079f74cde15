// A filing to be made, in rows: what it gives, for how long, and with which papers.

import { citedRow } from "./blocks.js";
import { formatDate } from "./calendar.js";
import { outcome as words } from "./words/outcome.js";

/** What rules say of a filing, in the order in which people ask. */
const CITED = ["validity", "change", "approval", "coverage", "places", "late"];

function datedWords(name, { to }) {
  if (name === "change") return words.changeFrom;
  if (name === "approval") return words.by;
  return to ? words.until : words.atLeastUntil;
}

function termRow(context, name, plan) {
  const { say, language } = context;
  const cited = plan[name];
  const row = citedRow(context, name, say(words[name]), cited);
  if (!cited.date) return row;
  const date = formatDate(cited.date, language());
  return Object.assign(row, { value: say(datedWords(name, plan), { date, says: say(cited.text) }) });
}

/** @param {import("./app.js").Context} context */
export function termRows(context, plan) {
  const { say, language } = context;
  const rows = [{ id: "place", label: say(words.place), value: say(plan.placeName) }];
  if (plan.proof) rows.push({ id: "proof", label: say(words.proof), value: say(words.proofs[plan.proof]) });
  rows.push({ id: "from", label: say(words.from), value: formatDate(plan.from, language()) });
  return rows.concat(CITED.map((name) => termRow(context, name, plan)));
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
