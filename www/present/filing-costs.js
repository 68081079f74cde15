// What a filing is worth in yuan: the engine's comparison for a round sum, in words.

import { formatMoney } from "./money.js";
import { range } from "./words/paying.js";

/** Covered inpatient cost, easy to think in. */
const ROUND_SUM = "10000.00";

/** Where nothing was used this year. */
const UNUSED = {
  admissions: 0,
  deductiblePaid: "0",
  segmentBase: "0",
  poolPaid: "0",
  largeAmountPaid: "0",
  seriousIllnessBase: "0",
  seriousIllnessPaid: "0",
  localSupplementBase: "0",
  localSupplementPaid: "0",
  assistanceBase: "0",
  assistancePaid: "0",
};

function compared({ yidi }, input) {
  try {
    const { options } = yidi.compareFilings(input);
    return options.filter(({ pays, filedLate }) => pays.most !== undefined && filedLate === undefined);
  } catch (_refused) {
    return [];
  }
}

function known(options) {
  return options.length > 0 ? options : null;
}

/**
 * The ways to file for which the region's figures are known, those that cost least first; none where they are not, or where the wizard has
 * not heard enough. A hospital of tier 3 is taken where the region has one, since people travel to those.
 *
 * @param {import("./app.js").Context} context
 * @param {any} view the engine's view of the filing
 * @returns {{ isTier3: boolean, options: any[] } | null}
 */
export function filingCosts(context, { steps, outcome }) {
  const answer = (question) => (steps.filter((step) => step.question === question)[0] || {}).value;
  const [insuredRegion, treatmentRegion, insurance] = ["insuredRegion", "destination", "insurance"].map(
    answer,
  );
  if (!insuredRegion || !treatmentRegion || !insurance) return null;
  const day = context.host.today();
  const visit = { treatmentRegion, kind: "inpatient", admitted: day, settled: day };
  const input = {
    person: { insuredRegion, insurance },
    visit: Object.assign({ tier: "tier3" }, visit),
    filing: { category: outcome && outcome.plan ? outcome.plan.category : "longTermResident" },
    bill: { total: ROUND_SUM, inScope: ROUND_SUM },
    yearSoFar: UNUSED,
  };
  const inTier3 = known(compared(context, input));
  if (inTier3) return { isTier3: true, options: inTier3 };
  const inAny = known(compared(context, Object.assign(input, { visit })));
  return inAny && { isTier3: false, options: inAny };
}

/** What one pays, or both ends of it. */
export function paysInWords({ say }, { least, most }) {
  if (least === most) return formatMoney(most);
  return say(range, { least: formatMoney(least), most: formatMoney(most) });
}

/** What papers are worth: by papers, and by a commitment without the papers to follow; null where that is not known or comes to the same. */
export function commitmentInYuan(context, view) {
  const costs = filingCosts(context, view);
  if (!costs) return null;
  const pays = (proof) => (costs.options.filter((option) => option.proof === proof)[0] || {}).pays;
  const [material, commitment] = [pays("material"), pays("commitmentNotSupplemented")];
  if (!material || !commitment) return null;
  const texts = { material: paysInWords(context, material), commitment: paysInWords(context, commitment) };
  return texts.material === texts.commitment ? null : texts;
}
