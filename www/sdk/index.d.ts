import type {
  Answer,
  Application,
  Bill,
  BillSplit,
  CompareOptions,
  CostCurve,
  DateComparison,
  DirectSettlement,
  ErrorCode as EngineErrorCode,
  Entry,
  Estimate,
  EstimateInput,
  EstimateOutcome,
  EstimateRange,
  Facility,
  FacilityQuery,
  FacilityResults,
  FailedSettlement,
  Fault,
  FilingCategory,
  FilingComparison,
  FilingContact,
  FilingQuestion,
  FilingSession,
  FilingStart,
  FilingStatus,
  FilingView,
  Gate,
  ImportReport,
  NoticeEvent,
  OpenedNotice,
  PolicyPack,
  Province,
  Question,
  Receipt,
  Reconciliation,
  RegionDescription,
  RegionSummary,
  Reminders,
  RemindersQuestion,
  ResumedFiling,
  SettlementFallback,
  SettlementQuestion,
  Slip,
  Text,
} from "./types.js";

export type * from "./types.js";

/**
 * Why a call was refused: a closed list. `notReady`, `facilitiesLost` and those of the storage are the package's own, all others come
 * from the engine.
 */
export type YidiErrorCode =
  | EngineErrorCode
  | "notReady"
  | "facilitiesLost"
  | "storageFull"
  | "storageUnavailable"
  | "storageDamaged";

/**
 * Where to load the wasm from. (An `object`, since the DOM's own type of a compiled module is an empty interface, and phones
 * have no DOM types at all.)
 *
 * - Browsers: a URL, a Response (or a promise of one, as from `fetch`), the bytes, or a compiled module. By default the file
 *   beside the script.
 * - Mini-programs: a path inside the app's package. WeChat's default is `/miniprogram_npm/yidi/yidi_bg.wasm.br`; in a
 *   subpackage name the whole path. Alipay and Douyin have no default, because their npm builds copy no wasm: put
 *   `yidi_bg.wasm`, or `miniprogram/yidi_bg.wasm.br` of this package, into the app and name its path there. Alipay has wasm in
 *   Workers only. Both are contract-tested, not tried on a device.
 * - Node: ignored, the file beside the script is read.
 */
export type WasmSource = string | object;

/**
 * Makes the package ready. Needed once before the first call in browsers and mini-programs; in Node it may be left out.
 *
 * Calling it again is free, concurrent calls share one load, and after a failure the next call tries anew. In mini-programs
 * it also waits for the engine to come back after an `internal` or `unreadableInput` error.
 *
 * @throws {YidiError} (as a rejection) `notReady` with the host's own error as `cause`, after two attempts; `missingField` with
 *   path `source` where the host has no default path.
 * @example
 * await init();
 */
export function init(source?: WasmSource): Promise<void>;

/**
 * What a stay costs the patient, as a ledger whose every line cites the rule it rests on.
 *
 * Law: the place of care decides what is covered, the insured region how much is paid (医保发〔2022〕22号 二（一）); a stay over the year's end, 经办规程
 *   第四十一条 (annex of 医保发〔2022〕22号). Every line cites the rules it rests on.
 *
 * @throws {YidiError} names the field at fault in `path`, or the rule that is missing. `inputNeeded`: a rule turns on the fact in
 *   `path`, which was left out. `ruleNotFound` with a path in `ownFigures`: the local rule is not known, and the user may give
 *   the figure. `ruleAmbiguous`, `ruleBounded`: the rules leave open what decides here, and only `estimateRange` answers.
 * @example
 * const { patientPays, ledger } = estimate(input);
 * patientPays; // "21440.00"
 * ledger.lines.map((line) => line.label.en); // ["Paid by the funds", "Paid by the person"]
 */
export function estimate(input: EstimateInput): Estimate;

/**
 * The least and the most that a stay costs the patient, over everything that is open: rules with several readings or mere bounds, such
 * as "at most 20 percentage points lower", and facts that were left out of the input (the tier, the way of filing, how much of the
 * bill is in scope, what the year has brought so far …). Both ends are reached, and each says what was taken for it; `next` is the
 * question that narrows the range most. Where nothing is open, or it does not matter, both are the estimate and `exact` is true.
 *
 * Law: the national bounds on what care in another province may lose, 医保发〔2022〕22号 二（六） and 医保发〔2024〕21号 二; otherwise as `estimate`.
 *
 * @throws {YidiError} as `estimate`, but for `ruleBounded`, for `ruleAmbiguous` only where a rule cannot be computed in any reading,
 *   and for `inputNeeded` only where so much is open that the fact in `path` has to be known first.
 * @example
 * const { least, most, next } = estimateRange({ ...input, visit: { ...input.visit, tier: undefined } });
 * [least, most].map((end) => end.estimate.patientPays); // ["16560.00", "21440.00"]
 * next.path; // "visit.tier"
 */
