// What an insured region pays for a chronic disease at the most.

import { shownLaw } from "./laws.js";
import { facts } from "./words/facts.js";

/**
 * The caps in force on a disease, as laws. The engine's description names the cases of a rule in words, and so they are found by them.
 *
 * @param {import("./app.js").Context} context
 * @param {{ insuredRegion: string, insurance?: string, label: object, date: string }} asked `label` is the region's own name of the disease
 */
export function limitLaws({ yidi, say, language }, { insuredRegion, insurance, label, date }) {
  const named = insurance && facts["person.insurance"].options[insurance].label;
  const { rules } = yidi.describeRegion(insuredRegion, date);
  return rules
    .filter(({ law, inForce, applies }) => {
      const cases = applies["zh-CN"];
      const isInsured = !named || cases.indexOf(named["zh-CN"]) >= 0;
      return inForce && law.rule === "poolCap" && isInsured && cases.indexOf(label["zh-CN"]) >= 0;
    })
    .map((rule, at) =>
      Object.assign(shownLaw(rule.law, language(), `limit-${at}`, say(rule.says)), {
        rule: say(rule.applies),
      }),
    );
}
