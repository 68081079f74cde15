/* What every app of the packaging tests does with the installed package, whatever built it. */

/** The stay that the examples speak of: insured in Xi'an, referred to a tertiary hospital in Shanghai. */
export const referral = {
  person: { insuredRegion: "610100", insurance: "employee", group: "working" },
  visit: {
    treatmentRegion: "310000",
    kind: "inpatient",
    tier: "tier3",
    admitted: "2026-11-02",
    settled: "2026-11-12",
  },
  filing: { category: "referral" },
  bill: { total: "50000.00", inScope: "42000.00" },
  yearSoFar: { admissions: 0, poolPaid: "0" },
};

/** The app's own code; `source` is what it gives to `init`. */
export const APP = `
import { estimate, init, startFiling, YidiError } from "yidi";

const input = ${JSON.stringify(referral)};

function refusal() {
  try {
    return estimate(Object.assign({}, input, { bill: { total: "100.00", inScope: "100.01" } }));
  } catch (error) {
    return [error instanceof YidiError, error.code, error.path];
  }
}

export async function threeCalls(source) {
  await init(source);
  return { pays: estimate(input).patientPays, asks: startFiling({ today: "2026-11-22" }).question.id, refusal: refusal() };
}
`;

/** 42,000 − 1,200 = 40,800; × (80 % − 10 points) = 28,560 from the pool; 50,000 − 28,560 = 21,440 (Xi'an, as the pack cites). */
export const ANSWERS = {
  pays: "21440.00",
  asks: "insuredRegion",
  refusal: [true, "sumExceedsTotal", "bill.inScope"],
};
