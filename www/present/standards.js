// The local standards that are not known here: that they have to be found out, where, and within which bounds the law keeps them.

import { caseInHand } from "./case-in-hand.js";
import { shownLaw } from "./laws.js";
import { allRegions } from "./region-picker.js";
import { estimate } from "./words/estimate.js";

/** @typedef {import("./view.js").Block} Block */

const words = estimate.standards;

/** @param {import("./app.js").Context} context */
export function localStandards(context) {
  const { say, language, yidi } = context;
  const hand = context.share(caseInHand);
  const regions = context.share(allRegions);
  let bounding = { region: "", day: "", rules: [] };

  /** The rules in force on how care elsewhere is paid. Looked up once: a description holds every rule of a region. */
  function boundingRules() {
    const { answers } = hand.current();
    const [region, day] = [answers["person.insuredRegion"], answers["visit.settled"]];
    if (bounding.region !== region || bounding.day !== day) {
      const { rules } = yidi.describeRegion(region, day);
      const bounds = rules.filter(({ law, inForce }) => inForce && law.rule === "crossRegion");
      bounding = { region, day, rules: bounds };
    }
    return bounding.rules;
  }

  return {
    /** Before the fields: what is missing, and where to look it up. @returns {Block[]} */
    before(name) {
      const isKnown = regions.isInForce(hand.current().answers["person.insuredRegion"]);
      const title = say(isKnown ? words.noRuleForCase : words.noTable, { name });
      const lines = Object.keys(words.howLines).map((line) => say(words.howLines[line]));
      const steps = lines.map((line, at) => ({ id: `how-${at}`, title: line, lines: [] }));
      return [
        { kind: "message", id: "standards-said", tone: "caution", title, lines: [] },
        {
          kind: "details",
          id: "how",
          summary: say(words.how),
          blocks: [{ kind: "steps", id: "how-steps", steps }],
        },
      ];
    },
    /** After them: the lawful range of what care elsewhere takes off. @returns {Block[]} */
    after() {
      const laws = boundingRules().map((rule, at) =>
        Object.assign(shownLaw(rule.law, language(), `bound-${at}`, say(rule.says)), {
          rule: say(rule.applies),
        }),
      );
      if (laws.length === 0) return [];
      return [
        { kind: "text", id: "standards-range", text: say(words.range), tone: "quiet" },
        {
          kind: "details",
          id: "bounds",
          summary: say(words.bounds),
          blocks: [{ kind: "laws", id: "bounds-laws", laws }],
        },
      ];
    },
  };
}