export function estimateRange(input: EstimateInput): EstimateRange;

/**
 * The same as `estimate` for many stays in one call. One that is refused leaves the others as they are.
 *
 * @throws {YidiError} only where `inputs` is no list, or cannot be read at all.
 * @example
 * const unsure = { ...input, visit: { ...input.visit, tier: undefined } };
 * const answers = estimateMany([input, unsure]);
 * answers.map((one) => ("estimate" in one ? one.estimate.patientPays : one.refusal.path)); // ["21440.00", "visit.tier"]
 */
export function estimateMany(inputs: EstimateInput[]): EstimateOutcome[];

/**
 * The same bill under every way to file it, the cheapest first: long-term with papers, by commitment, by commitment without the papers
 * that should have followed, by referral, as an emergency, as another temporary visit, not filed. Each option says what has to be
 * shown for it and what it still brings when it is late; one for which no rule is known carries the refusal.
 *
 * Law: the categories, 经办规程 第七条 (annex of 医保发〔2022〕22号); filed late, 医保发〔2022〕22号 二（四）.
 *
 * @throws {YidiError} only those of the input itself.
 * @example
 * const [cheapest] = compareFilings(input).options;
 * [cheapest.label["zh-CN"], cheapest.pays.most]; // ["异地长期居住，凭材料备案", "17360.00"]
 */
export function compareFilings(input: EstimateInput, options?: CompareOptions): FilingComparison;

/**
 * The same stay settled on one day and on another, with its length kept, and every rule that is not the same on both.
 *
 * @param before as `2025-11-12`
 * @param after as `2026-11-12`
 * @throws {YidiError} those of the input itself, and `invalidDate`. A day that the rules do not cover carries its refusal.
 * @example
 * compareDates(input, "2021-11-12", "2026-11-12").before.pays.refusal.code; // "dateNotCovered"
 */
export function compareDates(input: EstimateInput, before: string, after: string): DateComparison;

/**
 * What the patient pays as the amount in scope grows from nothing to `upTo`, and what lies outside it stays as it is. The points are
 * exactly where something begins: a segment, a cap, a fund. In between it grows evenly, but for the rounding to the fen. Where a rule
 * only sets bounds, every point has the least and the most, and all in between lies within the straight lines from point to point.
 *
 * @param upTo in yuan, as `"200000.00"`
 * @throws {YidiError} as `estimateRange`, for any amount up to there; `inputNeeded` for a fact that is not known; `amountTooLarge` at
 *   `upTo`.
 * @example
 * const [, deductibleMet] = costCurve(input, "42000").points;
 * [deductibleMet.inScope, deductibleMet.begins[0].en]; // ["1200.00", "Pool: 70%"]
 * deductibleMet.least === deductibleMet.most; // true
 */
export function costCurve(input: EstimateInput, upTo: string): CostCurve;

/**
 * A real settlement slip beside the estimate: whether the slip's own sums hold, where the two differ, and which facts, alone or two
 * together, would explain every difference (another tier, another way of filing, a deductible that was used up …). Where a rule only
 * sets bounds, a line agrees that lies within what the rule allows.
 *
 * @throws {YidiError} as `estimateRange`; `inputNeeded` for a fact that is not known.
 * @example
 * const { matches, explanations } = reconcile(input, { total: "50000.00", pool: "24480.00" });
 * matches; // false
 * explanations[0].assumes[0].says["zh-CN"]; // "其他临时外出"
 */
export function reconcile(input: EstimateInput, slip: Slip): Reconciliation;

/**
 * A bill's items, split into what is in scope and the three parts that are not.
 *
 * Law: the catalogue of the place of care decides, 医保发〔2022〕22号 二（一）.
 *
 * @throws {YidiError} `inputNeeded` with the path of what is not known of an item, as `items.3.class`.
 * @example
 * splitBill({ items: [{ amount: "1000.00", class: "B", firstSelfPay: "10" }] }).inScope; // "900.00"
 */
