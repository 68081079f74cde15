// One question of the form as elements. They are made once and then kept up to date, so that typing is never interrupted.

import { element, setAttribute, setText } from "./dom.js";

function messages(id) {
  const hint = element("p", { id: `${id}-hint`, class: "hint" });
  const error = element("p", { id: `${id}-error`, class: "error", hidden: true });
  return { hint, error };
}

function showMessages({ hint, error }, field) {
  setText(hint, field.hint);
  setText(error, field.error ?? "");
  error.hidden = !field.error;
}

function describedBy(id, field) {
  return field.error ? `${id}-error ${id}-hint` : `${id}-hint`;
}

function optionRow(field, option, onAnswer) {
  const id = `${field.id}-${option.value}`;
  const hint = option.hint
    ? element("span", { class: `option-hint ${option.grade ?? ""}` }, option.hint)
    : null;
  return element(
    "label",
    { class: "option", for: id },
    element("input", {
      type: "radio",
      id,
      name: field.id,
      value: option.value,
      change: (event) => onAnswer(field.id, event.target.value),
    }),
    element("span", { class: "option-text" }, element("span", { class: "option-label" }, option.label), hint),
  );
}

function rowsOfChoice(initial, onAnswer) {
  const parts = messages(initial.id);
  const legend = element("legend", { id: `${initial.id}-label`, class: "label" });
  const rows = element("div", { class: "options" });
  const root = element(
    "fieldset",
    { class: "field", role: "radiogroup", "aria-labelledby": `${initial.id}-label`, "aria-required": "true" },
    legend,
    parts.hint,
    parts.error,
    rows,
  );
  let shown = "";
  return {
    root,
    control: () => rows.querySelector("input:checked") ?? rows.querySelector("input"),
    update(field) {
      setText(legend, field.label);
      showMessages(parts, field);
      setAttribute(root, "aria-describedby", describedBy(field.id, field));
      setAttribute(root, "aria-invalid", field.error ? "true" : null);
      const wanted = JSON.stringify(field.options);
      if (wanted !== shown)
        rows.replaceChildren(...field.options.map((option) => optionRow(field, option, onAnswer)));
      shown = wanted;
      for (const input of rows.querySelectorAll("input")) input.checked = input.value === field.value;
    },
  };
}

function labelled(initial, control, box) {
  const parts = messages(initial.id);
  const label = element("label", { class: "label", for: control.id });
  const root = element("div", { class: "field" }, label, parts.hint, parts.error, box);
  return {
    root,
    control: () => control,
    update(field) {
      setText(label, field.label);
      showMessages(parts, field);
      setAttribute(control, "aria-describedby", describedBy(field.id, field));
      setAttribute(control, "aria-invalid", field.error ? "true" : null);
      if (control.value !== field.value) control.value = field.value;
    },
  };
}

/** What is to be known of the chosen option; the list itself shows only labels. */
function showChosen(target, { options, value }) {
  const chosen = options.find((option) => option.value === value);
  setText(target, chosen?.hint ?? "");
  target.className = `chosen ${chosen?.grade ?? ""}`;
  target.hidden = !chosen?.hint;
}

function pullDown(initial, onAnswer) {
  const chosen = element("p", { id: `${initial.id}-chosen`, hidden: true });
  const control = element("select", {
    id: `${initial.id}-control`,
    class: "control",
    "aria-required": "true",
    change: (event) => onAnswer(initial.id, event.target.value),
  });
  const field = labelled(initial, control, element("div", { class: "list" }, control, chosen));
  let shown = "";
  return {
    ...field,
    update(next, words) {
      const options = [{ value: "", label: words.choose }, ...next.options];
      const wanted = JSON.stringify(options);
      if (wanted !== shown) {
        control.replaceChildren(...options.map(({ value, label }) => element("option", { value }, label)));
      }
      shown = wanted;
      field.update(next);
      showChosen(chosen, next);
    },
  };
}

const INPUTS = {
  money: { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: "20" },
  percent: { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: "8" },
  count: { type: "text", inputmode: "numeric", autocomplete: "off", maxlength: "4" },
  date: { type: "date", min: "2000-01-01", max: "2199-12-31" },
};

function typed(initial, onAnswer) {
  const control = element("input", {
    ...INPUTS[initial.kind],
    id: `${initial.id}-control`,
    class: "control",
    "aria-required": initial.optional ? null : "true",
    input: (event) => onAnswer(initial.id, event.target.value),
  });
  const unit = initial.unit ? element("span", { class: "unit", "aria-hidden": "true" }) : null;
  const field = labelled(initial, control, element("div", { class: `box ${initial.kind}` }, control, unit));
  return {
    ...field,
    update(next) {
      if (unit) setText(unit, next.unit);
      field.update(next);
    },
  };
}

/**
 * The elements of one question.
 * @returns {{ root: HTMLElement, control: () => HTMLElement, update: (field: object, words: object) => void }}
 */
export function createField(field, onAnswer) {
  if (field.kind === "list") return pullDown(field, onAnswer);
  return field.kind === "choice" ? rowsOfChoice(field, onAnswer) : typed(field, onAnswer);
}
