// Where a kept filing stands, in a line.

import { formatDate } from "./calendar.js";
import { filingOutbox } from "./filing-outbox.js";
import { lookup } from "./lookup.js";
import { filings } from "./words/filings.js";

const words = filings.states;

const TONES = {
  prepared: "caution",
  sending: "info",
  handedIn: "info",
  approved: "good",
  returned: "loss",
  cancelled: "info",
};

/** What the receiver has said, in the words of `STATES`. */
const HEARD = {
  queued: "sending",
  sending: "sending",
  sent: "sending",
  acknowledged: "handedIn",
  approved: "approved",
  returned: "returned",
  withdrawn: "cancelled",
};

/**
 * How far a filing is: as the receiver says where it was sent, else as the reader does.
 *
 * @param {import("./app.js").Context} context
 */
export function standing(context, { key, state }) {
  const entry = context.share(filingOutbox).entry(key);
  return (entry && lookup(HEARD, entry.status)) || state;
}

/**
 * @param {import("./app.js").Context} context
 * @param {any} filing
 * @returns {{ text: string, tone: string }} the tone as a `Tone`
 */
export function filingState(context, filing) {
  const { say, language, host } = context;
  const { plan } = filing;
  const state = standing(context, filing);
  const day = (date) => formatDate(date, language());
  const place = say(plan.placeName);
  const good = (text) => ({ text, tone: "good" });
  if (state !== "approved") return { text: say(words[state]), tone: TONES[state] };
  if (plan.to && plan.to < host.today())
    return { text: say(words.ended, { to: day(plan.to) }), tone: "loss" };
  if (plan.from > host.today()) return good(say(words.approvedFrom, { place, from: day(plan.from) }));
  if (plan.to) return good(say(words.approvedTo, { place, to: day(plan.to) }));
  return good(say(words.approved, { place }));
}
