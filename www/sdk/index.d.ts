import type {
  ErrorCode as EngineErrorCode,
  Estimate,
  EstimateInput,
  Fault,
  PolicyPack,
  Province,
  RegionDescription,
  RegionSummary,
  Text,
} from "./types.js";

export type * from "./types.js";

/** Why a call was refused: a closed list. `notReady` is the package's own, all others come from the engine. */
export type YidiErrorCode = EngineErrorCode | "notReady";

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
 */
export function init(source?: WasmSource): Promise<void>;

/**
 * What a stay costs the patient, as a ledger whose every line cites the rule it rests on.
 *
 * @throws {YidiError} names the field at fault in `path`, or the rule that is missing.
 */
export function estimate(input: EstimateInput): Estimate;

/**
 * The insured regions whose policy is loaded.
 *
 * @throws {YidiError} `notReady` before `init`.
 */
export function regions(): RegionSummary[];

/**
 * Every rule that is known of a region, in words, with its source, and whether it is in force on the day.
 *
 * @throws {YidiError} `unknownRegion` where neither the region nor its pooling area has a pack; `invalidRegion`, `invalidDate`.
 */
export function describeRegion(admdvs: string, date: string): RegionDescription;

/**
 * The provinces, for choosing a treatment region.
 *
 * @throws {YidiError} `notReady` before `init`.
 */
export function provinces(): Province[];

/**
 * Adds the policy of an insured region, or replaces it. It is kept for as long as the script runs.
 *
 * @throws {YidiError} `invalidPack`, or the fault of the field named in `path`.
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
 */
export function lintPack(pack: unknown, today?: string): Fault[];

/**
 * The version of the engine.
 *
 * @throws {YidiError} `notReady` before `init`.
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
  /** The message for a person, in both languages. */
  readonly text: Text;
  /** What was thrown by the host, or by the input itself (a getter), where that is the reason. */
  readonly cause?: unknown;
}
