import { element } from "./dom.js";

function bar(parts) {
  const slices = parts
    .filter((part) => part.percent > 0)
    .map((part) => {
      const slice = element("span", { class: `slice ${part.code}` });
      slice.style.setProperty("flex-grow", String(part.percent));
      return slice;
    });
  return element("div", { class: "bar", "aria-hidden": "true" }, ...slices);
}

function part({ code, label, amount, percent }) {
  return element(
    "li",
    { class: "part" },
    element("span", { class: `swatch ${code}`, "aria-hidden": "true" }),
    element("span", { class: "part-label" }, label),
    element("span", { class: "amount" }, amount),
    element("span", { class: "percent" }, `${percent}%`),
  );
}

/** An address of a pack is a link only where it is one of the web: a pack may come from anyone. */
function source(address, words) {
  if (!address) return null;
  if (!/^https?:\/\//i.test(address)) return element("p", { class: "address" }, address);
  const link = { class: "source", href: address, target: "_blank", rel: "noopener noreferrer" };
  return element(
    "a",
    link,
    element("span", {}, words.source),
    element("span", { class: "address" }, address),
  );
}

function gradeMark(code, label) {
  return label ? element("p", { class: `grade ${code}` }, label) : null;
}

function fact(name, value) {
  return value ? element("div", {}, element("dt", {}, name), element("dd", {}, value)) : null;
}

function law(rule, words) {
  return element(
    "div",
    { class: "law" },
    element("p", { class: "rule" }, rule.rule),
    element(
      "dl",
      {},
      fact(words.document, rule.title),
      fact(words.clause, rule.clause),
      fact(words.effective, rule.effective),
    ),
    gradeMark(rule.gradeCode, rule.grade),
    rule.note ? element("p", { class: "hint" }, rule.note) : null,
    source(rule.address, words),
    rule.readOn ? element("p", { class: "hint" }, rule.readOn) : null,
  );
}

function lineHead(line) {
  const meaning = line.meaning ? element("span", { class: "meaning" }, line.meaning) : null;
  return [
    element("span", { class: "line-text" }, element("span", { class: "line-label" }, line.label), meaning),
    element("span", { class: "amount" }, line.amount),
  ];
}

function lineBody(line, words) {
  const says = line.words || line.numbers || line.law.length > 0;
  const head = { class: `line-head depth-${line.depth}` };
  if (!says) return element("div", head, ...lineHead(line));
  return element(
    "details",
    { id: line.id },
    element("summary", head, ...lineHead(line)),
    line.words ? element("p", { class: "words" }, line.words) : null,
    line.numbers ? element("p", { class: "numbers" }, line.numbers) : null,
    ...line.law.map((rule) => law(rule, words)),
  );
}

/** Nested lists from lines that come flat with their depth. */
function ledger(lines, words) {
  const root = element("ul", { class: "ledger" });
  const lists = [root];
  for (const line of lines) {
    lists.length = line.depth + 1;
    const inner = element("ul");
    lists[line.depth].append(element("li", {}, lineBody(line, words), inner));
    lists.push(inner);
  }
  for (const list of root.querySelectorAll("ul:empty")) list.remove();
  return root;
}

function titled(title, ...children) {
  return element("section", { class: "card" }, element("h3", {}, title), ...children);
}

function list(texts) {
  return element("ul", { class: "texts" }, ...texts.map((text) => element("li", {}, text)));
}

function headline(view) {
  return element(
    "section",
    { class: "card headline" },
    element("h2", { id: "result-heading" }, view.headline.label),
    element("p", { id: "headline-amount", class: "amount" }, view.headline.amount),
    view.headline.caution ? element("p", { class: "caution" }, view.headline.caution) : null,
    view.grade ? gradeMark(view.grade.code, view.grade.label) : null,
  );
}

function openRule(rule, words) {
  return element(
    "div",
    { class: "law open-rule" },
    element("p", { class: "rule" }, rule.rule),
    element("p", { class: "end" }, rule.atBest),
    element("p", { class: "end" }, rule.atWorst),
    element("dl", {}, fact(words.document, rule.title), fact(words.clause, rule.clause)),
    gradeMark(rule.gradeCode, rule.grade),
    rule.note ? element("p", { class: "hint" }, rule.note) : null,
  );
}

function openRules(view, words) {
  return titled(
    words.openRulesHeading,
    element("p", { class: "hint" }, words.openRulesHint),
    ...view.openRules.map((rule) => openRule(rule, words)),
  );
}

/** Says which end of the range stands below, and leads to the other. */
function endSwitch({ shown, other }, onEnd) {
  const toOther = { type: "button", id: "other-end", class: "quiet", click: () => onEnd(other.end) };
  return element(
    "section",
    { class: "card end-switch" },
    element("p", { id: "shown-end" }, shown),
    element("button", toOther, other.label),
  );
}

function content(view, words, onEnd) {
  const print = element(
    "button",
    { type: "button", class: "quiet print", click: () => window.print() },
    words.print,
  );
  return [
    headline(view),
    view.openRules.length > 0 ? openRules(view, words) : null,
    view.end ? endSwitch(view.end, onEnd) : null,
    titled(words.partsHeading, bar(view.parts), element("ul", { class: "parts" }, ...view.parts.map(part))),
    titled(words.ledgerHeading, element("p", { class: "hint" }, words.ledgerHint), ledger(view.lines, words)),
    view.gaps.length > 0 ? titled(words.gapsHeading, list(view.gaps)) : null,
    titled(
      words.basisHeading,
      list(view.basis),
      element("p", { class: "disclaimer" }, view.disclaimer),
      print,
    ),
  ].filter((child) => child !== null);
}

function openAllWhilePrinting(root) {
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...root.querySelectorAll("details:not([open])")];
    for (const details of closed) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
}

/**
 * The result below the form; empty until there is one.
 * @param {{ onEnd: (end: string) => void }} host told which end of a range is wanted
 */
export function createResult({ onEnd }) {
  const root = element("div", {
    id: "result",
    role: "region",
    "aria-labelledby": "result-heading",
    hidden: true,
  });
  openAllWhilePrinting(root);
  return {
    root,
    update(view, words) {
      const open = [...root.querySelectorAll("details[open]")].map((details) => details.id);
      const focused = root.contains(document.activeElement) ? document.activeElement.id : "";
      root.hidden = !view;
      root.replaceChildren(...(view ? content(view, words, onEnd) : []));
      for (const details of root.querySelectorAll("details")) details.open = open.includes(details.id);
      if (focused) document.getElementById(focused)?.focus();
    },
  };
}
