// What was told of a case so far, row by row, each with the way to change it.

import { formatDate } from "./calendar.js";
import { isGiven } from "./case.js";
import { caseInHand } from "./case-in-hand.js";
import { isStay, kindOf, optionsOf, PATHS, wordsOf } from "./facts.js";
import { CROSS_REGION, POINTS, questionAt } from "./inquiry.js";
import { formatMoney, isMoney, typedMoney } from "./money.js";
import { allRegions } from "./region-picker.js";
import { bill as billWords } from "./words/facts.js";
import { shell } from "./words/shell.js";

const PERCENT_SIGN = /[%\uff05]\s*$/;

/** @param {import("./app.js").Context} context */
export function toldRows(context) {
  const { say, language } = context;
  const hand = context.share(caseInHand);
  const regions = context.share(allRegions);

  function nameOf(admdvs) {
    const city = regions.provinceOf(admdvs) && regions.cityOf(admdvs);
    return city ? say(city.name) : admdvs;
  }

  function chosen(path, value) {
    const { answers } = hand.current();
    const region = hand.regionOf(answers["person.insuredRegion"]);
    const option = optionsOf(path, answers, region, say).filter((one) => one.value === value)[0];
    return option ? option.label : value;
  }

  const SHOWN = {
    region: (_path, typed) => nameOf(typed),
    date: (_path, typed) => formatDate(typed, language()),
    choice: chosen,
    money: (_path, typed) => (isMoney(typedMoney(typed)) ? formatMoney(typedMoney(typed)) : typed),
    percent: (_path, typed) => `${typed.replace(PERCENT_SIGN, "")}%`,
    count: (_path, typed) => typed,
  };

  function row(path, label, value) {
    const action = { id: "change", value: questionAt(path), label: say(shell.change) };
    return { id: `told-${path}`, label, value, action };
  }

  function sumRow(sum, answers) {
    const typed = answers[`bill.${sum}`];
    if (!isGiven(typed)) return [];
    return [row(`bill.${sum}`, say(billWords.fields[sum].label), SHOWN.money("", typed))];
  }

  function billRows({ answers, form, items }) {
    const total = sumRow("total", answers);
    if (form === "total") return total.concat(sumRow("inScope", answers));
    const count = say(billWords.item.count, { count: String(items.length) });
    const entered = form === "items" ? count : say(billWords.form.options.summary.label);
    return total.concat(row(`bill.${form}`, say(billWords.short), entered));
  }

  /** Figures of the person's own are told only where they count. */
  function isTold(path, answers, standards) {
    if (!isGiven(answers[path])) return false;
    if (path === "visit.settled") return isStay(answers);
    if (path === POINTS && answers[CROSS_REGION] !== "minusPoints") return false;
    const isOwn = path.indexOf("ownFigures.") === 0;
    return !isOwn || standards.some((asked) => path.indexOf(asked) === 0);
  }

  return {
    nameOf,
    /** @param {string[]} standards the local figures that the engine asked for */
    rows(standards) {
      const kept = hand.current();
      const { answers } = kept;
      return PATHS.filter((path) => isTold(path, answers, standards))
        .map((path) => row(path, wordsOf(path, answers, say).short, SHOWN[kindOf(path)](path, answers[path])))
        .concat(billRows(kept));
    },
  };
}
