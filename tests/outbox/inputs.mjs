/* Filings that are plainly made up; what identifies a person is a word that can be searched for. */
export const SECRET = "某某甲的证件号";

export const filing = (number = 1) => ({
  idempotencyKey: `filing-${number}`,
  insuredRegion: "440100",
  person: { name: SECRET },
});

export const HOUR = 3600000;
