// What the presenters say and the front ends draw: plain values, so that the page and the mini-program show the same screens.
// A presenter knows no pixel; a front end knows no rule. Every text is in the reader's language already.

/** Every screen; a screen's address is its name, and never carries an answer. */
export type Route =
  | "home"
  | "about"
  | "emergency"
  | "wizard"
  | "outcome"
  | "check"
  | "contact"
  | "notice"
  | "done"
  | "filings"
  | "place"
  | "estimate"
  | "compare"
  | "curve"
  | "slip"
  | "failed"
  | "sources"
  | "settings";

/** One screen, whole. */
export interface View {
  route: Route;
  language: "zh-CN" | "en";
  /** The heading of the screen and of the window. */
  title: string;
  /**
   * Which step of the screen it is, where it has several: a host with a history gives each an entry of its own, so that the reader's
   * own "back" leads to the step before (`back()` of the presenter), not off the screen.
   */
  step?: string;
  /** How far it is, as words and as a share between 0 and 1. */
  progress?: { text: string; share: number };
  /** What the top-left button says. Absent on the first screen. */
  back?: { label: string };
  blocks: Block[];
  /** The one next step, at the bottom within the thumb's reach. */
  primary?: Action;
  /** Quiet steps beside it. */
  secondary?: Action[];
  /** Something is being worked out; `primary` can't be pressed again meanwhile. */
  busy?: string;
  /** The block or field that the reader should be taken to after this change, once per `step`. */
  focus?: { id: string; step: number };
  /** Said to a screen reader after this change, once per `step`. */
  announce?: { text: string; step: number };
}

/** Something to press. It is given back as `act(id, value)`. */
export interface Action {
  id: string;
  label: string;
  value?: string;
  disabled?: boolean;
  /** A second line in smaller print. */
  hint?: string;
  /** `danger`: cannot be undone. */
  tone?: "danger";
}

/** `good` what was done right, `info` neutral, `caution` unconfirmed or to be looked at, `loss` costs money or a right. */
export type Tone = "good" | "info" | "caution" | "loss";

export type Block =
  | { kind: "text"; id: string; text: string; tone?: "lead" | "plain" | "quiet" }
  | { kind: "heading"; id: string; text: string }
  | MessageBlock
  | CardsBlock
  | RowsBlock
  | ChoiceBlock
  | PickerBlock
  | FieldBlock
  | ChecklistBlock
  | TickBlock
  | FigureBlock
  | BarBlock
  | LedgerBlock
  | { kind: "laws"; id: string; title?: string; laws: Law[] }
  | TableBlock
  | CurveBlock
  | PaperBlock
  | StepsBlock
  | { kind: "actions"; id: string; actions: Action[] }
  | { kind: "group"; id: string; title: string; blocks: Block[] }
  /** Closed until the reader opens it; the front end keeps whether it is open. */
  | { kind: "details"; id: string; summary: string; blocks: Block[] };

/** A box that stands out. `role: "alert"` is read out at once. */
export interface MessageBlock {
  kind: "message";
  id: string;
  tone: Tone;
  title?: string;
  lines: string[];
  action?: Action;
  alert?: boolean;
}

/** Large cards that lead on. */
export interface CardsBlock {
  kind: "cards";
  id: string;
  cards: { id: string; mark?: string; title: string; state?: string; tone?: Tone; action: Action }[];
}

/** What is so: a word and its value, perhaps with something to press. */
export interface RowsBlock {
  kind: "rows";
  id: string;
  title?: string;
  rows: { id: string; label: string; value?: string; hint?: string; tone?: Tone; action?: Action }[];
}

export interface Option {
  value: string;
  label: string;
  /** A one-line example or explanation. */
  hint?: string;
  tone?: Tone;
}

/** One question with a few answers, all seen at once. Chosen with `type(id, value)`; of several, the list joined by commas. */
export interface ChoiceBlock {
  kind: "choice";
  id: string;
  label: string;
  /** The label is the screen's title already: for readers only. */
  labelHidden?: boolean;
  help?: string;
  why?: string;
  options: Option[];
  value: string;
  several?: boolean;
  error?: string;
}

/**
 * One question with many answers: searched by name or initials (`type(id + ".query", text)`), chosen with `type(id, value)`. The presenter
 * gives what fits the query, in groups (recent ones, a province's cities …).
 */
export interface PickerBlock {
  kind: "picker";
  id: string;
  label: string;
  labelHidden?: boolean;
  help?: string;
  why?: string;
  query: string;
  placeholder: string;
  groups: { id: string; title: string; options: Option[] }[];
  /** What is said where nothing fits. */
  empty?: string;
  /** The chosen one, with its name. */
  value: string;
  chosen?: string;
  error?: string;
}

