// Asks the engine until it answers: whatever it refuses for want of an answer becomes a question, and of a range the question that
// would narrow it most.

import { inputOf, isGiven, withFact } from "./case.js";
import { faultOf, isOfYear, kindOf, sentOf } from "./facts.js";
import { lookup } from "./lookup.js";

const DEDUCTIBLE = "ownFigures.deductible";
const RATIO = "ownFigures.ratio";
export const CAP = "ownFigures.poolCap.yearly";
export const CROSS_REGION = "ownFigures.crossRegion";
export const POINTS = "ownFigures.crossRegion.minusPoints";

/** The local standards that the person can give where the known ones are of other times. */
const FOR_OTHER_TIMES = [DEDUCTIBLE, RATIO];

/** What is not known of a later stay of the year. */
const ADMISSIONS = "yearSoFar.admissions";

/** Stands in for an answer that is still to come, so that the engine can say what else it will ask for. */
const STAND_INS = { [DEDUCTIBLE]: "0", [RATIO]: "50", [CROSS_REGION]: "none" };

/** @typedef {{ range?: any, refusal?: any }} Answer exactly one of the two */

/** @returns {Answer} */
function tried(yidi, input) {
  try {
    return { range: yidi.estimateRange(input) };
  } catch (refusal) {
    return { refusal };
  }
}

function isSame(one, other) {
  return one !== undefined && one.code === other.code && one.message === other.message;
}

/** How care elsewhere is paid, as the person learned it; undefined where that was not said to the end. */
function crossRegionOf(answers) {
  const said = answers[CROSS_REGION];
  if (!isGiven(said)) return undefined;
  if (said !== "minusPoints") return said;
  const points = answers[POINTS];
  if (!isGiven(points) || faultOf("percent", points)) return undefined;
  return { minusPoints: sentOf(POINTS, points) };
}

/** A figure of the person's own as the engine takes it; undefined where there is none that it could take. */
function ownFigure(path, answers) {
  if (path === CROSS_REGION) return crossRegionOf(answers);
  const typed = answers[path];
  return isGiven(typed) && !faultOf(kindOf(path), typed) ? sentOf(path, typed) : undefined;
}

/** The figure of the person's own that would take this refusal away, if there is one. */
function figureBehind({ code, path }, mends) {
  if (code === "ruleNotFound" && path === ADMISSIONS) return DEDUCTIBLE;
  if (code === "ruleNotFound" && lookup(STAND_INS, path)) return path;
  return code === "dateNotCovered" ? FOR_OTHER_TIMES.filter(mends)[0] : undefined;
}

/** A cap that is not known leaves a gap rather than a refusal; whoever knows it may say it. */
function lacksCap(range) {
  return range.most.estimate.gaps.some((gap) => gap.rule === "poolCap" && gap.couldCost);
}

/** Whether some of what is open would need a figure of the person's own. */
function wantsFigure(/** @type {Answer} */ { range }) {
  return Boolean(range) && range.unanswered.some(({ refusal }) => lookup(STAND_INS, refusal.path));
}

/**
 * What the engine says, or what it would refuse if all of the bill were in scope: with nothing in scope it needs no rule, so that a range
 * which begins there could hide that none is known.
 */
function triedWhole(yidi, input) {
  const answer = tried(yidi, input);
  const { total, inScope } = input.bill;
  if (!wantsFigure(answer) || inScope !== undefined || total === undefined) return answer;
  const whole = tried(yidi, Object.assign({}, input, { bill: { total, inScope: total } }));
  return whole.refusal ? whole : answer;
}

/** The figures of the person's own that the case needs, and the engine's word once it has them. */
function withOwnFigures(yidi, kept) {
  const needed = [];
  let input = inputOf(kept);
  let answer = triedWhole(yidi, input);
  for (;;) {
    const { refusal } = answer;
    const mends = (path) =>
      needed.indexOf(path) < 0 &&
      !isSame(triedWhole(yidi, withFact(input, path, STAND_INS[path])).refusal, refusal);
    const path = refusal && figureBehind(refusal, mends);
    if (!path || needed.indexOf(path) >= 0) return { needed, input, answer };
    needed.push(path);
    const own = ownFigure(path, kept.answers);
    input = withFact(input, path, own === undefined ? STAND_INS[path] : own);
    answer = triedWhole(yidi, input);
  }
}