export function splitBill(bill: Bill): BillSplit;

/**
 * The insured regions that have a policy of their own. All other cities answer too, from the policy of their province or of the
 * whole country.
 *
 * @throws {YidiError} `notReady` before `init`.
 * @example
 * regions().find(({ admdvs }) => admdvs === "610100").name.en; // "Xi'an"
 */
export function regions(): RegionSummary[];

/**
 * Every rule that is known of an insured region, in words, with its source, and whether it is in force on the day: its own rules,
 * then those of its province and of the whole country, which answer where it has none.
 *
 * @throws {YidiError} `regionTooCoarse` for a province that is not one pooling area, `unknownRegion` where there is no such region;
 *   `invalidRegion`, `invalidDate`.
 * @example
 * describeRegion("610100", "2026-11-22").rules.filter((rule) => rule.inForce).length > 10; // true
 */
export function describeRegion(admdvs: string, date: string): RegionDescription;

/**
 * The provinces and their cities, for choosing an insured region or a treatment region.
 *
 * @throws {YidiError} `notReady` before `init`.
 * @example
 * provinces().find(({ admdvs }) => admdvs === "410000").cities.find(({ admdvs }) => admdvs === "411100").name.en; // "Luohe"
 */
export function provinces(): Province[];

/**
 * Adds the policy of an insured region, or replaces it. It is kept for as long as the script runs. The form of a pack is the
 * JSON Schema `PolicyPack` of `yidi/schemas`.
 *
 * @throws {YidiError} `invalidPack`, or the fault of the field named in `path`.
 * @example
 * addPack(pack).name.en; // "Kunshan"
 */
export function addPack(pack: PolicyPack): RegionSummary;

/**
 * What is wrong with a policy, and what looks wrong beside the loaded ones: errors first, then warnings. A pack with an error
 * is refused by `addPack`; warnings are for a person to look at. What cannot be read as a pack at all has the one fault
 * `unreadable`, with the reason in its `hint`.
 *
 * @param pack anything: it need not be a `PolicyPack`, that is what is asked
 * @param today as `2026-11-22`; with it, a pack that should have been reviewed by then has the warning `reviewOverdue`
 * @throws {YidiError} only for `today`, or `notReady` before `init`
 * @example
 * lintPack({ ...pack, sources: {} }).map((fault) => fault.code)[0]; // "unknownSource"
 */
export function lintPack(pack: unknown, today?: string): Fault[];

/**
 * Adds facilities to the directory that `searchFacilities` and `checkDirectSettlement` look in. No list is shipped: the host adds
 * its own, in one call or in parts, and sees how far it is by the report of each.
 *
 * The records may be a list, or a text: a JSON list, or CSV with the columns `code`, `name`, `region`, `opened` and perhaps
 * `initials`. In CSV, what is opened is a list such as `inpatient;outpatient@2023-01-01;M03900@2025-01-01`. For more than some
 * thousand records a text is much quicker. A record with a known code takes the earlier one's place; records at fault are left out
 * and reported.
 *
 * @throws {YidiError} `unreadableInput`, `missingField` or `unknownField` where the text as a whole cannot be read, and nothing is
 *   added; `outOfRange` for a text of more than 16 million characters, to be given in parts; `facilitiesLost` after the engine had
 *   to start anew: call `clearFacilities` and add them again.
 * @example
 * const report = addFacilities("code,name,region,opened\nH44030000001,示例医院,440300,inpatient\nH44,坏行,440300,inpatient");
 * [report.added, report.faults[0].row]; // [1, 3]
 */
export function addFacilities(records: string | readonly Facility[]): ImportReport;

/**
 * The facilities of the directory by place, what they have opened, and words of their name or its pinyin initials.
 *
 * @throws {YidiError} the field at fault; `facilitiesLost` as for `addFacilities`.
 * @example
 * addFacilities([{ code: "H44030000001", name: "示例医院", region: "440300", opened: [{ kind: "inpatient" }] }]);
 * searchFacilities({ region: "440300", text: "示例" }).facilities[0].code; // "H44030000001"
 */
export function searchFacilities(query: FacilityQuery): FacilityResults;

/**
 * Forgets every facility.
 *
 * @example
 * clearFacilities();
 * searchFacilities({ region: "440300" }).total; // 0
 */
export function clearFacilities(): void;

