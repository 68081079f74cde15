// The visit whose direct settlement is asked about: what the reader has told of it, and the engine's word on it.

import { isAnswer } from "./asking.js";
import { caseInHand, factsOfFiling } from "./case-in-hand.js";
import { directory, OWN_CODE } from "./directory.js";
import { standing } from "./filing-state.js";
import { isWithOffice, keptFilings, recordOf } from "./kept-filings.js";
import { limitLaws } from "./limits.js";
import { problemOf } from "./refusals.js";
import { place as words } from "./words/place.js";

/**
 * @typedef {object} Answers
 * @property {string} [insuredRegion]
 * @property {string} [treatmentRegion]
 * @property {string} [kind]
 * @property {string} [disease] an id of those settled directly there, or a national code
 * @property {string} [qualified] "yes", "no" or "unknown"
 * @property {string} [drug] the name of a special drug
 * @property {string} [filed] a category, as the reader says
 * @property {string} [chosen] "yes" or "no": whether the facility is the designated one
 * @property {string} [date]
 */

/** @typedef {{ answers: Answers, facility: string, own: { name: string, opened: string[] } }} Told */

const SLOT = "place";

const QUESTIONS = [
  "insuredRegion",
  "treatmentRegion",
  "kind",
  "disease",
  "qualified",
  "drug",
  "filed",
  "date",
];
const REGIONS = ["insuredRegion", "treatmentRegion"];
/** What a reader can find that a facility has opened. */
export const OPENED = ["inpatient", "outpatient", "chronic", "specialDrug"];
const OF_CHRONIC = ["disease", "qualified"];

/** A filing, a list of diseases and a hospital are each of a place. */
const OF_PLACE = ["filed", "disease", "chosen"];

/** What the device had kept, as far as it can be used. @returns {Told} */
function toldIn(saved) {
  const given = Object(saved);
  /** @type {Told} */
  const told = { answers: {}, facility: "", own: { name: "", opened: [] } };
  QUESTIONS.concat("chosen").forEach((id) => {
    if (isAnswer(Object(given.answers)[id])) told.answers[id] = given.answers[id];
  });
  if (isAnswer(given.facility)) told.facility = given.facility;
  const own = Object(given.own);
  if (isAnswer(own.name)) told.own.name = own.name;
  if (Array.isArray(own.opened)) told.own.opened = own.opened.filter((kind) => OPENED.indexOf(kind) >= 0);
  return told;
}

/** What the reader says of a filing, as a record of it: it holds on the day. @param {Answers} answers */
function filingsTold({ filed, treatmentRegion, date }) {
  if (!filed || filed === "notFiled") return [];
  return [{ category: filed, places: [treatmentRegion], from: date, filedOn: date }];
}

/** @param {Answers} answers */
function chronicFacts({ disease, qualified }) {
  return qualified === "unknown" ? { disease } : { disease, qualified: qualified === "yes" };
}

