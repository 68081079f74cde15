/* An app's code against the installed package. Compiled in several module modes; never run. */

import type {
  Estimate,
  EstimateInput,
  EstimateRange,
  LawRef,
  LedgerLine,
  PolicyPack,
  RuleName,
  YidiErrorCode,
} from "yidi";
import {
  addPack,
  createOutbox,
  describeRegion,
  deviceStorage,
  estimate,
  estimateRange,
  httpTransport,
  init,
  lintPack,
  noticeEvent,
  openNotice,
  provinces,
  regions,
  version,
  YidiError,
} from "yidi";

const input: EstimateInput = {
  person: { insuredRegion: "610100", insurance: "employee", group: "retired" },
  visit: {
    treatmentRegion: "310000",
    kind: "inpatient",
    tier: "tier3",
    admitted: "2026-03-02",
    settled: "2026-03-12",
  },
  filing: { category: "referral" },
  bill: { total: "30000.00", inScope: "26500.55" },
  yearSoFar: { admissions: 0, poolPaid: "0.00" },
};

/** The rules in whose place figures of the user's own stand. */
export function replaced({ ownFigures, lines }: LedgerLine): RuleName[] {
  return [...ownFigures.map(({ rule }) => rule), ...lines.flatMap(replaced)];
}

function citations(line: LedgerLine): LawRef[] {
  return [...line.law, ...line.lines.flatMap(citations)];
}

export async function patientPays(): Promise<string> {
  await init();
  const result: Estimate = estimate(input);
  const documents: string[] = citations(result.ledger).map(({ citation }) => citation.document);
  const place: "local" | "withinProvince" | "acrossProvinces" = result.basis.place;
  return [
    result.patientPays,
    result.disclaimer["zh-CN"],
    result.figures.pool ?? "0.00",
    place,
    ...documents,
  ].join();
}

/** A city without a table of its own: the local figures are the user's. */
export function patientPaysBetween(deductible: string, ratio: string): string {
  const ownFigures: EstimateInput["ownFigures"] = { deductible, ratio, poolCap: { yearly: "100000" } };
  const { exact, least, most }: EstimateRange = estimateRange({ ...input, ownFigures });
  if (exact) return most.estimate.patientPays;
  const open: string[] = most.assumes.map((taken) =>
    "law" in taken ? `${taken.law.citation.clause ?? ""} ${taken.says.en}` : `${taken.path} = ${taken.value}`,
  );
  return [least.estimate.patientPays, most.estimate.patientPays, ...open].join();
}

export function explain(error: unknown): string {
  if (!(error instanceof YidiError)) return "";
  const code: YidiErrorCode = error.code;
  if (error.code === "notReady") return error.text.en;
  return [code, error.path, error.given ?? "", error.allowed ?? ""].join();
}

export const names: string[] = [...regions(), ...provinces()].map(
  ({ admdvs, name }) => admdvs + name["zh-CN"],
);
export const added = (pack: PolicyPack): string => addPack(pack).admdvs;
export const hints = (pack: unknown): string[] =>
  lintPack(pack, "2026-11-22").map(({ code, severity, path, hint }) =>
    [code, severity, path, hint.en].join(),
  );
export function agree(): string {
  const { notice, gate } = openNotice("440100", "referral", Date.now());
  const { receipt, secondsLeft } = noticeEvent(gate, "shown", Date.now());
  const clause = notice.sections[0]?.clauses[0];
  return [notice.label.en, clause?.citation.document ?? "", receipt?.notice.digest ?? "", secondsLeft].join();
}
export async function send(filing: object): Promise<string[]> {
  const outbox = await createOutbox({
    storage: deviceStorage("outbox.json"),
    transport: httpTransport({ url: "https://example.org/filings", headers: () => ({ Authorization: "…" }) }),
    onProblem: ({ code }) => code === "storageFull",
  });
  await outbox.enqueue(filing, "filing-1");
  await outbox.withdraw("filing-1");
  return outbox.entries().map(({ key, status, reason }) => `${key} ${status} ${reason ?? ""}`);
}
// @ts-expect-error there is no such event
noticeEvent(openNotice("440100", "referral", 0).gate, "skipped", 0);
export const rules: string[] = describeRegion("610100", "2026-11-22").rules.map(
  ({ says, law }) => `${says["zh-CN"]} ${law.citation.document}`,
);
export const running: string = version();
export const sources = [init("/wasm/yidi_bg.wasm.br"), init(new Uint8Array(8)), init(new ArrayBuffer(8))];

export const wrong: EstimateInput = {
  ...input,
  // @ts-expect-error there is no such insurance
  person: { insuredRegion: "610100", insurance: "staff", group: "retired" },
  // @ts-expect-error there is no such filing category
  filing: { category: "tourist" },
  // @ts-expect-error money is a decimal string
  bill: { total: 30000 },
};
// @ts-expect-error the closed list of codes has no such code
export const misspelt: YidiErrorCode = "negativeAmmount";
// @ts-expect-error a whole section is missing
estimate({ person: input.person });
// @ts-expect-error a number is no source
init(42);
// @ts-expect-error a result is not changed by assigning to it through a name it does not have
estimate(input).patientPay;
