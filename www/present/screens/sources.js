// Every rule that is known of a region, with its source, its time and its grade.

import { textBlock } from "../blocks.js";
import { formatDate } from "../calendar.js";
import { caseInHand } from "../case-in-hand.js";
import { shownGrade, shownLaw } from "../laws.js";
import { lookup } from "../lookup.js";
import { linesOf, problemOf } from "../refusals.js";
import { createRegionPicker } from "../region-picker.js";
import { regionScenarioText, scenarioText } from "../scenario.js";
import { facts } from "../words/facts.js";
import { shell } from "../words/shell.js";
import { sources as words } from "../words/sources.js";

/** @typedef {import("../view.js").Block} Block */

const REGION = "region";

/** @param {import("../app.js").Context} context */
export function sources(context) {
  const { say, language, host, yidi } = context;
  const hand = context.share(caseInHand);
  const picker = createRegionPicker(context, { id: REGION });
  /** The region that was chosen here; the estimate's where none was. @type {string | null} */
  let chosen = null;
  let isChoosing = false;
  let described = { mark: "", description: null, problem: null };

  const regionNow = () => chosen || hand.current().answers["person.insuredRegion"] || "";

  function mark() {
    return `${regionNow()} ${host.today()}`;
  }

  function describe() {
    described = { mark: mark(), description: null, problem: null };
    try {
      described.description = yidi.describeRegion(regionNow(), host.today());
    } catch (refusal) {
      described.problem = problemOf(refusal);
    }
  }

  function isDescribed() {
    return described.mark === mark();
  }

  function lookUp() {
    if (!regionNow() || isDescribed()) return;
    context.work(say(words.working), describe);
  }

  /** Rules of one kind and one region stand together, in the engine's order. */
  function grouped(rules) {
    const groups = [];
    rules.forEach((rule) => {
      const { rule: kind, pack, label } = rule.law;
      const found = groups.filter((group) => group.kind === kind && group.pack === pack)[0];
      if (found) found.rules.push(rule);
      else groups.push({ kind, pack, label, rules: [rule] });
    });
    return groups;
  }

  function shownRule(rule, id) {
    return Object.assign(shownLaw(rule.law, language(), id, say(rule.says)), { rule: say(rule.applies) });
  }

  /** @returns {Block} */
  function groupBlock({ kind, pack, label, rules }) {
    const id = `rules-${pack}-${kind}`;
    const laws = rules.map((rule, at) => shownRule(rule, `${id}-${at}`));
    const summary = say(words.inForce, { rule: say(label), count: String(rules.length) });
    return { kind: "details", id, summary, blocks: [{ kind: "laws", id: `${id}-laws`, laws }] };
  }

  /** @returns {Block[]} */
  function packBlocks({ admdvs, name, version, lastChecked }, rules) {
    const inForce = rules.filter((rule) => rule.inForce);
    const past = rules.filter((rule) => !rule.inForce);
    if (rules.length === 0) return [];
    const date = formatDate(lastChecked, language());
    const blocks = [textBlock(`pack-${admdvs}-version`, say(words.version, { version, date }), "quiet")];
    blocks.push(...grouped(inForce).map(groupBlock));
    if (past.length > 0) {
      const laws = past.map((rule, at) => shownRule(rule, `past-${admdvs}-${at}`));
      const summary = say(words.past, { count: String(past.length) });
      const id = `past-${admdvs}`;
      blocks.push({ kind: "details", id, summary, blocks: [{ kind: "laws", id: `${id}-laws`, laws }] });
    }
    return [{ kind: "group", id: `pack-${admdvs}`, title: say(words.pack, { name: say(name) }), blocks }];
  }

  /** @returns {Block[]} */
  function factsBlocks({ region }) {
    const rows = [{ id: "region", label: say(words.region.short), value: say(region.name) }];
    const { options } = facts["person.insurance"];
    const insurances = region.insurances.map((one) => say(options[one].label)).join(say(words.and));
    if (insurances) rows.push({ id: "insurances", label: say(words.insurances), value: insurances });
    if (region.grade)
      rows.push({ id: "grade", label: say(words.grade), value: shownGrade(region.grade, language()).label });
    /** @type {Block[]} */
    const blocks = [{ kind: "rows", id: "facts", title: say(words.facts), rows }];
    if (insurances) return blocks;
    const title = say(words.noTable, { name: say(region.name) });
    return [...blocks, { kind: "message", id: "no-table", tone: "caution", title, lines: [] }];
  }

  /** @returns {Block} */
  function gradesBlock() {
    const grades = ["official", "published", "unconfirmed", "userSupplied"];
    return {
      kind: "details",
      id: "grades",
      summary: say(words.grades.title),
      blocks: grades.map((grade) => textBlock(`grade-${grade}`, say(words.grades[grade]))),
    };
  }

  /** The case of the estimate, where it is of this region; else the region and the day. */
  function reported() {
    const told = hand.told();
    const isOfRegion = told && hand.current().answers["person.insuredRegion"] === regionNow();
    if (isOfRegion) return { text: scenarioText(told.input), line: words.report.line };
    return { text: regionScenarioText(regionNow(), host.today()), line: words.report.none };
  }

  /** @returns {Block[]} */
  function reportBlocks() {
    const { text, line } = reported();
    const title = say(words.report.title);
    if (host.copy) {
      const action = { id: "report", label: say(words.report.action) };
      return [{ kind: "message", id: "report", tone: "info", title, lines: [say(line)], action }];
    }
    const section = { id: "case", paragraphs: [text] };
    return [{ kind: "paper", id: "report", title: say(words.report.paper), sections: [section] }];
  }

  /** @returns {Block[]} */
  function regionBlocks(description) {
    const { packs, rules } = description;
    const ofPack = (pack) => rules.filter(({ law }) => law.pack === pack.admdvs);
    const blocks = packs.reduce((all, pack) => all.concat(packBlocks(pack, ofPack(pack))), []);
    const another = { id: "another", label: say(words.region.another) };
    return [
      textBlock("intro", say(words.intro), "lead"),
      ...factsBlocks(description),
      { kind: "actions", id: "region-actions", actions: [another] },
      ...blocks,
      gradesBlock(),
      ...reportBlocks(),
      textBlock("not-official", say(shell.notOfficial), "quiet"),
    ];
  }

  /** @returns {Block[]} */
  function blocksNow() {
    const asksRegion = isChoosing || !regionNow();
    if (asksRegion)
      return [
        textBlock("intro", say(words.intro), "lead"),
        picker.block(isChoosing ? "" : regionNow(), { label: say(words.region.label) }),
      ];
    if (!isDescribed()) return [textBlock("working", say(words.working), "quiet")];
    const { description, problem } = described;
    if (description) return regionBlocks(description);
    const [title, ...lines] = linesOf(problem, context);
    const another = { id: "another", label: say(words.region.another) };
    return [
      { kind: "message", id: "refusal", tone: "caution", title, lines },
      { kind: "actions", id: "region-actions", actions: [another] },
    ];
  }

  function setChoosing(choosing) {
    isChoosing = choosing;
    if (choosing) context.lead(REGION);
    context.changed();
  }

  const ACTS = {
    another: () => setChoosing(true),
    report() {
      host.copy(reported().text);
      context.announce(say(words.report.copied));
      context.changed();
    },
  };

  return {
    view() {
      const view = { title: say(words.title), back: { label: say(shell.back) }, blocks: blocksNow() };
      return isChoosing ? Object.assign(view, { step: REGION }) : view;
    },
    act(id) {
      const act = lookup(ACTS, id);
      if (act) act();
    },
    type(target, text) {
      const city = picker.type(target, String(text));
      if (!city) return context.changed();
      chosen = city;
      isChoosing = false;
      picker.remember(city);
      context.lead("facts");
      return lookUp();
    },
    enter: lookUp,
    back() {
      if (!isChoosing) return false;
      setChoosing(false);
      return true;
    },
  };
}
