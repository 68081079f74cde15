// The days of a filing that must not be missed: with a countdown, and as a calendar file.

import { formatDate } from "./calendar.js";
import { standing } from "./filing-state.js";
import { recordOf } from "./kept-filings.js";
import { done as words } from "./words/done.js";

function claimsOf({ id, care, plan, session }) {
  const settled = session && session.answers && session.answers.settledOn;
  if (care !== "discharged" || !settled) return [];
  return [{ id, treatmentRegion: plan.place, kind: "inpatient", settled }];
}

/**
 * The engine's reminders of a kept filing; none where it knows the region no longer.
 *
 * @param {import("./app.js").Context} context
 */
export function filingReminders(context, filing) {
  const { yidi, host, language } = context;
  const watched = {
    id: filing.id,
    filing: recordOf(filing),
    pending: standing(context, filing) === "handedIn",
  };
  if (filing.plan.papersBy) watched.papersDue = filing.plan.papersBy;
  const question = {
    now: host.now(),
    insuredRegion: filing.insuredRegion,
    filings: [watched],
    claims: claimsOf(filing),
    language: language(),
  };
  if (filing.insurance) question.insurance = filing.insurance;
  try {
    return yidi.reminders(question);
  } catch (error) {
    if (Object(error).name !== "YidiError" || error.code === "notReady") throw error;
    return { items: [], calendar: "" };
  }
}

function dayInWords({ say, language }, { date, daysLeft }) {
  if (!date) return say(words.dateUnknown);
  const shown = formatDate(date, language());
  if (daysLeft === 0) return say(words.dateToday, { date: shown });
  const text = daysLeft > 0 ? words.dateIn : words.datePast;
  return say(text, { date: shown, days: String(Math.abs(daysLeft)) });
}

/** @param {import("./app.js").Context} context */
export function dateRows(context, items) {
  return items.map((item, index) => {
    const row = { id: `date-${index}`, label: context.say(item.title), value: dayInWords(context, item) };
    row.hint = context.say(item.says);
    if (!item.date || item.daysLeft < 0) row.tone = "caution";
    return row;
  });
}
