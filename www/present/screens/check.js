// All answers once more, in groups.

import { inOrder, textBlock } from "../blocks.js";
import { formatDate } from "../calendar.js";
import { filingInHand } from "../filing.js";
import { filingOutbox } from "../filing-outbox.js";
import { unfinishedView } from "../unfinished.js";
import { check as words } from "../words/check.js";
import { shell } from "../words/shell.js";

const GROUPS = {
  insured: ["insuredRegion", "insurance"],
  care: ["destination", "emergency", "care", "admittedOn", "settledOn"],
  why: ["reason", "hukouMoved", "employer", "halfYear", "letter", "doctor", "otherPlace"],
  papers: ["proof", "paper", "paperUntil", "papersBy", "startDate", "outpatient"],
  filer: ["filer", "relation"],
  more: ["chronic", "diseases", "drug"],
};

/** @param {import("../app.js").Context} context */
export function check(context) {
  const { say, host, language } = context;
  const filing = context.share(filingInHand);
  const outbox = context.share(filingOutbox);

  function row(step) {
    return {
      id: step.question,
      label: say(step.label),
      value: formatDate(say(step.shown), language()),
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
      if (!came || !came.plan) return unfinishedView(context, say(words.title));
      const sent = [outbox.sends ? words.sent.sends : words.sent.handedOver, words.sent.kept];
      return {
        title: say(words.title),
        back: { label: say(shell.back) },
        blocks: inOrder(
          textBlock("lead", say(words.lead), "lead"),
          { kind: "rows", id: "as", rows: [{ id: "as", label: say(words.as), value: say(came.plan.name) }] },
          groups(steps),
          {
            kind: "message",
            id: "sent",
            tone: "info",
            title: say(words.sent.title),
            lines: sent.map((line) => say(line)),
          },
        ),
        primary: { id: "contact", label: say(words.next) },
      };
    },
    act(id, value) {
      if (id === "change") {
        filing.change(value, "check");
        host.go("wizard");
      } else host.go(id);
    },
  };
}