/**
 * Whether a visit can be settled directly: by the person's filings and benefit, what the facility has opened, and the day. Every
 * condition that is not met is named with what mends it; what is not known is said to be so.
 *
 * Law: 经办规程 第十一条, 第十二条, 第十六条 and 第三十四条 (annex of 医保发〔2022〕22号); every condition cites its own.
 *
 * @throws {YidiError} the field at fault, `inputNeeded` where a rule turns on a fact that was left out, `facilitiesLost` as for
 *   `addFacilities`.
 * @example
 * const { answer, conditions } = checkDirectSettlement({ filing: { ...visit, filings: [] } });
 * [answer, conditions[0].reason]; // ["no", "notFiled"]
 */
export function checkDirectSettlement(question: SettlementQuestion): DirectSettlement;

/**
 * What to do where a bill was not settled directly, step by step, with papers, deadline and times as far as they are known.
 *
 * Law: 医保发〔2022〕22号 二（四） and 经办规程 第四十四条 (its annex); every step cites its own.
 *
 * @throws {YidiError} the field at fault, or `inputNeeded`.
 * @example
 * const failed = { insuredRegion: "320100", treatmentRegion: "310000", kind: "inpatient", on: "2026-11-10", paid: true };
 * settlementFallback({ ...failed, reason: "systemFailure" }).steps.map((step) => step.route); // ["mend", "manualClaim", "ask"]
 */
export function settlementFallback(situation: FailedSettlement): SettlementFallback;

/**
 * The deadlines and expiries of someone's filings and claims, with the days left, and as a calendar file (`.ics`).
 *
 * @throws {YidiError} the field at fault.
 * @example
 * const watched = { id: "mine", filing: { category: "referral", places: ["310000"], from: "2026-11-01", to: "2027-05-01", filedOn: "2026-11-01" } };
 * const { items, calendar } = reminders({ now, insuredRegion: "411100", filings: [watched] });
 * [items[0].date, calendar.startsWith("BEGIN:VCALENDAR")]; // ["2027-05-01", true]
 */
export function reminders(question: RemindersQuestion): Reminders;

/**
 * Opens the notice (备案告知书) that a person reads before filing: what concerns their kind of filing in their insured region, clause
 * by clause with its source, and the gate that `noticeEvent` moves. The wording is this package's own, and labelled so; to show the
 * authority's text instead, put it into the region's pack with a version of its own and `official: true`, and `addPack` it.
 *
 * Law: what a notice has to say, 医保发〔2024〕21号 一（一）.
 *
 * @param insuredRegion a city's code, as in `440100`
 * @param category any but `notFiled`
 * @param now the host's time, as from `Date.now()`
 * @throws {YidiError} `ruleNotFound` or `dateNotCovered` where no notice is known; `regionTooCoarse`, `unknownRegion`; the fault of the
 *   argument named in `path`.
 * @example
 * const { notice, gate } = openNotice("440100", "longTermResident", now);
 * [notice.label["zh-CN"].slice(0, 7), gate.secondsLeft]; // ["这不是官方原文", 5]
 */
export function openNotice(insuredRegion: string, category: FilingCategory, now: number): OpenedNotice;

/**
 * The gate after an event. Three things have to come together, and none can be skipped: the notice was on the screen for its
 * `minimumSeconds`, the box was ticked after that, and "agree" was pressed; then `receipt` is there.
 *
 * Send `shown` when the notice comes to the screen and once a second for as long as it stays, `hidden` when it leaves it
 * (`visibilitychange`, `onHide`), and `ticked`, `unticked` and `agreed` as the person does so. The gate is a plain value, which may
 * be kept; send `restored` first when it is taken up again after a reload or a crash, so that the time between counts for nothing. An event that cannot be yet changes nothing; `secondsLeft` says how long until the box may be ticked.
 *
 * Time counts only between two events that are at most two seconds apart by the clock, so that a page that slept and a clock that was
 * set add nothing; nor does a `now` that is no time (`NaN`). What the gate cannot know is whether the host tells the truth: the
 * receipt is a careful record, not a signature.
 *
 * @param now the host's time, as from `Date.now()`
 * @throws {YidiError} only for an argument that is none: a gate that was damaged, an unknown event.
 * @example
 * let { gate } = openNotice("440100", "longTermResident", now);
 * for (let second = 0; second <= 5; second += 1) gate = noticeEvent(gate, "shown", now + second * 1000);
 * gate = noticeEvent(gate, "ticked", now + 6000);
 * gate = noticeEvent(gate, "agreed", now + 7000);
 * gate.receipt.secondsVisible; // 7
 */
