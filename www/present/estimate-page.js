// The state of the estimate screen and its view: plain values in, plain values out.

import { consult } from "./consult.js";
import {
  basicFields,
  FIELD_IDS,
  hintOf,
  isChoice,
  isOptional,
  kindOf,
  optionsOf,
  pathOf,
  STANDARDS,
  sectionsOf,
  unitOf,
  withFollowUps,
  withoutStaleAnswers,
} from "./fields.js";
import { faults, isAnswered } from "./form.js";
import { problemOf, sentenceOf } from "./problems.js";
import { createRegions } from "./regions.js";
import { MOST, resultView } from "./result.js";
import { fields, fill, moreNeeded, page, say, severalFaults, spokenLanguage } from "./text.js";

function emptyAnswers(today) {
  const values = {};
  FIELD_IDS.forEach((id) => {
    values[id] = kindOf(id) === "date" ? today : "";
  });
  return values;
}

/** The standards of one region, for one kind of person and stay, say nothing of another. */
function withoutStandards(values) {
  const kept = Object.assign({}, values);
  STANDARDS.forEach((id) => {
    kept[id] = "";
  });
  return kept;
}

function fieldView(id, context, problem) {
  const field = {
    id,
    kind: kindOf(id),
    label: say(fields[id].label, context.language),
    hint: hintOf(id, context),
    unit: unitOf(id, context.language),
    optional: isOptional(id),
    value: context.values[id],
  };
  if (isChoice(id)) field.options = optionsOf(id, context);
  if (problem) field.error = sentenceOf(problem, context);
  return field;
}

function errorView(state, asked, context) {
  const fieldIds = asked.filter((id) => state.faults[id]);
  if (fieldIds.length > 1) {
    const message = fill(severalFaults, context.language, { count: String(fieldIds.length) });
    return { message, fieldId: fieldIds[0] };
  }
  const problem = fieldIds.length === 1 ? state.faults[fieldIds[0]] : state.failure;
  if (!problem) return null;
  return { message: sentenceOf(problem, context), fieldId: fieldIds.length === 1 ? fieldIds[0] : null };
}

/** What is said when questions have come up that were not on the form before, and the first of them. */
function noticeView({ added }, language) {
  return added.length > 0 ? { message: say(moreNeeded, language), fieldId: added[0] } : null;
}

function withNotice(sections, notice) {
  if (!notice) return sections;
  return sections.map((section) =>
    section.fieldIds.indexOf(notice.fieldId) >= 0
      ? Object.assign({}, section, { notice: notice.message })
      : section,
  );
}

/** Where the engine's refusal belongs: at an asked field, or to the form as a whole. */
function placed(problem, asked) {
  const isAtField = problem.fieldId !== null && asked.indexOf(problem.fieldId) >= 0;
  return isAtField
    ? { faults: { [problem.fieldId]: problem }, failure: null }
    : { faults: {}, failure: problem };
}

const NOTHING = { faults: {}, failure: null, added: [], range: null };

/** What a wish for the result brings: more questions, problems, or the result. */
function submitted(yidi, values, { basic, shown }) {
  const wrong = faults(basic, values);
  if (Object.keys(wrong).length > 0) return Object.assign({}, NOTHING, { faults: wrong });
  const { questions, range, refusal } = consult(yidi, values);
  const asked = withFollowUps(questions, values);
  const isNew = (id) => shown.indexOf(id) < 0 && !isOptional(id) && !isAnswered(id, values);
  const added = asked.filter(isNew);
  const unsound = faults(
    asked.filter((id) => !isNew(id)),
    values,
  );
  const found = Object.assign({}, NOTHING, { questions });
  if (added.length > 0 || Object.keys(unsound).length > 0)
    return Object.assign(found, { added, faults: unsound });
  if (refusal) return Object.assign(found, placed(problemOf(refusal), basic.concat(asked)));
  return Object.assign(found, { range, end: MOST });
}

/**
 * The estimate screen without a screen.
 * @param {object} host
 * @param {{ estimateRange: Function, regions: Function, provinces: Function, describeRegion: Function }} host.yidi ready for calls
 * @param {string} host.today "2026-11-22": the presenter has no clock
 * @param {string} [host.language] "zh-CN" or "en"
 * @param {(view: object) => void} [host.onChange] told of every new view
 */
export function createEstimatePage({ yidi, today, language, onChange }) {
  const regions = createRegions(yidi, today);
  let state = Object.assign({}, NOTHING, {
    language: spokenLanguage(language),
    values: emptyAnswers(today),
    questions: [],
    end: MOST,
  });

  function contextOf(values) {
    return { values, regions, language: state.language };
  }

  function askedNow(context) {
    const basic = basicFields(context);
    const shown = withFollowUps(state.questions, context.values);
    return { basic, shown, all: basic.concat(shown) };
  }

  function view() {
    const context = contextOf(state.values);
    const asked = askedNow(context).all;
    const notice = noticeView(state, state.language);
    return {
      language: state.language,
      title: say(page.title, state.language),
      intro: say(page.intro, state.language),
      careModeLabel: say(page.careMode, state.language),
      sections: withNotice(sectionsOf(asked, context), notice),
      fields: asked.map((id) => fieldView(id, context, state.faults[id])),
      action: { label: say(page.action, state.language) },
      error: errorView(state, asked, context),
      notice,
      result: state.range ? resultView(state.range, state.end, state.language) : null,
    };
  }

  function change(changes) {
    state = Object.assign({}, state, changes);
    if (onChange) onChange(view());
  }

  function set(fieldId, value) {
    if (!kindOf(fieldId)) throw new RangeError(`no such field: ${fieldId}`);
    const answered = Object.assign({}, state.values, { [fieldId]: String(value) });
    const remaining = Object.assign({}, state.faults);
    delete remaining[fieldId];
    const isAnotherCase = isChoice(fieldId) && !pathOf(fieldId);
    // A figure must never stand beside answers it was not computed from.
    change(
      Object.assign(
        {
          values: withoutStaleAnswers(contextOf(isAnotherCase ? withoutStandards(answered) : answered)),
          faults: remaining,
          failure: null,
          range: null,
        },
        isAnotherCase ? { questions: [], added: [] } : {},
      ),
    );
  }

  return {
    view,
    set,
    submit: () => change(submitted(yidi, state.values, askedNow(contextOf(state.values)))),
    showEnd: (end) => change({ end }),
    setLanguage: (wish) => change({ language: spokenLanguage(wish) }),
  };
}
