// Pages to print: the form, the commitment letter, the statement on an injury.

import { done as words } from "./words/done.js";

/** To be filled in by hand; the colon behind it is the front end's. */
const asField = (label) => ({ label: label.replace(/\s*[:：]$/, ""), value: "" });

/**
 * A page that the engine has filled in.
 *
 * @param {import("./app.js").Context} context
 * @param {string} id
 * @param {{ title: object, label: object, fields: any[], paragraphs: object[], blanks: object[] }} page
 */
export function printedPaper({ say }, id, page) {
  const fields = page.fields.map(({ label, value }) => ({
    label: say(label),
    value: value ? say(value) : "",
  }));
  const sections = [
    { id: `${id}-fields`, paragraphs: [], fields },
    { id: `${id}-text`, paragraphs: page.paragraphs.map((paragraph) => say(paragraph)) },
    {
      id: `${id}-blanks`,
      title: say(words.form.blanks),
      paragraphs: [],
      fields: page.blanks.map((blank) => asField(say(blank))),
    },
  ];
  return {
    kind: "paper",
    id,
    title: say(page.title),
    label: say(page.label),
    sections: sections.filter(
      (section) => section.paragraphs.length > 0 || (section.fields || []).length > 0,
    ),
  };
}

/**
 * A paper as a host shows it: only on paper where it can print, else on the screen once it is opened.
 *
 * @param {import("./app.js").Context} context
 * @param {any} paper
 * @param {string} summary
 */
export function paperOf({ host }, paper, summary) {
  if (host.print) return Object.assign({ onlyPrint: true }, paper);
  return { kind: "details", id: `${paper.id}-open`, summary, blocks: [paper] };
}
