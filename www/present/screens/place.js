// Where to go: whether a visit can be settled directly there, why not, and what mends it.

import { asking, askingScreen } from "../asking.js";
import { textBlock } from "../blocks.js";
import { formatDate } from "../calendar.js";
import { directory, OWN_CODE } from "../directory.js";
import { KINDS_OF_VISIT, wordedOptions } from "../facts.js";
import { shownLaw } from "../laws.js";
import { linesOf } from "../refusals.js";
import { visitInHand } from "../visit-in-hand.js";
import { facts } from "../words/facts.js";
import { overCase } from "../words/over-case.js";
import { place as words } from "../words/place.js";
import { routes } from "../words/routes.js";
import { shell } from "../words/shell.js";

/** @typedef {import("../view.js").Block} Block */

/** @type {Object<string, "region" | "choice" | "text" | "date">} */
const KINDS_OF_ANSWER = {
  insuredRegion: "region",
  treatmentRegion: "region",
  kind: "choice",
  disease: "choice",
  qualified: "choice",
  drug: "text",
  filed: "choice",
  date: "date",
};
const FILED = [
  "retiredSettled",
  "longTermResident",
  "postedWorker",
  "referral",
  "otherTemporary",
  "notFiled",
];
const STATES = ["fails", "unknown", "seeTo"];
const FOUND_LIMIT = 20;

/** @type {Object<string, import("../view.js").Tone>} */
const TONES = { yes: "good", no: "caution", unknown: "info" };

