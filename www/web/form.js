import { arrange, element, setText } from "./dom.js";
import { createField } from "./fields.js";

function createSection(id, onAnswer) {
  const title = element("h2", { id: `section-${id}` });
  const notice = element("p", { class: "notice", hidden: true });
  const help = element("p", { class: "hint" });
  const shortcut = element("button", { type: "button", class: "quiet shortcut" });
  const fields = element("div", { class: "fields" });
  const root = element(
    "section",
    { class: "card", "aria-labelledby": title.id },
    title,
    notice,
    help,
    shortcut,
    fields,
  );
  let current = null;
  shortcut.addEventListener("click", () => {
    for (const fieldId of current.fieldIds) onAnswer(fieldId, current.shortcut.value);
  });
  return {
    root,
    update(section, questions) {
      current = section;
      setText(title, section.title);
      setText(notice, section.notice ?? "");
      notice.hidden = !section.notice;
      setText(help, section.help ?? "");
      help.hidden = !section.help;
      setText(shortcut, section.shortcut?.label ?? "");
      shortcut.hidden = !section.shortcut;
      arrange(fields, questions);
    },
  };
}

function createErrorSummary(goTo) {
  const heading = element("h2", { id: "error-heading" });
  const message = element("p", { id: "error-message" });
  const list = element("ul");
  const root = element(
    "div",
    {
      id: "error-summary",
      class: "card",
      role: "alert",
      tabindex: "-1",
      "aria-labelledby": heading.id,
      hidden: true,
    },
    heading,
    message,
    list,
  );
  const link = (field) => {
    const go = (event) => {
      event.preventDefault();
      goTo(field.id);
    };
    return element("li", {}, element("a", { href: `#field-${field.id}`, click: go }, field.label));
  };
  return {
    root,
    update(view, words) {
      const wrong = view.fields.filter((field) => field.error);
      root.hidden = !view.error;
      setText(heading, view.error ? words.errorHeading : "");
      setText(message, view.error?.message ?? "");
      list.replaceChildren(...(view.error ? wrong.map(link) : []));
    },
  };
}

/**
 * The whole form.
 * @param {{ onAnswer: (fieldId: string, value: string) => void, onSubmit: () => void }} host
 */
export function createForm({ onAnswer, onSubmit }) {
  const fields = new Map();
  const sections = new Map();
  const summary = createErrorSummary((id) => fields.get(id).control().focus());
  const body = element("div", { class: "sections" });
  const action = element("button", { type: "submit", class: "primary" });
  const submit = (event) => {
    event.preventDefault();
    onSubmit();
  };
  const root = element(
    "form",
    { id: "form", tabindex: "-1", novalidate: true, submit },
    summary.root,
    body,
    element("div", { class: "action" }, action),
  );

  function questionOf(field, words) {
    if (!fields.has(field.id)) {
      const made = createField(field, onAnswer);
      made.root.id = `field-${field.id}`;
      fields.set(field.id, made);
    }
    fields.get(field.id).update(field, words);
    return [field.id, fields.get(field.id).root];
  }

  function sectionOf(section, questions) {
    if (!sections.has(section.id)) sections.set(section.id, createSection(section.id, onAnswer));
    const made = sections.get(section.id);
    made.update(
      section,
      section.fieldIds.map((id) => questions.get(id)),
    );
    return made.root;
  }

  return {
    root,
    focusError: () => summary.root.focus(),
    /** Leads to a question that has come up: its heading at the top, as far as its control stays in sight. */
    leadTo(id) {
      const { root: question, control } = fields.get(id);
      control().focus({ preventScroll: true });
      question.closest("section").scrollIntoView({ behavior: "instant", block: "start" });
      control().scrollIntoView({ behavior: "instant", block: "nearest" });
    },
    update(view, words) {
      summary.update(view, words);
      const questions = new Map(view.fields.map((field) => questionOf(field, words)));
      arrange(
        body,
        view.sections.map((section) => sectionOf(section, questions)),
      );
      setText(action, view.action.label);
    },
  };
}