export function noticeEvent(gate: Gate, event: NoticeEvent, now: number): Gate;

/**
 * Begins the filing wizard: which filing, with which papers, for how long. Each call gives the whole view: the question to ask, what
 * was answered, how far it is, and in the end the outcome. `view.session` is the state, a plain value: give it back with the next
 * call, and keep it as it is to go on later. It holds no name, number or address of a person.
 *
 * Law: the categories and their papers, 经办规程 第七条 and 第八条 (annex of 医保发〔2022〕22号); the insured region's own rules come first.
 *
 * @param start the day it is in China, as in `{ today: "2026-11-22" }`
 * @throws {YidiError} the fault of the argument named in `path`.
 * @example
 * startFiling({ today: "2026-11-22" }).question.id; // "insuredRegion"
 */
export function startFiling(start: FilingStart): FilingView;

/**
 * Answers the current question, or one of `steps` anew. Everything that follows is derived from the answers by the rules, so nothing
 * can be left stale: an answer that is no longer on the way is kept for coming back to it (`unused`) and counts for nothing.
 *
 * @param value one of the question's `options`, a region's code or a day; of a question that takes several, a list
 * @throws {YidiError} `unknownValue` at `question` where it is not on the way; at `value`, what is wrong with the answer.
 * @example
 * const { session } = startFiling({ today: "2026-11-22" });
 * answerFiling(session, "insuredRegion", "411100").question.id; // "destination"
 */
export function answerFiling(session: FilingSession, question: Question, value: Answer): FilingView;

/**
 * The wizard as a session has it.
 *
 * @throws {YidiError} the fault of a session that was not given out by this package. For one that was kept, see `resumeFiling`.
 * @example
 * reviewFiling(session).outcome.kind; // "fileAs"
 */
export function reviewFiling(session: FilingSession): FilingView;

/**
 * Takes a saved session up again: every answer is looked through by today's rules, what no longer fits is dropped, and `answers` says
 * what became of each.
 *
 * @param saved anything: it need not be a `FilingSession`, that is what is asked
 * @param today as in `2026-11-22`
 * @throws {YidiError} `outOfRange` at `version` where it was saved by a later version; otherwise the fault named in `path`.
 * @example
 * const saved = JSON.parse(JSON.stringify(session));
 * const { view, answers } = resumeFiling(saved, "2026-11-23");
 * answers.filter((answer) => !answer.kept).map((answer) => answer.question); // ["startDate"]
 * view.question.id; // "startDate"
 */
export function resumeFiling(saved: unknown, today: string): ResumedFiling;

/**
 * Judges who files, as `completeFiling` will, before the notice is read: so that a mistyped number is told where it was typed.
 *
 * @param now the host's time, as from `Date.now()`
 * @throws {YidiError} at `contact`, `invalidContact` and the like, which never repeat what was given; `inputNeeded` with the question
 *   still to be answered in `path`.
 * @example
 * checkContact(session, contact, now); // undefined
 * let fault = "none";
 * try {
 *   checkContact(session, { ...contact, phone: "1" }, now);
 * } catch (error) {
 *   fault = error.path;
 * }
 * fault; // "contact.phone"
 */
export function checkContact(session: FilingSession, contact: FilingContact, now: number): void;

/**
 * Completes a filing once the wizard has come to one (`outcome.plan`), its notice has been read and agreed to, and the person has
 * said who they are: the document with the national field names, its digest and idempotency key, and the form and commitment letter
 * to print. Nothing is sent anywhere.
 *
 * Law: the papers, 经办规程 第八条; what a commitment brings, 医保发〔2022〕22号 二（五）.
 *
 * @param receipt what `noticeEvent` gave for this insured region and category
 * @param now the host's time, as from `Date.now()`
 * @throws {YidiError} `inputNeeded` with the question still to be answered in `path`; `nothingToFile`; at `receipt`, `noticeNotRead`; at
 *   `contact`, `invalidContact` and the like, which never repeat what was given.
 * @example
 * const contact = { name: "样例", idNumber: "11010519491231002X", phone: "13800000000" };
 * const { document } = completeFiling(session, receipt, contact, now);
 * [document.outAppyD.insu_admdvs, document.outAppyD.rloc_admdvs]; // ["411100", "440300"]
 */