/** @param {import("../app.js").Context} context */
export function place(context) {
  const { say, language, host, yidi } = context;
  const visit = context.share(visitInHand);
  const facilities = context.share(directory);
  /** The words a hospital is searched by. */
  let query = "";
  /** What is being typed of a facility that the reader has looked up. @type {{ name: string, opened: string[] } | null} */
  let own = null;

  const ownNow = () => own || visit.told().own;

  const worded = (texts, values) => wordedOptions(texts, values, say);

  const questions = asking(context, {
    kinds: KINDS_OF_ANSWER,
    texts: words.questions,
    answers: visit.answers,
    asks: visit.asks,
    optionsOf,
    answer: visit.answer,
    onAnswer: lookUp,
  });

  function optionsOf(id) {
    if (id === "kind") return worded(facts["visit.kind"].options, KINDS_OF_VISIT);
    if (id === "filed") return worded(facts["filing.category"].options, FILED);
    if (id === "qualified") return worded(words.questions.qualified.options, ["yes", "no", "unknown"]);
    return visit.diseases().map((one) => ({ value: one.id, label: say(one.label) }));
  }

  /** What was told, and how many filings of the reader's count. @returns {Block} */
  function toldBlock() {
    const count = visit.filingsKept().length;
    if (count === 0) return questions.told();
    const value = say(words.keptFilings, { count: String(count) });
    return questions.told([{ id: "told-filings", label: say(words.questions.filed.short), value }]);
  }

  /** @returns {import("../view.js").StepsBlock} */
  function conditionsBlock(state, found) {
    const steps = found.map((one, at) => ({
      id: `${state}-${at}`,
      title: say(one.says),
      lines: [say(one.remedy)],
      laws: one.law ? [shownLaw(one.law, language(), `${state}-${at}-law`)] : [],
    }));
    return { kind: "steps", id: `conditions-${state}`, title: say(words.conditions[state]), steps };
  }

  /** Every condition that is not met, then what is not known, then what has to be seen to. @returns {Block[]} */
  function conditionBlocks({ conditions }) {
    return STATES.map((state) => ({ state, found: conditions.filter((one) => one.state === state) }))
      .filter(({ found }) => found.length > 0)
      .map(({ state, found }) => conditionsBlock(state, found));
  }

  /** @returns {Block} */
  function verdictBlock({ answer }) {
    const lines = answer === "yes" ? [say(words.verdict.yesLine)] : [];
    return { kind: "message", id: "verdict", tone: TONES[answer], title: say(words.verdict[answer]), lines };
  }

  function openingText({ kind, disease, since }) {
    const named = visit.diseaseAt("code", disease);
    const name = named ? say(named.label) : say(words.facility.kinds[kind]);
    return since ? say(words.facility.since, { kind: name, date: formatDate(since, language()) }) : name;
  }

  function openedText({ opened }) {
    if (opened.length === 0) return say(words.facility.nothing);
    const names = opened.map(openingText);
    const kinds = names.filter((name, at) => names.indexOf(name) === at).join(" · ");
    return say(words.facility.opened, { kinds });
  }

  /** @returns {Block[]} */
  function alternativeBlocks({ alternatives }) {
    if (alternatives.length === 0) return [];
    const rows = alternatives.map((one) => ({
      id: `other-${one.code}`,
      label: one.name,
      value: openedText(one),
      action: { id: "facility", value: one.code, label: say(words.alternatives.choose) },
    }));
    return [{ kind: "rows", id: "alternatives", title: say(words.alternatives.title), rows }];
  }

  function foundFacilities(region) {
    try {
      return yidi.searchFacilities({ region, text: query, limit: FOUND_LIMIT });
    } catch (_lost) {
      return { total: 0, facilities: [] };
    }
  }

  /** @returns {Block} */
  function pickerBlock(chosen) {
    const { treatmentRegion } = visit.answers();
    const found = foundFacilities(treatmentRegion);
    const name = questions.nameOf("treatmentRegion", treatmentRegion);
    const options = found.facilities
      .filter(({ code }) => code !== OWN_CODE)
      .map((one) => ({ value: one.code, label: one.name, hint: openedText(one) }));
    const title = say(words.facility.found, { place: name, total: String(found.total) });
    /** @type {import("../view.js").PickerBlock} */
    const block = {
      kind: "picker",
      id: "facility",
      label: say(words.facility.label),
      query,
      placeholder: say(words.facility.placeholder),
      groups: options.length > 0 ? [{ id: "facilities", title, options }] : [],
      empty: say(words.facility.empty),
      value: visit.told().facility,
    };
    return chosen ? Object.assign(block, { chosen: chosen.name }) : block;
  }

  /** The reader tells what the official list says of a facility. @returns {Block[]} */
  function ownBlocks() {
    const { kind, disease } = visit.answers();
    const { name, opened } = ownNow();
    const named = kind === "chronic" && visit.codeOfDisease() ? visit.diseaseAt("id", disease) : undefined;
    const kinds = ["inpatient", "outpatient"].concat(kind === "specialDrug" ? kind : []);
    const options = kinds.map((value) => ({
      value,
      label: say(words.facility.kinds[value]),
    }));
    if (named) options.push({ value: "chronic", label: say(named.label) });
    const value = opened.join(",");
    return [
      textBlock("own-how", say(words.own.how), "quiet"),
      {
        kind: "field",
        id: "own.name",
        input: "text",
        label: say(words.own.name),
        value: name,
        optional: true,
      },
      { kind: "choice", id: "own.opened", label: say(words.own.opened), options, value, several: true },
      { kind: "actions", id: "own-actions", actions: [{ id: "own", label: say(words.own.check) }] },
    ];
  }

  /** What is known of the facility that is asked about. @returns {Block[]} */
  function chosenBlocks(chosen) {
    const { facility } = visit.told();
    if (!facility) return [];
    const label = chosen ? chosen.name : facility;
    const row = { id: "facility-row", label, value: chosen ? openedText(chosen) : say(words.facility.empty) };
    return [
      { kind: "rows", id: "facility-chosen", rows: [row] },
      ...(facility === OWN_CODE ? [textBlock("own-source", say(words.own.source), "quiet")] : []),
      {
        kind: "actions",
        id: "facility-actions",
        actions: [{ id: "noFacility", label: say(words.facility.none) }],
      },
    ];
  }

  /** @returns {Block[]} */
  function searchBlocks(chosen) {
    const inside = ownBlocks();
    if (facilities.isReading()) return [textBlock("reading", say(words.reading), "quiet")];
    if (facilities.isRead())
      return [
        pickerBlock(chosen),
        { kind: "details", id: "own-details", summary: say(words.own.summary), blocks: inside },
      ];
    if (!facilities.isBroken()) return inside;
    return [
      { kind: "message", id: "unread", tone: "caution", title: say(words.unread), lines: [] },
      ...inside,
    ];
  }

  /** @returns {Block} */
  function facilityBlock(chosen) {
    const blocks = [...chosenBlocks(chosen), ...searchBlocks(chosen)];
    return { kind: "group", id: "hospital", title: say(words.facility.title), blocks };
  }

  /** Asked only where it decides. @returns {Block[]} */
  function designatedBlocks({ conditions }) {
    const { facility, answers } = visit.told();
    const matters = answers.chosen || conditions.some(({ reason }) => reason === "facilityNotChosen");
    if (!facility || !matters) return [];
    const options = ["yes", "no"].map((value) => ({ value, label: say(words.chosen.options[value]) }));
    const label = say(words.chosen.label);
    return [{ kind: "choice", id: "chosen", label, options, value: answers.chosen || "" }];
  }

  /** @returns {Block[]} */
  function limitBlocks() {
    if (visit.answers().kind !== "chronic") return [];
    const laws = visit.limits();
    if (laws.length === 0) return [textBlock("limits-unknown", say(words.limits.unknown), "quiet")];
    return [{ kind: "laws", id: "limits", title: say(words.limits.title), laws }];
  }

  /** @returns {Block} */
  function filingBlock({ filing }) {
    const why = { id: "filing-why", label: say(words.questions.filed.short), value: say(filing.reason) };
    const mend = filing.mend.map((text, at) => ({
      id: `mend-${at}`,
      label: say(overCase.mend),
      value: say(text),
    }));
    const laws = filing.laws.map((law, at) => shownLaw(law, language(), `filing-law-${at}`));
    /** @type {Block[]} */
    const blocks = [{ kind: "rows", id: "filing-rows", rows: [why, ...mend] }];
    if (laws.length > 0) blocks.push({ kind: "laws", id: "filing-laws", laws });
    return { kind: "details", id: "filing", summary: say(words.filing), blocks };
  }

  /** @returns {Block} */
  function leadsBlock({ answer }) {
    const leads = answer === "yes" ? ["estimate"] : ["estimate", "wizard", "failed"];
    const actions = leads.map((route) => ({
      id: route,
      label: say(words.leads[route].label),
      hint: say(words.leads[route].hint),
    }));
    return { kind: "actions", id: "leads", actions };
  }

  /** @returns {Block[]} */
  function answerBlocks(answer) {
    const { otherwise } = answer;
    const route = otherwise ? say(words.otherwise, { route: say(routes[otherwise]) }) : "";
    return [
      verdictBlock(answer),
      ...conditionBlocks(answer),
      ...(route ? [textBlock("otherwise", route)] : []),
      ...alternativeBlocks(answer),
      ...designatedBlocks(answer),
      facilityBlock(answer.facility),
      ...limitBlocks(),
      toldBlock(),
      filingBlock(answer),
      leadsBlock(answer),
      textBlock("not-official", say(shell.notOfficial), "quiet"),
    ];
  }

  /** @returns {Block[]} */
  function refusedBlocks(problem) {
    const [title, ...lines] = linesOf(problem, context);
    return [
      { kind: "message", id: "refusal", tone: "caution", title, lines, alert: true },
      toldBlock(),
      facilityBlock(null),
    ];
  }

  /** @returns {Block[]} */
  function blocksNow() {
    if (questions.now())
      return [textBlock("intro", say(words.intro), "lead"), ...questions.blocks(), toldBlock()];
    const { answer, problem } = visit.verdict();
    return problem ? refusedBlocks(problem) : answerBlocks(answer);
  }

  /** Asks the engine, and takes the reader to its answer. */
  function lookUp() {
    context.work(say(words.working), () => {
      const { answer } = visit.verdict();
      context.lead(answer ? "verdict" : "refusal");
      if (answer) context.announce(say(words.verdict[answer.answer]));
      // Read anew where the engine had to start anew and has lost it.
      facilities.read();
    });
  }

  function chooseFacility(code) {
    query = "";
    visit.chooseFacility(code);
    lookUp();
  }

  const ACTS = {
    facility: chooseFacility,
    noFacility: () => chooseFacility(""),
    own() {
      visit.keepOwn(ownNow());
      own = null;
      chooseFacility(OWN_CODE);
    },
    estimate() {
      visit.carryToEstimate();
      host.go("estimate");
    },
    wizard: () => host.go("wizard"),
    failed: () => host.go("failed"),
  };

  const TYPES = {
    "own.name": (text) => {
      own = { name: text, opened: ownNow().opened };
      context.changed();
    },
    "own.opened": (text) => {
      own = { name: ownNow().name, opened: text.split(",").filter(Boolean) };
      context.changed();
    },
    "facility.query": (text) => {
      query = text;
      context.changed();
    },
    facility: chooseFacility,
    chosen: (text) => {
      visit.answer("chosen", text);
      lookUp();
    },
  };

  return askingScreen(context, questions, {
    title: words.title,
    blocks: blocksNow,
    acts: ACTS,
    types: TYPES,
    enter: facilities.read,
  });
}