/** The fields of a question about the local standards. */
function standardsAsked(needed) {
  const asked = [DEDUCTIBLE, RATIO].filter((path) => needed.indexOf(path) >= 0);
  if (asked.length > 0) asked.push(CAP);
  return needed.indexOf(CROSS_REGION) >= 0 ? asked.concat(CROSS_REGION) : asked;
}

/** Facts by which the local standards go, and which therefore have to be known before those are asked for. */
function factBehind(open, answers, region) {
  const namesDiseases = region !== undefined && region.diseases.length > 0;
  const isOfDisease = answers["visit.kind"] === "chronic" && namesDiseases;
  if (isOfDisease && !isGiven(answers["visit.disease"])) return "visit.disease";
  const isOfFiling = open.indexOf(CROSS_REGION) >= 0;
  return isOfFiling && !isGiven(answers["filing.category"]) ? "filing.category" : undefined;
}

/** Questions of several fields. */
export const BILL = "bill";
export const DATES = "dates";
export const STANDARDS = "standards";

/** The question that a field belongs to. */
export function questionAt(path) {
  if (path.split(".")[0] === BILL) return BILL;
  if (path === "visit.admitted" || path === "visit.settled") return DATES;
  return path.indexOf("ownFigures.") === 0 ? STANDARDS : path;
}

/** The questions that would narrow a range, best first, each once. */
function questionsOf(range) {
  const paths = (range.next ? [range.next] : []).concat(range.further).map((one) => questionAt(one.path));
  return paths.filter((path, at) => paths.indexOf(path) === at);
}

/**
 * What the engine says to a case.
 *
 * Nothing is sent that the engine did not ask for, so that no figure of the person's own comes before one that is known.
 * @param {{ estimateRange: Function }} yidi
 * @param {import("./case.js").Case} kept
 * @param {{ diseases: object[] }} [region] the insured region as the engine describes it
 * @returns {{ input: object, range?: any, refusal?: any, standards: string[], needed?: string, questions: string[] }}
 *   `standards` are the local figures that the person may give, `needed` the question without whose answer there is no figure, and
 *   `questions` those that would make it more exact
 */
export function inquire(yidi, kept, region) {
  const { answers } = kept;
  const { needed, input, answer } = withOwnFigures(yidi, kept);
  const told = { input, standards: standardsAsked(needed), questions: [] };
  const open = needed.filter((path) => ownFigure(path, answers) === undefined);
  if (open.length > 0) return Object.assign(told, { needed: factBehind(open, answers, region) || STANDARDS });
  if (answer.range) return withCap(yidi, answers, told, answer.range);
  const { code, path } = answer.refusal;
  const isAsked = code === "inputNeeded" && kindOf(path) !== undefined;
  return Object.assign(told, isAsked ? { needed: path } : { refusal: answer.refusal });
}

/** The range with the cap, where the person knows one that is not known here. */
function withCap(yidi, answers, told, range) {
  const isOpen = lacksCap(range);
  if (isOpen && told.standards.indexOf(CAP) < 0) told.standards.push(CAP);
  const cap = told.standards.indexOf(CAP) >= 0 ? ownFigure(CAP, answers) : undefined;
  if (cap === undefined) {
    const questions = questionsOf(range);
    return Object.assign(told, { range, questions: isOpen ? questions.concat(CAP) : questions });
  }
  const input = withFact(told.input, CAP, cap);
  const answer = tried(yidi, input);
  const questions = answer.range ? questionsOf(answer.range) : [];
  return Object.assign(told, { input, questions }, answer);
}

/** Whether a question is about what the year has brought, and so may be answered with "nothing yet". */
export function asksOfYear(questions) {
  return questions.some(isOfYear);
}