export function completeFiling(
  session: FilingSession,
  receipt: Receipt,
  contact: FilingContact,
  now: number,
): Application;

/**
 * Which of a person's filings covers a visit, why, and what would mend it.
 *
 * Law: a filing holds on the day of admission, 经办规程 第十二条 (annex of 医保发〔2022〕22号); an emergency counts as filed, 第三十四条; filed before
 *   discharge, 医保发〔2022〕22号 二（四）.
 *
 * @throws {YidiError} the fault of the field named in `path`; `inputNeeded` where a rule turns on a fact that was left out.
 * @example
 * const { status, route } = filingStatus({ ...visit, filings: [] });
 * [status, filingStatus(visit).status]; // ["notFiled", "filed"]
 */
export function filingStatus(question: FilingQuestion): FilingStatus;

/**
 * Opens the outbox: it keeps every completed filing until the receiver has acknowledged it, through any crash of the app, and tries
 * again after 5 seconds, 10, 20 … up to an hour. Every attempt bears the same `key` and the same bytes, so that a receiver that counts
 * a key once never counts a filing twice. A filing is saved before it is sent; once it is acknowledged or withdrawn, its content, which
 * identifies a person, is erased. Nothing of it is ever in a log, an error or an address.
 *
 * Without a `transport` a filing is `handedOver`: the person takes it to an official channel, and `application(key)` is what to print.
 *
 * One outbox at a time for one storage. In browsers that is seen to (a second page is refused with `storageUnavailable`), in Node and
 * in mini-programs it is up to the host.
 *
 * @throws {YidiError} (as a rejection) `notReady` before `init`; `storageUnavailable`; `wrongType` where the options lack
 *   what the outbox calls; `unknownValue` with path `outbox.format` where what is stored is of a later version. Damaged contents are set aside, byte for byte, and reported to `onProblem` as
 *   `storageDamaged`.
 * @example
 * const outbox = await createOutbox({ storage: deviceStorage(file), clock: () => now });
 * await outbox.enqueue(application);
 * outbox.entries()[0].status; // "handedOver"
 * await outbox.close();
 */
export function createOutbox(options: OutboxOptions): Promise<OutboxHandle>;

export interface OutboxOptions {
  /** Where filings are kept: `deviceStorage()`, or the host's own. */
  storage: OutboxStorage;
  /** How they are sent: `httpTransport(…)`, or the host's own. Without it they are handed over to the person. */
  transport?: OutboxTransport;
  /** The time in milliseconds since 1970; `Date.now` by default. */
  clock?: () => number;
  /** Called after every change, with all entries. */
  onChange?: (entries: OutboxEntry[]) => void;
  /** Called with what went wrong behind the scenes: mostly `storageFull` and the like, which is tried again. */
  onProblem?: (error: YidiError) => void;
}

/** An entry as it is shown: without the filing itself. */
export type OutboxEntry = Omit<Entry, "application">;

export interface OutboxHandle {
  /** All filings that are not forgotten, the oldest first. */
  entries(): OutboxEntry[];
  /** The filing itself, as long as it is kept. */
  application(key: string): string | undefined;
  /**
   * Takes in a completed filing. Resolves once it is saved; from then on it cannot be lost. The same filing again changes nothing.
   *
   * @param filing sent as it is if it is a text, else as JSON
   * @param key its idempotency key, by default its field `idempotencyKey`; 1 to 200 visible ASCII characters without identity data
   * @throws {YidiError} (as a rejection) `storageFull`, `storageUnavailable`: it is not saved yet, and not sent, but kept in memory
   *   and tried again; `missingField`, `unknownValue` for the key, one of another filing among them
   */
  enqueue(filing: string | object, key?: string): Promise<void>;
  /**
   * Takes a filing back: at once where it has certainly not been sent, else by asking the receiver. `withdrawing` says that the answer
   * is awaited, `withdrawalRefused` that it was too late. Resolves once the wish is saved.
   */
  withdraw(key: string): Promise<void>;
  /** Tells what became of a filing, as the host learns it from the authority. Resolves once that is saved. */
  report(key: string, status: "approved" | "returned", reason?: string): Promise<void>;
  /** Deletes a finished entry: one that is approved, returned, withdrawn or handed over. Resolves once that is saved. */
  forget(key: string): Promise<void>;
  /** Does what is due now. Timers do that too; useful when the app comes back to the front. */
  tick(): Promise<void>;
  /** Stops, and lets go of the storage once what is being saved is. What else is under way is found out the next time. */
  close(): Promise<void>;
}

