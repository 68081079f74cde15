// The whole-day events of a calendar file (RFC 5545), as a phone's calendar takes them.

const DAY_IN_SECONDS = 24 * 60 * 60;

const unfolded = (text) => text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);

const plain = (value) =>
  value.replace(/\\(.)/g, (_, escaped) => (escaped === "n" || escaped === "N" ? "\n" : escaped));

/** Midnight of "20270501", where the reader is, in seconds. */
function startOf(day) {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  return new Date(Number(year), Number(month) - 1, Number(date)).getTime() / 1000;
}

/** What a line of an event adds to it; the lines of its alarms tell only how early to ring. */
const READERS = {
  SUMMARY: (value) => ({ title: plain(value) }),
  DESCRIPTION: (value) => ({ description: plain(value) }),
  DTSTART: (value) => ({ startTime: startOf(value) }),
};

function eventOf(lines) {
  const event = { allDay: true };
  let inAlarm = false;
  lines.forEach((line) => {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).split(";")[0];
    const value = line.slice(colon + 1);
    if (value === "VALARM") inAlarm = name === "BEGIN";
    const days = name === "TRIGGER" ? /^-P(\d+)D$/.exec(value) : null;
    if (days) event.alarmOffset = Math.max(event.alarmOffset || 0, Number(days[1]) * DAY_IN_SECONDS);
    if (!inAlarm && READERS[name]) Object.assign(event, READERS[name](value));
  });
  return event;
}

/** @param {string} text @returns {{ title: string, description?: string, startTime: number, allDay: true, alarmOffset?: number }[]} */
function calendarEvents(text) {
  const events = [];
  let lines = null;
  unfolded(text).forEach((line) => {
    if (line === "BEGIN:VEVENT") lines = [];
    else if (line === "END:VEVENT") {
      events.push(eventOf(lines));
      lines = null;
    } else if (lines) lines.push(line);
  });
  return events;
}

module.exports = { calendarEvents };
