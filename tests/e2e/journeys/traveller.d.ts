// A person on the way through the screens. Journeys are written once over this; three travellers walk them: over the presenters in Node, in
// the real page, and in the mini-program on its runner. Every control is found by the words that a person sees.

export interface Traveller {
  /** The screen that is shown. */
  route(): Promise<string>;
  /**
   * Presses what is labelled so; a button in a row or on a card also by the label of that ("修改" beside "材料或承诺" by "材料或承诺").
   * Fails where there is none, or it can't be pressed.
   */
  press(label: string): Promise<void>;
  /** Presses it although nothing should come of it: a double tap, something disabled. */
  pressAnyway(label: string): Promise<void>;
  /** Chooses an option of a question. */
  choose(optionLabel: string): Promise<void>;
  /** Searches a picker, and chooses what is labelled so; with several pickers, of the one with that label. */
  pick(query: string, optionLabel: string, pickerLabel?: string): Promise<void>;
  /** Types into the field of this label, in place of what stands there. */
  fill(fieldLabel: string, text: string): Promise<void>;
  /** Ticks a box or a paper; ticks it off where it is ticked. */
  tick(label: string): Promise<void>;
  /** Somewhere on the screen this can be read; closed parts count as well. */
  see(text: string | RegExp): Promise<void>;
  seeNot(text: string | RegExp): Promise<void>;
  /** The host's own "back". */
  back(): Promise<void>;
  /** Time passes, second by second while the screen is in front; longer times at once. */
  seconds(count: number): Promise<void>;
  /** The screen is covered by something else, and comes back. */
  hide(): Promise<void>;
  show(): Promise<void>;
  /**
   * Killed, and started again over the same storage, on the first screen. `packs` are added to the engine first: an update of the rules.
   */
  reopen(options?: { packs?: object[] }): Promise<void>;
  offline(isOffline: boolean): Promise<void>;
  /** The amount that is shown largest. */
  figure(): Promise<string>;
}

export interface Journey {
  name: string;
  /** The day on which it begins, at nine in the morning in China. */
  today: string;
  language?: "zh-CN" | "en";
  /** The host's own list of facilities, as CSV; most hosts have none. */
  facilities?: string;
  run(traveller: Traveller): Promise<void>;
}