/** Where an outbox keeps its state: one text. What throws is reported as `storageFull` or `storageUnavailable`. */
export interface OutboxStorage {
  /** The text that was written last, `null` where none was. */
  read(): Promise<string | null>;
  /** Puts a text in the place of the one before. Resolves once it would survive a crash; if it fails, the one before is still there. */
  write(text: string): Promise<void>;
  /** Keeps damaged contents where nothing overwrites them. */
  setAside(text: string): Promise<void>;
  /** Keeps others from using this storage, or rejects where one does already; resolves to what lets go of it. */
  lock?(): Promise<() => void | Promise<void>>;
}

/** What the receiver says, as far as it is known. */
export interface OutboxAnswer {
  /**
   * `acknowledged`: it has the filing. `approved`, `returned`: it has decided. `failed`: the call certainly did not reach it. `unknown`:
   * nobody knows whether it did; so counts whatever throws. `withdrawn`, `withdrawalRefused`: its answers to a withdrawal.
   */
  outcome:
    | "acknowledged"
    | "approved"
    | "returned"
    | "failed"
    | "unknown"
    | "withdrawn"
    | "withdrawalRefused";
  /** Why, in words for the person; what is longer than 500 characters is cut. */
  reason?: string;
}

/**
 * How filings are sent. The receiver has to count one key once and answer it the same each time, and to remember the withdrawal of a
 * key that it has not seen yet.
 */
export interface OutboxTransport {
  send(filing: { key: string; application: string }): Promise<OutboxAnswer>;
  /** Without it, a filing that may have arrived cannot be withdrawn. */
  withdraw?(key: string): Promise<OutboxAnswer>;
}

/**
 * The host's own storage: IndexedDB in browsers, a file in Node (`name` is its path, and must be given), `wx.setStorage` in WeChat,
 * `tt.setStorage` in Douyin. Alipay's Workers have none: there the host passes its own. One outbox at a time uses it: a second one is
 * refused (`storageUnavailable`) until the first is closed or its process has died; in browsers, where they have locks.
 * @example
 * const outbox = await createOutbox({ storage: deviceStorage(file), clock: () => now });
 * await outbox.close();
 */
export function deviceStorage(name?: string): OutboxStorage;

/**
 * A transport over HTTP: `fetch`, or `wx.request` and `tt.request` in mini-programs (not in Alipay's Workers). The filing is the body of
 * a POST to `url`, the key its header `Idempotency-Key`. Success (2xx) acknowledges, or says otherwise by `{outcome, reason}` in JSON;
 * 400 and 422 return the filing with the `reason` of the answer; everything else is unknown and tried again. A withdrawal is a POST to
 * `withdrawUrl` with the same header: success withdraws it, 409, 410 and 422 say that it is too late.
 * @example
 * const transport = httpTransport({ url: "https://example.org/filings", headers: { authorization: "…" } });
 * typeof transport.send; // "function"
 */
export function httpTransport(options: HttpTransportOptions): OutboxTransport;

export interface HttpTransportOptions {
  url: string;
  /** Without it, a filing that may have arrived cannot be withdrawn. */
  withdrawUrl?: string;
  /** More headers, such as an authorization; asked for anew each time if it is a function. */
  headers?: Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>);
  /** How many milliseconds to wait for an answer; 30,000 by default. */
  timeout?: number;
}

/**
 * The version of the engine.
 *
 * @throws {YidiError} `notReady` before `init`.
 * @example
 * version(); // "0.1.0"
 */
export function version(): string;

/** The one error of this package. */
export class YidiError extends Error {
  readonly name: "YidiError";
  /** From a closed list; test for this, not for the message. */
  readonly code: YidiErrorCode;
  /** The field at fault, as in `bill.total`; empty where no single field is. */
  readonly path: string;
  /** What was found there. */
  readonly given?: string;
  /** What would have been accepted. */
  readonly allowed?: string;
  /** The whole message in both languages, with `path`, `given` and `allowed`. */
  readonly text: Text;
  /** The sentence for a person, in both languages, without them. */
  readonly reason: Text;
  /** What was thrown by the host, or by the input itself (a getter), where that is the reason. */
  readonly cause?: unknown;
}