/** @param {import("./app.js").Context} context */
export function visitInHand(context) {
  const { say, language, host, yidi, store } = context;
  const hand = context.share(caseInHand);
  const filings = context.share(keptFilings);
  const facilities = context.share(directory);
  let asked = { mark: "", answer: null, problem: null };
  let listed = { mark: "", diseases: [] };
  let limited = { mark: "", laws: [] };

  const told = () => toldIn(store.get(SLOT));

  /** What was told, filled up with what the filing has told already. @returns {Answers} */
  function answers() {
    const known = factsOfFiling(context);
    /** @type {Answers} */
    const filled = { date: host.today() };
    if (known["person.insuredRegion"]) filled.insuredRegion = known["person.insuredRegion"];
    if (known["visit.treatmentRegion"]) filled.treatmentRegion = known["visit.treatmentRegion"];
    return Object.assign(filled, told().answers);
  }

  function keep(changes) {
    store.put(SLOT, Object.assign(told(), changes));
  }

  function insurance() {
    const path = "person.insurance";
    return factsOfFiling(context)[path] || hand.current().answers[path];
  }

  /** The filings of the person that an office has, of that insured region. */
  function filingsKept() {
    const { insuredRegion } = answers();
    return filings
      .all()
      .filter((entry) => entry.insuredRegion === insuredRegion)
      .filter((entry) => isWithOffice(Object.assign({}, entry, { state: standing(context, entry) })))
      .map(recordOf);
  }

  /** Whether a question matters for the visit. */
  function asks(id) {
    const { kind, insuredRegion, treatmentRegion } = answers();
    if (OF_CHRONIC.indexOf(id) >= 0) return kind === "chronic";
    if (id === "drug") return kind === "specialDrug";
    if (id !== "filed") return true;
    return kind !== "emergency" && insuredRegion !== treatmentRegion && filingsKept().length === 0;
  }

  function openQuestion() {
    const given = answers();
    return QUESTIONS.filter((id) => asks(id) && !given[id])[0] || null;
  }

  function filingRecords() {
    const kept = filingsKept();
    if (kept.length > 0) return kept;
    return asks("filed") ? filingsTold(answers()) : [];
  }

  function settlementQuestion() {
    const { insuredRegion, treatmentRegion, kind, disease, qualified, drug, date, chosen } = answers();
    const visit = { treatmentRegion, kind, admitted: date };
    const filing = { insuredRegion, filings: filingRecords(), visit };
    const [insured, { facility }] = [insurance(), told()];
    if (insured) Object.assign(filing, { insurance: insured });
    const question = { filing };
    if (kind === "chronic") Object.assign(question, chronicFacts({ disease, qualified }));
    if (kind === "specialDrug") Object.assign(question, { drug });
    if (facility) Object.assign(question, { facility });
    if (facility && chosen) Object.assign(question, { chosen: chosen === "yes" });
    return question;
  }

  function checked(question) {
    try {
      return { answer: yidi.checkDirectSettlement(question), problem: null };
    } catch (refusal) {
      if (Object(refusal).code === "facilitiesLost") facilities.lost();
      return { answer: null, problem: problemOf(refusal) };
    }
  }

  function ownDiseases() {
    const region = hand.regionOf(answers().insuredRegion);
    return region ? region.diseases : [];
  }

  /** The diseases settled directly there. */
  function openDiseases() {
    const { insuredRegion, treatmentRegion, date } = answers();
    const visit = { treatmentRegion, kind: "chronic", admitted: date };
    const { answer } = checked({ filing: { insuredRegion, filings: [], visit } });
    return answer ? answer.openDiseases : [];
  }

  /** The diseases that can be asked about: those settled directly there, then others that the insured region names by a national code. */
  function diseases() {
    const { insuredRegion, treatmentRegion, date } = answers();
    const mark = [insuredRegion, treatmentRegion, date].join();
    if (listed.mark === mark) return listed.diseases;
    const open = openDiseases();
    const isOpen = (one) => open.some(({ id, code }) => id === one.id || code === one.code);
    const others = ownDiseases().filter((one) => one.code && !isOpen(one));
    const codes = others.map(({ code }) => code);
    const named = others.filter((one, at) => codes.indexOf(one.code) === at);
    listed = { mark, diseases: open.concat(named.map((one) => Object.assign({}, one, { id: one.code }))) };
    return listed.diseases;
  }

  const diseaseAt = (field, value) => diseases().filter((one) => value && one[field] === value)[0];

  function codeOfDisease() {
    const found = diseaseAt("id", answers().disease);
    return found ? found.code : undefined;
  }

  function openingOf(kind) {
    if (kind !== "chronic") return { kind };
    const disease = codeOfDisease();
    return disease ? { kind, disease } : null;
  }

  /** The reader's own facility is open to the engine only while it is the one that is asked about. */
  function tellOwnFacility() {
    const { facility, own } = told();
    if (own.name === "" && own.opened.length === 0) return;
    const opened = facility === OWN_CODE ? own.opened.map(openingOf).filter(Boolean) : [];
    const name = own.name.trim() || say(words.own.unnamed);
    facilities.tell({ name, region: answers().treatmentRegion, opened });
  }

  function lawsOnLimits() {
    const { insuredRegion, disease, date } = answers();
    const code = codeOfDisease();
    const isMeant = (one) => one.id === disease || (code !== undefined && one.code === code);
    const meant = ownDiseases().filter(isMeant)[0];
    if (!meant) return [];
    return limitLaws(context, { insuredRegion, insurance: insurance(), label: meant.label, date });
  }

  return {
    told,
    answers,
    asks,
    openQuestion,
    filingsKept,
    diseases,
    diseaseAt,
    codeOfDisease,
    /** Takes an answer; one on the place takes away what was of the other place. */
    answer(id, value) {
      const given = Object.assign({}, answers(), { [id]: value });
      const isElsewhere = REGIONS.indexOf(id) >= 0;
      if (isElsewhere)
        OF_PLACE.forEach((stale) => {
          delete given[stale];
        });
      keep({ answers: given, facility: isElsewhere ? "" : told().facility });
    },
    /** Asks about another facility; "" for none. */
    chooseFacility(code) {
      const given = Object.assign({}, told().answers);
      delete given.chosen;
      keep({ answers: given, facility: code });
    },
    /** Takes what the reader has looked up about a facility. */
    keepOwn({ name, opened }) {
      keep({ own: { name, opened: opened.filter((kind) => OPENED.indexOf(kind) >= 0) } });
    },
    /** The engine's word on the visit, asked for once; null as long as a question is open. */
    verdict() {
      if (openQuestion()) return null;
      const question = settlementQuestion();
      const mark = JSON.stringify([question, told().own, facilities.isRead()]);
      if (asked.mark !== mark) {
        tellOwnFacility();
        asked = Object.assign({ mark }, checked(question));
      }
      return asked;
    },
    /** What the insured region pays for the disease at the most. Looked up once: a description holds every rule of a region. */
    limits() {
      const { insuredRegion, disease, date } = answers();
      const mark = [insuredRegion, insurance(), disease, date, language()].join();
      if (limited.mark !== mark) limited = { mark, laws: lawsOnLimits() };
      return limited.laws;
    },
    /** Takes what was told here on to the estimate. */
    carryToEstimate() {
      const { insuredRegion, treatmentRegion, kind, disease, date } = answers();
      const facts = {
        "person.insuredRegion": insuredRegion,
        "visit.treatmentRegion": treatmentRegion,
        "visit.kind": kind,
        "visit.admitted": date,
      };
      const isNamed = kind === "chronic" && ownDiseases().some(({ id }) => id === disease);
      if (isNamed) facts["visit.disease"] = disease;
      Object.keys(facts).forEach((path) => {
        if (facts[path] && hand.current().answers[path] !== facts[path]) hand.answer(path, facts[path]);
      });
    },
  };
}
