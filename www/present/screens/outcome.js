// What the answers come to: as what one files, what that gives, and what it asks.

import { inOrder, sourcesBlock, textBlock } from "../blocks.js";
import { filingInHand } from "../filing.js";
import { filingCosts, paysInWords } from "../filing-costs.js";
import { paperInWords, termCites, termRows } from "../filing-terms.js";
import { difference, formatMoney } from "../money.js";
import { unfinishedView } from "../unfinished.js";
import { cited } from "../words/cited.js";
import { outcome as words } from "../words/outcome.js";
import { shell } from "../words/shell.js";

const TONES = {
  noFilingNeeded: "good",
  treatedAsFiled: "good",
  fileAs: "good",
  fileBeforeDischarge: "caution",
  tooLate: "loss",
  notPossible: "caution",
};

/** Where the reader goes on from an outcome without a filing. */
const LEADS = { noFilingNeeded: "choose", treatedAsFiled: "emergency" };
const ROUTES = {
  choose: "place",
  compare: "compare",
  estimate: "estimate",
  failed: "failed",
  emergency: "emergency",
};

/** @param {import("../app.js").Context} context */
export function outcome(context) {
  const { say, host } = context;
  const filing = context.share(filingInHand);

  function headline({ kind, plan, reasons }) {
    return {
      kind: "message",
      id: "outcome",
      tone: TONES[kind],
      title: say(words.titles[kind], plan && { name: say(plan.name) }),
      lines: reasons.map((reason) => say(reason.text)),
    };
  }

  function nextSteps({ next }) {
    if (next.length === 0) return [];
    const steps = next.map((step, index) => ({ id: `next-${index}`, title: say(step), lines: [] }));
    return [{ kind: "steps", id: "next", title: say(words.now), steps }];
  }

  function paperRows({ materials, materialsRule }) {
    const rows = materials.map((need, index) => {
      const { label, issuers } = paperInWords(context, need);
      const hints = [issuers, need.byCommitment ? say(words.later) : ""].filter(Boolean);
      const row = { id: `paper-${index}`, label: say(need.proves), value: label };
      return hints.length > 0 ? Object.assign(row, { hint: hints.join(" · ") }) : row;
    });
    const none = {
      id: "papers-none",
      label: materialsRule.law ? say(words.noPapers) : say(materialsRule.text),
    };
    return { kind: "rows", id: "papers", title: say(words.papers), rows: rows.length > 0 ? rows : [none] };
  }

  function claimBlocks({ claim }) {
    if (!claim) return [];
    const rows = claim.papers.map((paper, index) => ({ id: `claim-${index}`, label: say(paper) }));
    return [
      { kind: "rows", id: "claim", title: say(words.claim.title), rows },
      textBlock("claim-note", say(words.claim.note), "quiet"),
    ];
  }

  /** @param {any} option @param {any} plan @param {string} least what the cheapest of those shown costs at the most */
  function costRow(option, plan, least) {
    const isChosen = option.category === plan.category && option.proof === plan.proof;
    const more = difference(option.pays.most, least);
    const hints = [
      isChosen ? say(words.costs.chosen) : "",
      option.rule ? say(words.costs.rule, { says: say(option.rule.says) }) : "",
    ].filter(Boolean);
    const row = {
      id: [option.category, option.proof].filter(Boolean).join("-"),
      cells: [
        say(option.label),
        paysInWords(context, option.pays),
        Number(more) === 0 ? say(words.costs.same) : say(words.costs.upTo, { amount: formatMoney(more) }),
      ],
    };
    if (isChosen) row.tone = "good";
    return hints.length > 0 ? Object.assign(row, { hint: hints.join(" · ") }) : row;
  }

  function costBlocks(view) {
    const { plan } = view.outcome;
    const costs = filingCosts(context, view);
    const options = costs
      ? costs.options.filter(({ category }) => category === plan.category || category === "notFiled")
      : [];
    if (options.length === 0) return [textBlock("costs-unknown", say(words.costs.unknown), "quiet")];
    const isUnconfirmed = options.some(({ pays }) => pays.grade === "unconfirmed");
    const columns = [words.costs.way, words.costs.pays, words.costs.more].map((column) => say(column));
    const rules = options.filter(({ rule }) => rule).map(({ rule }) => ({ text: rule.says, law: rule.law }));
    return [
      {
        kind: "group",
        id: "costs",
        title: say(words.costs.title),
        blocks: inOrder(
          {
            kind: "table",
            id: "costs-table",
            caption: say(words.costs.caption),
            columns,
            rows: options.map((option) => costRow(option, plan, options[0].pays.most)),
          },
          textBlock(
            "costs-assumed",
            say(costs.isTier3 ? words.costs.assumed.tier3 : words.costs.assumed.any),
            "quiet",
          ),
          isUnconfirmed ? textBlock("costs-grade", say(cited.unconfirmed), "quiet") : [],
          sourcesBlock(context, "costs-sources", rules),
        ),
      },
    ];
  }

  function warningBlocks({ warnings }) {
    if (warnings.length === 0) return [];
    const lines = warnings.map((warning) => say(warning));
    return [{ kind: "message", id: "warnings", tone: "caution", title: say(words.warnings), lines }];
  }

  function planBlocks(view) {
    const { plan } = view.outcome;
    if (!plan) return [];
    return inOrder(
      { kind: "rows", id: "terms", title: say(words.terms), rows: termRows(context, plan) },
      paperRows(plan),
      costBlocks(view),
      claimBlocks(plan),
    );
  }

  function secondary({ kind, plan }) {
    const ids = ["answers"];
    if (kind === "tooLate") ids.push("failed", "estimate");
    else if (plan) ids.push("compare");
    if (!plan) ids.push("anew");
    return ids.map((id) => ({ id, label: say(words[id]) }));
  }

  function primary({ kind, plan }) {
    const id = plan ? "check" : LEADS[kind] || "answers";
    return { id, label: say(words[id]) };
  }

  return {
    view() {
      const view = filing.current();
      if (!view.outcome) return unfinishedView(context, say(words.screen));
      const cites = view.outcome.reasons.concat(view.outcome.plan ? termCites(view.outcome.plan) : []);
      const first = primary(view.outcome);
      return {
        title: say(words.screen),
        back: { label: say(shell.back) },
        blocks: inOrder(
          headline(view.outcome),
          nextSteps(view.outcome),
          warningBlocks(view),
          planBlocks(view),
          sourcesBlock(context, "sources", cites),
          textBlock("not-official", say(shell.notOfficial), "quiet"),
        ),
        primary: first,
        secondary: secondary(view.outcome).filter(({ id }) => id !== first.id),
      };
    },
    act(id) {
      if (id === "anew") {
        filing.startAnew();
        host.go("wizard", "replace");
      } else if (id === "answers") {
        const { steps } = filing.current();
        filing.change(steps[steps.length - 1].question, "outcome");
        host.go("wizard");
      } else host.go(ROUTES[id] || id);
    },
  };
}
