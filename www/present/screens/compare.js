// The same bill under every way to file it, and the same visit on two days.

import { textBlock } from "../blocks.js";
import { formatDate } from "../calendar.js";
import { optionsOf } from "../facts.js";
import { shownLaw } from "../laws.js";
import { formatMoney } from "../money.js";
import { aboutOf, overCase, situationOf, takenBlocks } from "../over-case.js";
import { boundsBlock, boundsText } from "../paying.js";
import { linesOf, problemOf, sentenceOf } from "../refusals.js";
import { compare as words } from "../words/compare.js";
import { overCase as common } from "../words/over-case.js";
import { routes } from "../words/routes.js";
import { shell } from "../words/shell.js";

/** @typedef {import("../view.js").Block} Block */

const DAYS = ["before", "after"];

/** What the person learned of care elsewhere holds for the way of filing it was learned for, and for no other. */
function withoutOwnRule(input) {
  const { ownFigures } = input;
  if (!ownFigures || ownFigures.crossRegion === undefined) return input;
  const kept = Object.assign({}, ownFigures);
  delete kept.crossRegion;
  return Object.assign({}, input, { ownFigures: kept });
}

/** Figures that the person learned for the tier of the hospital that was told. */
const OF_TIER = ["deductible", "ratio"];

function isOfOneTier({ ownFigures }) {
  return OF_TIER.some((figure) => Object(ownFigures)[figure] !== undefined);
}

/** An input without what was taken of the filing, which is what is compared. */
function withoutFiling(input, { filing }) {
  return Object.assign({}, input, { filing });
}

/** The engine's comparison: of one situation, since what is not known would else hide the differences. */
function compared(yidi, told) {
  const { input, taken, isWhole } = situationOf(yidi, told, "least");
  const situation = withoutFiling(input, told.input);
  const known = withoutOwnRule(situation);
  const { options, disclaimer } = yidi.compareFilings(known);
  const facts = taken.filter(({ path }) => path.indexOf("filing.") !== 0);
  const result = { options, disclaimer, taken: facts, isWhole, known };
  if (known === situation) return Object.assign(result, { isByOwnRule: false });
  const own = yidi.estimateRange(situation);
  const pays = {
    least: own.least.estimate.patientPays,
    most: own.most.estimate.patientPays,
    atMost: own.atMost,
    atLeast: own.atLeast,
  };
  const shown = options.map((option) =>
    isOwnWay(option, told.input) ? Object.assign({}, option, { pays, rule: undefined }) : option,
  );
  return Object.assign(result, { options: shown, isByOwnRule: true });
}

function isOwnWay({ category, proof, filedLate }, { filing }) {
  return (
    filedLate === undefined && filing.category === category && (proof === undefined || filing.proof === proof)
  );
}