/** A typed answer: given on with `type(id, text)` at every change. */
export interface FieldBlock {
  kind: "field";
  id: string;
  input: "text" | "money" | "percent" | "count" | "date" | "phone" | "idNumber" | "search";
  label: string;
  labelHidden?: boolean;
  help?: string;
  unit?: string;
  value: string;
  optional?: boolean;
  error?: string;
  /** Nothing of it may be kept by the host: no autofill, no spelling service. */
  personal?: boolean;
}

/** Things to have ready, ticked one by one with `act(id, itemId)`. */
export interface ChecklistBlock {
  kind: "checklist";
  id: string;
  title?: string;
  items: { id: string; label: string; hint?: string; ticked: boolean }[];
}

/** One box to tick with `act(id)`. */
export interface TickBlock {
  kind: "tick";
  id: string;
  label: string;
  ticked: boolean;
  disabled?: boolean;
}

/** The figure that the screen is about. */
export interface FigureBlock {
  kind: "figure";
  id: string;
  label: string;
  /** "¥3,120.00", or both ends of a range. */
  amount: string;
  to?: string;
  caution?: string;
}

/** How a sum is made up; every part is said in words too. */
export interface BarBlock {
  kind: "bar";
  id: string;
  title: string;
  parts: { id: string; label: string; amount: string; percent: number; who: "fund" | "person" }[];
}

/** One rule with its source. */
export interface Law {
  id: string;
  rule: string;
  says?: string;
  document?: string;
  clause?: string;
  period?: string;
  note?: string;
  grade?: { label: string; tone: Tone };
  checked?: string;
  address?: string;
}

/** The evaluated tree as lines in order; a line opens to its sentence, its sum and its rules. */
export interface LedgerBlock {
  kind: "ledger";
  id: string;
  title?: string;
  help?: string;
  lines: {
    id: string;
    depth: number;
    label: string;
    meaning?: string;
    amount: string;
    words?: string;
    numbers?: string;
    laws: Law[];
  }[];
}

/** A table with one row header per row. */
export interface TableBlock {
  kind: "table";
  id: string;
  caption: string;
  columns: string[];
  rows: { id: string; cells: string[]; tone?: Tone; hint?: string; action?: Action }[];
}

/**
 * A piecewise-linear function, or a band between two of them: its exact points, labelled where something begins. The same data always
 * stand in a table beside it.
 */
export interface CurveBlock {
  kind: "curve";
  id: string;
  title: string;
  xLabel: string;
  yLabel: string;
  points: { x: number; least: number; most: number; xText: string; yText: string; label?: string }[];
  /** Where the reader's own bill lies. */
  here?: { x: number; least: number; most: number; label: string };
}

/** A page to print or to read from: a form, a letter, a notice. */
export interface PaperBlock {
  kind: "paper";
  id: string;
  title: string;
  /** "Not the official text" and the like. */
  label?: string;
  sections: {
    id: string;
    title?: string;
    paragraphs: string[];
    fields?: { label: string; value: string }[];
    laws?: Law[];
  }[];
  /** Whether it is read on the screen, or only shown when asked to print. */
  onlyPrint?: boolean;
}

export interface StepsBlock {
  kind: "steps";
  id: string;
  title?: string;
  steps: { id: string; title: string; lines: string[]; laws?: Law[]; action?: Action }[];
}

/** What the presenters ask of the machine they run on. Everything optional may be missing there; presenters then leave its button out. */
export interface Host {
  now(): number;
  /** "2026-11-22", the calendar day where the reader is. */
  today(): string;
  /** The language of the device. */
  language: string;
  /** Texts by key, kept on the device. Each may throw; the presenters then say that nothing could be saved. */
  storage: {
    read(key: string): string | null;
    write(key: string, text: string): void;
    remove(key: string): void;
  };
  /** Shows another screen on top; `replace` puts it in place of the present one. */
  go(route: Route, how?: "push" | "replace" | "home"): void;
  /** To the screen before. */
  back(): void;
  /** Runs `work` once what `onChange` gave has been painted. */
  afterPaint(work: () => void): void;
  copy?(text: string): void;
  print?(paperIds: string[]): void;
  save?(file: { name: string; type: string; text: string }): void;
  share?(text: string): void;
  open?(address: string): void;
  speak?(text: string): void;
  /** Where a host has configured a receiver of filings. */
  transport?: unknown;
  /** For the outbox. */
  outboxStorage?: unknown;
  /** The host's own facilities; absent where it has none. */
  facilities?(): Promise<string>;
}
