// The state of the estimate screen and its view: plain values in, plain values out.

import {
  askedFields,
  FIELD_IDS,
  hintOf,
  kindOf,
  optionsOf,
  sectionsOf,
  withoutStaleAnswers,
} from "./fields.js";
import { estimateInput, faults } from "./form.js";
import { resultView } from "./ledger.js";
import { problemOf, sentenceOf } from "./problems.js";
import { fields, fill, page, say, severalFaults, spokenLanguage } from "./text.js";

function emptyAnswers(today) {
  const values = {};
  FIELD_IDS.forEach((id) => {
    values[id] = kindOf(id) === "date" ? today : "";
  });
  return values;
}

function fieldView(id, context, problem) {
  const field = {
    id,
    kind: kindOf(id),
    label: say(fields[id].label, context.language),
    hint: hintOf(id, context),
    value: context.values[id],
  };
  if (field.kind === "choice") field.options = optionsOf(id, context);
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

/** Where the engine's refusal belongs: at an asked field, or to the form as a whole. */
function placed(problem, asked) {
  const isAtField = problem.fieldId !== null && asked.indexOf(problem.fieldId) >= 0;
  return isAtField
    ? { faults: { [problem.fieldId]: problem }, failure: null }
    : { faults: {}, failure: problem };
}

function estimated(yidi, asked, values) {
  const found = faults(asked, values);
  if (Object.keys(found).length > 0) return { faults: found, failure: null, estimate: null };
  try {
    return { faults: {}, failure: null, estimate: yidi.estimate(estimateInput(asked, values)) };
  } catch (error) {
    return Object.assign({ estimate: null }, placed(problemOf(error), asked));
  }
}

/** A region whose ratios are not known, or only for years gone by, would refuse every stay that is asked about. */
function isKnownOn(region, today) {
  return region.insurances.length > 0 && (region.to === undefined || region.to >= today);
}

/**
 * The estimate screen without a screen.
 * @param {object} host
 * @param {{ estimate: Function, regions: Function, provinces: Function }} host.yidi ready for calls
 * @param {string} host.today "2026-11-22": the presenter has no clock
 * @param {string} [host.language] "zh-CN" or "en"
 * @param {(view: object) => void} [host.onChange] told of every new view
 */
export function createEstimatePage({ yidi, today, language, onChange }) {
  const regions = yidi.regions().filter((region) => isKnownOn(region, today));
  const provinces = yidi.provinces();
  let state = {
    language: spokenLanguage(language),
    values: emptyAnswers(today),
    faults: {},
    failure: null,
    estimate: null,
  };

  function contextOf(values) {
    return { values, regions, provinces, language: state.language };
  }

  function view() {
    const context = contextOf(state.values);
    const asked = askedFields(state.values);
    return {
      language: state.language,
      title: say(page.title, state.language),
      intro: say(page.intro, state.language),
      careModeLabel: say(page.careMode, state.language),
      sections: sectionsOf(asked, state.language),
      fields: asked.map((id) => fieldView(id, context, state.faults[id])),
      action: { label: say(page.action, state.language) },
      error: errorView(state, asked, context),
      result: state.estimate ? resultView(state.estimate, state.language) : null,
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
    // A figure must never stand beside answers it was not computed from.
    change({
      values: withoutStaleAnswers(contextOf(answered)),
      faults: remaining,
      failure: null,
      estimate: null,
    });
  }

  return {
    view,
    set,
    submit: () => change(estimated(yidi, askedFields(state.values), state.values)),
    setLanguage: (wish) => change({ language: spokenLanguage(wish) }),
  };
}