function yearBefore(day) {
  return `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;
}

/** @param {import("../app.js").Context} context */
export function compare(context) {
  const { say, language, yidi } = context;
  const over = overCase(context, (told) => compared(yidi, told));
  /** The same at every tier of hospital, once it was asked for. */
  let tiers = { told: null, options: [] };
  /** The two days as typed, what is wrong with them, and what came of them. */
  let days = { before: "", after: "", problem: null, result: null, told: null };

  function paysText({ least, most, atMost, atLeast, refusal }) {
    if (refusal || most === undefined) return say(words.unknown);
    const amount = boundsText({ least, most });
    if (least !== most || atMost === atLeast) return amount;
    return say(atMost ? words.upTo : words.from, { amount });
  }

  function moreText({ pays, moreThanCheapest }) {
    if (pays.refusal || moreThanCheapest === undefined) return "";
    return /^[0.]+$/.test(moreThanCheapest) ? say(words.cheapest) : `+ ${formatMoney(moreThanCheapest)}`;
  }

  function isMine(option) {
    const { input } = over.told();
    return isOwnWay(option, input) && (option.tier === undefined || option.tier === input.visit.tier);
  }

  /** @returns {import("../view.js").TableBlock} */
  function tableBlock(id, caption, options) {
    const { way, pays, more } = words.columns;
    const rows = options.map((option, at) => {
      const row = { id: `${id}-${at}`, cells: [say(option.label), paysText(option.pays), moreText(option)] };
      return isMine(option) ? Object.assign(row, { tone: "info", hint: say(words.yours) }) : row;
    });
    return { kind: "table", id, caption, columns: [say(way), say(pays), say(more)], rows };
  }

  /** What the reader's own way of filing comes to. @returns {Block[]} */
  function ownFigure(result) {
    const [own] = result.options.filter(isMine);
    if (!own || own.pays.most === undefined) return [];
    return [boundsBlock(say(aboutOf(result, words.own)), own.pays)];
  }

  /** The tiers that a hospital for this visit can have; none to compare where the person's own figures are of one of them. */
  function comparedTiers({ known }) {
    if (isOfOneTier(known)) return [];
    const { answers } = over.hand.current();
    const named = optionsOf("visit.tier", answers, over.hand.regionOf(answers["person.insuredRegion"]), say);
    return named.length > 1 ? named : [];
  }

  /** What one way of filing comes to at every tier: the reader's own, or else the cheapest at each. */
  function tiersTable(compared) {
    const { input } = over.told();
    const { hospital, own, cheapest } = words.tiers;
    const rows = compared.map(({ tier, name, options }) => {
      const [shown] = options.filter((option) => isOwnWay(option, input)).concat(options);
      const row = { id: `tiers-${tier}`, cells: [name, paysText(shown.pays)] };
      return tier === input.visit.tier ? Object.assign(row, { tone: "info", hint: say(words.yours) }) : row;
    });
    const caption = say(input.filing.category ? own : cheapest);
    return {
      kind: "table",
      id: "tiers-table",
      caption,
      columns: [say(hospital), say(words.columns.pays)],
      rows,
    };
  }

  /** @returns {Block[]} */
  function tierBlocks(result) {
    const named = comparedTiers(result);
    if (named.length === 0) return [];
    const { label, hint, title, intro, all } = words.tiers;
    if (tiers.told !== over.told()) {
      const action = { id: "compareTiers", label: say(label), hint: say(hint) };
      return [{ kind: "actions", id: "tiers-actions", actions: [action] }];
    }
    const compared = named.map(({ value, label: name }) => {
      const options = tiers.options.filter(({ tier, filedLate }) => tier === value && !filedLate);
      return { tier: value, name, options };
    });
    const details = compared.map(({ tier, name, options }) => ({
      kind: "details",
      id: `tier-${tier}`,
      summary: say(all, { tier: name }),
      blocks: [tableBlock(`tier-${tier}-ways`, name, options)],
    }));
    const blocks = [textBlock("tiers-intro", say(intro), "quiet"), tiersTable(compared), ...details];
    return [/** @type {Block} */ ({ kind: "group", id: "tiers", title: say(title), blocks })];
  }

  function compareTiers() {
    context.work(say(common.working), () => {
      const told = over.told();
      const { options } = yidi.compareFilings(over.result().known, { tiers: true });
      tiers = { told, options };
      context.lead("tiers");
    });
  }

  function paperText({ proves, anyOneOf, orCommitment }) {
    const papers = anyOneOf.map((paper) => say(paper.name)).join(say(words.details.or));
    const named = papers ? say(words.details.anyOneOf, { proves: say(proves), papers }) : say(proves);
    return orCommitment ? named + say(words.details.orCommitment) : named;
  }

  function papersRows({ category, papers }) {
    const row = (id, value) => ({ id, label: say(words.details.papers), value });
    if (category === "notFiled") return [];
    if (!papers) return [row("papers", say(words.details.papersUnknown))];
    const { needs } = papers.materials;
    if (needs.length === 0) return [row("papers", say(words.details.noPapers))];
    return needs.map((need, at) => row(`papers-${at}`, paperText(need)));
  }

  function lateRows({ late }) {
    if (!late) return [];
    const route = (name) => say(routes[late.filing[name]]);
    return [
      { id: "before", label: say(words.details.before), value: route("beforeSettlement") },
      { id: "after", label: say(words.details.after), value: route("afterSettlement") },
    ];
  }

  function ruleRows({ pays, rule }) {
    if (pays.refusal)
      return [
        {
          id: "why",
          label: say(words.details.why),
          value: linesOf(problemOf(pays.refusal), context).join(""),
        },
      ];
    return rule ? [{ id: "rule", label: say(words.details.rule), value: say(rule.says) }] : [];
  }

  /** @returns {Block[]} */
  function wayBlocks(option, at) {
    const rows = [...ruleRows(option), ...papersRows(option), ...lateRows(option)];
    const laws = [option.rule, option.papers, option.late]
      .filter(Boolean)
      .map(({ law }, which) => shownLaw(law, language(), `way-${at}-law-${which}`));
    if (rows.length === 0) return [];
    const blocks = [{ kind: "rows", id: `way-${at}-rows`, rows }];
    const sources = laws.length > 0 ? [{ kind: "laws", id: `way-${at}-laws`, laws }] : [];
    const summary = say(option.label);
    return [
      /** @type {Block} */ ({
        kind: "details",
        id: `way-${at}-details`,
        summary,
        blocks: [...blocks, ...sources],
      }),
    ];
  }

  /** What each needs, closed: the amounts are what is looked for first. @returns {Block[]} */
  function waysBlocks({ options }) {
    const blocks = options.reduce((all, option, at) => all.concat(wayBlocks(option, at)), []);
    return blocks.length > 0
      ? [{ kind: "details", id: "needs", summary: say(words.details.all), blocks }]
      : [];
  }

  function dayField(name) {
    const { settled } = over.told().input.visit;
    const typed = days[name] || (name === "before" ? yearBefore(settled) : settled);
    const field = { kind: "field", id: name, input: "date", label: say(words.dates[name]), value: typed };
    const { problem } = days;
    const isWrong = problem && problem.name === name;
    return isWrong ? Object.assign(field, { error: sentenceOf(problem, context) }) : field;
  }

  function changesBlock({ before, after, changes }) {
    const said = (rule) => (rule ? say(rule.says) : say(words.dates.none));
    const rows = changes.map((change) => ({
      id: change.rule,
      cells: [say(change.label), said(change.before), said(change.after)],
    }));
    const pays = { id: "pays", cells: [say(words.dates.pays), paysText(before.pays), paysText(after.pays)] };
    const columns = [
      say(words.dates.rule),
      formatDate(before.settled, language()),
      formatDate(after.settled, language()),
    ];
    return {
      kind: "table",
      id: "changes",
      caption: say(words.dates.caption),
      columns,
      rows: [pays, ...rows],
    };
  }

  /** @returns {Block[]} */
  function changesBlocks() {
    const { result, told, problem } = days;
    if (problem && !problem.name) {
      const lines = linesOf(problem, context);
      return [{ kind: "message", id: "dates-refusal", tone: "caution", title: say(common.refused), lines }];
    }
    if (!result || told !== over.told()) return [];
    const table = /** @type {Block} */ (changesBlock(result));
    const refused = [result.before, result.after].filter(({ pays }) => pays.refusal);
    if (refused.length > 0) {
      const lines = refused.map(({ pays }) => sentenceOf(problemOf(pays.refusal), context));
      return [
        table,
        { kind: "message", id: "dates-refusal", tone: "caution", title: say(common.refused), lines },
      ];
    }
    return result.changes.length > 0
      ? [table]
      : [table, { kind: "text", id: "same", text: say(words.dates.same) }];
  }

  /** @returns {Block} */
  function datesBlock() {
    const action = { id: "compareDates", label: say(words.dates.compare) };
    const fields = /** @type {Block[]} */ (DAYS.map(dayField));
    return {
      kind: "group",
      id: "dates",
      title: say(words.dates.summary),
      blocks: [
        { kind: "text", id: "dates-intro", text: say(words.dates.intro), tone: "quiet" },
        ...fields,
        { kind: "actions", id: "dates-actions", actions: [action] },
        ...changesBlocks(),
      ],
    };
  }

  function compareDates() {
    const { input } = over.told();
    const [before, after] = DAYS.map((name) => dayField(name).value.trim());
    context.work(say(common.working), () => {
      const told = over.told();
      try {
        const result = yidi.compareDates(input, before, after);
        days = { before, after, problem: null, result, told };
        context.lead("changes");
      } catch (refusal) {
        const problem = problemOf(refusal);
        const name = DAYS.filter((day) => day === problem.path)[0];
        days = { before, after, problem: Object.assign(problem, { name }), result: null, told };
        context.lead(name || "dates-refusal");
      }
    });
  }

  /** @returns {Block[]} */
  function resultBlocks(result) {
    return [
      ...ownFigure(result),
      { kind: "text", id: "intro", text: say(words.intro), tone: "lead" },
      ...(result.isByOwnRule
        ? [/** @type {Block} */ ({ kind: "text", id: "own-rule", text: say(words.ownRule) })]
        : []),
      tableBlock("ways", say(words.caption), result.options),
      ...waysBlocks(result),
      ...(result.isWhole ? [textBlock("whole", say(common.whole), "quiet")] : []),
      ...takenBlocks(result.taken, context),
      ...tierBlocks(result),
      datesBlock(),
      { kind: "text", id: "disclaimer", text: say(result.disclaimer), tone: "quiet" },
    ];
  }

  return {
    view() {
      const result = over.result();
      const blocks = result ? resultBlocks(result) : over.instead();
      return { title: say(words.title), back: { label: say(shell.back) }, blocks };
    },
    act(id) {
      if (id === "estimate") over.toEstimate();
      else if (id === "compareDates" && over.result()) compareDates();
      else if (id === "compareTiers" && over.result()) compareTiers();
    },
    type(id, text) {
      if (DAYS.indexOf(id) < 0) return;
      days = Object.assign({}, days, { [id]: String(text).slice(0, 40), problem: null });
      context.changed();
    },
    enter: () => over.refresh(),
  };
}
