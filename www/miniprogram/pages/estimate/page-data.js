const CAUTIOUS_GRADES = ["unconfirmed", "userSupplied"];

const isCautious = (code) => CAUTIOUS_GRADES.includes(code);

const NO_SECTION = {
  sectionId: "",
  sectionTitle: "",
  sectionNotice: "",
  sectionHelp: "",
  shortcut: "",
  sectionIndex: -1,
};

/** The heading before a field that is the first under it. */
function sectionOf(view, fieldId) {
  const index = view.sections.findIndex((section) => section.fieldIds[0] === fieldId);
  const section = view.sections[index];
  if (!section) return NO_SECTION;
  return {
    sectionId: section.id,
    sectionTitle: section.title,
    sectionNotice: section.notice || "",
    sectionHelp: section.help || "",
    shortcut: section.shortcut ? section.shortcut.label : "",
    sectionIndex: index,
  };
}

/** How the question is answered: chosen from a list, picked from a calendar, or typed. */
const CONTROLS = { choice: "choice", list: "choice", date: "date" };

function choiceOf(field) {
  const options = field.options || [];
  const index = options.findIndex((option) => option.value === field.value);
  const chosen = options[index] || {};
  return {
    labels: options.map((option) => option.label),
    index: Math.max(index, 0),
    chosen: chosen.label || "",
    chosenHint: chosen.hint || "",
    chosenCautious: isCautious(chosen.grade),
  };
}

function fieldData(field, view) {
  return Object.assign(
    {
      id: field.id,
      control: CONTROLS[field.kind] || "typed",
      keyboard: field.kind === "count" ? "number" : "digit",
      unit: field.unit,
      label: field.label,
      hint: field.hint || "",
      value: field.value,
      error: field.error || "",
      last: view.sections.some((section) => section.fieldIds[section.fieldIds.length - 1] === field.id),
    },
    choiceOf(field),
    sectionOf(view, field.id),
  );
}

function lawData(law, index) {
  return Object.assign({ key: index, cautious: isCautious(law.gradeCode) && law.grade !== "" }, law);
}

function lineData(line, index, lines) {
  const next = lines[index + 1];
  const isSumOfNext = Boolean(next) && next.depth > line.depth;
  return {
    id: line.id,
    depth: line.depth,
    label: line.label,
    amount: line.amount,
    words: line.words,
    numbers: line.numbers,
    law: line.law.map(lawData),
    // That a line is the sum of the lines under it, the page shows; only a rule or a formula is worth a tap.
    opens: line.law.length > 0 || (!isSumOfNext && Boolean(line.words || line.numbers)),
    open: false,
  };
}

function resultData(result) {
  if (!result) return { hasResult: false, openRules: [], lines: [], parts: [], gaps: [], basis: [] };
  return {
    hasResult: true,
    headlineLabel: result.headline.label,
    headlineAmount: result.headline.amount,
    headlineCaution: result.headline.caution || "",
    openRules: result.openRules.map(lawData),
    shownEnd: result.end ? result.end.shown : "",
    otherEnd: result.end ? result.end.other : null,
    parts: result.parts,
    lines: result.lines.map(lineData),
    gaps: result.gaps,
    gradeLabel: result.grade ? result.grade.label : "",
    gradeCautious: result.grade !== null && isCautious(result.grade.code),
    basis: result.basis,
    disclaimer: result.disclaimer,
  };
}

/** The error that no field says already. */
function errorBesideFields(view) {
  const { error } = view;
  if (!error) return "";
  return view.fields.some((field) => field.error === error.message) ? "" : error.message;
}

/** The presenter's view as the flat values the template shows. */
function pageData(view) {
  return Object.assign(
    {
      title: view.title,
      intro: view.intro,
      careModeLabel: view.careModeLabel,
      fields: view.fields.map((field) => fieldData(field, view)),
      actionLabel: view.action.label,
      pageError: errorBesideFields(view),
    },
    resultData(view.result),
  );
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function sameFields(before, after) {
  return (
    Array.isArray(before) &&
    before.length === after.length &&
    before.every((field, index) => field.id === after[index].id)
  );
}

function fieldChanges(before, after) {
  const changes = {};
  after.forEach((field, index) => {
    Object.keys(field).forEach((key) => {
      if (!same(before[index][key], field[key])) changes[`fields[${index}].${key}`] = field[key];
    });
  });
  return changes;
}

/** What `setData` has to send so that `before` becomes `after`: single values of fields, not the form over again. */
function dataChanges(before, after) {
  const changes = {};
  Object.keys(after).forEach((key) => {
    if (key === "fields" && sameFields(before.fields, after.fields)) {
      Object.assign(changes, fieldChanges(before.fields, after.fields));
    } else if (!same(before[key], after[key])) {
      changes[key] = after[key];
    }
  });
  return changes;
}

module.exports = { pageData, dataChanges };
