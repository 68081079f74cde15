// A paper as plain text, to be sent to someone who can print it.

const lawText = (law) => [law.rule, law.document, law.clause].filter(Boolean).join(" ");

function sectionText({ title, paragraphs, fields, laws }, colon) {
  const filled = (fields || []).map(({ label, value }) => `${label}${colon}${value}`);
  return [title]
    .concat(paragraphs, filled, (laws || []).map(lawText))
    .filter(Boolean)
    .join("\n");
}

/** @param {object} paper a block of kind "paper" @param {string} colon */
function paperText({ title, label, sections }, colon) {
  const head = [title, label].filter(Boolean).join("\n");
  return [head].concat(sections.map((section) => sectionText(section, colon))).join("\n\n");
}

module.exports = { paperText };
