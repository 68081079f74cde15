// Asks the engine until it answers: whatever it refuses for want of an answer becomes a question.

import { fieldAt, isOptional, withFollowUps } from "./fields.js";
import { basicInput, isAnswered, withAnswer } from "./form.js";

/** The local standards that the person can give where the known ones are of other times. */
const FOR_OTHER_TIMES = ["deductible", "ratio"];

/** What is not known of a later stay of the year. */
const ADMISSIONS = "yearSoFar.admissions";

/** @typedef {{ range?: any, refusal?: any }} Answer exactly one of the two */

/** @returns {Answer} */
function asked(yidi, input) {
  try {
    return { range: yidi.estimateRange(input) };
  } catch (refusal) {
    return { refusal };
  }
}

function isSame(one, other) {
  return one !== undefined && one.code === other.code && one.message === other.message;
}

/** The question whose answer takes this refusal away, if there is one. */
function questionBehind(refusal, tried) {
  if (refusal.code === "ruleNotFound" && refusal.path === ADMISSIONS) return "deductible";
  if (refusal.code === "inputNeeded" || refusal.code === "ruleNotFound") return fieldAt(refusal.path);
  if (refusal.code !== "dateNotCovered") return undefined;
  return FOR_OTHER_TIMES.filter((id) => !isSame(tried(id).refusal, refusal))[0];
}

/** A cap that is not known leaves a gap rather than a refusal; whoever knows it may say it. */
function lacksCap(range) {
  return range.most.estimate.gaps.some((gap) => gap.rule === "poolCap" && gap.couldCost);
}

/** The first fact that a range had to assume, where it matters. */
function assumedFact({ exact, least, most, unanswered }) {
  if (exact) return undefined;
  const assumes = unanswered.concat(most, least).map((end) => end.assumes.filter(({ path }) => path)[0]);
  const fact = assumes.filter(Boolean)[0];
  return fact && fieldAt(fact.path);
}

/** @param {Answer} answer */
function nextQuestion({ range, refusal }, tried) {
  if (refusal) return questionBehind(refusal, tried);
  return assumedFact(range) || (lacksCap(range) ? "poolCap" : undefined);
}

/**
 * Nothing is sent that the engine did not ask for, so that no figure of the person's own comes before one that is known.
 * @param {{ estimateRange: Function }} yidi
 * @param {Object<string, string>} values
 * @returns {{ questions: string[], range?: object, refusal?: any }} the questions it asked, and its last word, which is worth
 *   nothing as long as one of them has no sound answer
 */
export function consult(yidi, values) {
  const questions = [];
  let input = basicInput(values);
  for (;;) {
    const open = input;
    const answer = asked(yidi, open);
    const next = nextQuestion(answer, (id) => asked(yidi, withAnswer(open, id, values)));
    if (!next || questions.indexOf(next) >= 0) return Object.assign({ questions }, answer);
    questions.push(next);
    if (isOptional(next) && !isAnswered(next, values)) return Object.assign({ questions }, answer);
    input = withFollowUps([next], values).reduce((known, id) => withAnswer(known, id, values), open);
  }
}
