// All answers once more, in groups.

import { textBlock } from "../blocks.js";
import { filingInHand } from "../filing.js";
import { filingOutbox } from "../filing-outbox.js";
import { check as words } from "../words/check.js";
import { outcome } from "../words/outcome.js";
import { shell } from "../words/shell.js";

const GROUPS = {
  insured: ["insuredRegion", "insurance"],
  care: ["destination", "emergency", "care", "admittedOn", "settledOn"],
  why: ["reason", "hukouMoved", "employer", "halfYear", "letter", "otherPlace"],
  papers: ["proof", "paper", "paperUntil", "papersBy", "startDate"],
  filer: ["filer", "relation"],
  more: ["chronic", "diseases", "drug"],
};

/** @param {import("../app.js").Context} context */
export function check(context) {
  const { say, host } = context;
  const filing = context.share(filingInHand);
  const outbox = context.share(filingOutbox);

  function row(step) {
    return {
      id: step.question,
      label: say(step.label),
      value: say(step.shown),
      action: { id: "change", value: step.question, label: say(shell.change) },
    };
  }

  /** A question that no group knows stands in the last one, so that none is left out. */
  function groups(steps) {
    const names = Object.keys(GROUPS);
    const known = [].concat.apply(
      [],
      names.map((name) => GROUPS[name]),
    );
    const isIn = (name, question) =>
      GROUPS[name].indexOf(question) >= 0 || (name === "more" && known.indexOf(question) < 0);
    return names
      .map((name) => ({
        kind: "rows",
        id: name,
        title: say(words.groups[name]),
        rows: steps.filter((step) => isIn(name, step.question)).map(row),
      }))
      .filter((group) => group.rows.length > 0);
  }

  return {
    view() {
      const { steps, outcome: came } = filing.current();
      const isPlanned = Boolean(came && came.plan);
      const view = { title: say(words.title), back: { label: say(shell.back) } };
      if (!isPlanned) {
        const blocks = [textBlock("unfinished", say(outcome.unfinished), "lead")];
        return Object.assign(view, { blocks, primary: { id: "wizard", label: say(outcome.goOn) } });
      }
      const sent = [outbox.sends ? words.sent.sends : words.sent.handedOver, words.sent.kept];
      return Object.assign(view, {
        blocks: [textBlock("lead", say(words.lead), "lead")]
          .concat({
            kind: "rows",
            id: "as",
            rows: [{ id: "as", label: say(words.as), value: say(came.plan.name) }],
          })
          .concat(groups(steps))
          .concat({
            kind: "message",
            id: "sent",
            tone: "info",
            title: say(words.sent.title),
            lines: sent.map((line) => say(line)),
          }),
        primary: { id: "contact", label: say(words.next) },
      });
    },
    act(id, value) {
      if (id === "change") {
        filing.change(value, "check");
        host.go("wizard");
      } else host.go(id);
    },
  };
}
