// The facts that an estimate turns on, each by its place in the engine's input, which is the id of its field as well.

import { lookup } from "./lookup.js";
import { isFraction, typedCount, typedMoney, typedPercent } from "./money.js";
import { outpatientWords, previousYear, facts as words, yearFacts, yearSoFarWhy } from "./words/facts.js";

const YEARS = ["yearSoFar", "previousYear"];

/** What kind of answer each takes, in the order in which they are listed. */
const KINDS = {
  "person.insuredRegion": "region",
  "person.insurance": "choice",
  "visit.treatmentRegion": "region",
  "visit.kind": "choice",
  "visit.disease": "choice",
  "visit.tier": "choice",
  "filing.category": "choice",
  "filing.proof": "choice",
  "visit.admitted": "date",
  "visit.settled": "date",
  "visit.waivedVisit": "choice",
  "person.group": "choice",
  "person.age": "count",
  "person.standing": "choice",
  "person.civilServant": "choice",
  "person.accountBalance": "money",
  "ownFigures.deductible": "money",
  "ownFigures.ratio": "percent",
  "ownFigures.poolCap.yearly": "money",
  "ownFigures.crossRegion": "choice",
  "ownFigures.crossRegion.minusPoints": "percent",
};

const YEAR_FACTS = Object.keys(yearFacts);
YEARS.forEach((year) => {
  YEAR_FACTS.forEach((fact) => {
    KINDS[`${year}.${fact}`] = fact === "admissions" ? "count" : "money";
  });
});

export const PATHS = Object.keys(KINDS);

/** "region", "choice", "money", "percent", "count" or "date"; undefined where there is no such fact. */
export function kindOf(path) {
  return lookup(KINDS, path);
}

/** Whether a fact is of what a year has brought so far. */
export function isOfYear(path) {
  return YEARS.indexOf(path.split(".")[0]) >= 0;
}

/** What the person learned about the local rules; it says nothing of another case. */
export const OWN_FIGURES = PATHS.filter((path) => path.indexOf("ownFigures.") === 0);

/** What has to be known of the bill and of the person before anything can be worked out. */
export const BASICS = ["person.insuredRegion", "person.insurance", "visit.treatmentRegion", "bill.total"];

/** Care of one day. */
const OUTSIDE_STAYS = ["outpatient", "chronic", "specialDrug", "emergency"];
export const KINDS_OF_VISIT = ["inpatient"].concat(OUTSIDE_STAYS);

export function isStay(answers) {
  return OUTSIDE_STAYS.indexOf(answers["visit.kind"]) < 0;
}

function isAtHome(answers) {
  return answers["visit.treatmentRegion"] === answers["person.insuredRegion"];
}

function yearWords(path, say) {
  const [year, fact] = path.split(".");
  const texts = yearFacts[fact];
  const inYear = (name) => {
    const question = say(texts[name]);
    return year === "previousYear" ? say(previousYear[name], { question }) : question;
  };
  return { short: inYear("short"), label: inYear("label"), help: say(texts.help), why: say(yearSoFarWhy) };
}

function helpOf(path, texts, answers) {
  if (path === "filing.category" && isAtHome(answers)) return texts.helpAtHome;
  if (path === "ownFigures.crossRegion" && answers["filing.category"] === "notFiled")
    return texts.helpNotFiled;
  return texts.help;
}

/**
 * What a fact is called and how it is asked for.
 * @returns {{ short: string, label: string, help: string, why?: string }}
 */
export function wordsOf(path, answers, say) {
  if (isOfYear(path)) return yearWords(path, say);
  const texts = (!isStay(answers) && lookup(outpatientWords, path)) || words[path];
  return { short: say(texts.short), label: say(texts.label), help: say(helpOf(path, texts, answers)) };
}

const GROUPS = {
  employee: ["working", "retired"],
  resident: ["childOrStudent", "otherResident"],
};

/** Filings that still matter when their holder is treated at home. */
const AT_HOME = ["retiredSettled", "longTermResident", "postedWorker", "notFiled"];

/** A tier of some packs that is no hospital. */
const PHARMACY = "pharmacy";

const OFFERED = {
  "person.group": (answers) => lookup(GROUPS, answers["person.insurance"]),
  "filing.category": (answers) => (isAtHome(answers) ? AT_HOME : undefined),
};

/** Some of the values of a choice, with what each is called. */
export function wordedOptions(texts, values, say) {
  return values.map((value) => ({ value, label: say(texts[value].label), hint: say(texts[value].hint) }));
}

function worded(path, answers, say) {
  const { options } = words[path];
  const offered = (OFFERED[path] && OFFERED[path](answers)) || Object.keys(options);
  return wordedOptions(options, offered, say);
}

/** The insured region's own names for tiers and diseases. */
const OF_REGION = {
  "visit.tier": (region, answers) => region.tiers.filter((tier) => !isStay(answers) || tier.id !== PHARMACY),
  "visit.disease": (region) => region.diseases,
};

/**
 * What a choice offers.
 * @param {{ tiers: object[], diseases: object[] } | undefined} region the insured region as the engine describes it
 * @returns {import("./view.js").Option[]}
 */
export function optionsOf(path, answers, region, say) {
  const ofRegion = lookup(OF_REGION, path);
  if (!ofRegion) return worded(path, answers, say);
  if (!region) return [];
  return ofRegion(region, answers).map(({ id, label }) => ({ value: id, label: say(label) }));
}

const SENT = {
  region: (typed) => typed,
  choice: (typed) => typed,
  date: (typed) => typed,
  money: typedMoney,
  percent: typedPercent,
  count: (typed) => Number(typedCount(typed)),
};

/** An answer as the engine takes it. */
export function sentOf(path, typed) {
  return SENT[kindOf(path)](typed);
}

/** Why an answer cannot be sent to the engine at all; null if it can. */
export function faultOf(kind, typed) {
  if (typed.trim() === "") return kind === "date" ? "missingDate" : "missing";
  if (kind === "count" && !/^\d{1,3}$/.test(typedCount(typed))) return "notACount";
  if (kind === "percent" && isFraction(typedPercent(typed))) return "fractionOfOne";
  return null;
}
