/* The calendar file, read by a parser that knows nothing of the engine. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import ICAL from "ical.js";
import { distFile } from "../contract/dist.mjs";

const yidi = createRequire(import.meta.url)(distFile("node.cjs"));

/** 2026-11-22T07:30:00+08:00. */
const NOW = Date.UTC(2026, 10, 21, 23, 30);

const QUESTION = {
  now: NOW,
  insuredRegion: "320100",
  filings: [
    {
      id: "f1",
      papersDue: "2026-11-30",
      pending: true,
      filing: {
        category: "longTermResident",
        proof: "commitment",
        places: ["653000"],
        from: "2026-11-20",
        to: "2027-05-20",
        filedOn: "2026-11-20",
      },
    },
  ],
  claims: [
    {
      id: "c1",
      treatmentRegion: "310000",
      kind: "inpatient",
      settled: "2026-11-10",
      papersComplete: "2026-11-18",
    },
  ],
};

const eventsOf = (question) => {
  const component = new ICAL.Component(ICAL.parse(yidi.reminders(question).calendar));
  return component.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
};

/** @type {[string, RegExp][]} */
const LANGUAGES = [
  ["zh-CN", /\p{Script=Han}/u],
  ["en", /[a-z]/],
];

for (const [language, script] of LANGUAGES) {
  describe(`the calendar in ${language}`, () => {
    const question = { ...QUESTION, language };
    const { items, calendar } = yidi.reminders(question);

    test("holds every reminder whose day is known, as a whole day", () => {
      const events = eventsOf(question);
      assert.deepEqual(
        events.map(({ uid, startDate }) => [uid, startDate.isDate, startDate.toString()]),
        items.map(({ kind, id, date }) => [`${kind}-${id}@yidi`, true, date]),
      );
      assert.equal(events.length, 4);
      assert.equal(new Set(events.map(({ uid }) => uid)).size, 4);
    });

    test("says the same as the list, whatever had to be escaped or folded", () => {
      for (const [at, { summary, description }] of eventsOf(question).entries()) {
        assert.equal(summary, items[at].title[language]);
        assert.equal(description, items[at].says[language]);
        assert.match(summary, script);
      }
    });

    test("is stamped with the host's moment, and wakes at nine", () => {
      for (const { component, startDate } of eventsOf(question)) {
        assert.equal(Date.parse(String(component.getFirstPropertyValue("dtstamp"))), NOW);
        const alarms = component.getAllSubcomponents("valarm");
        assert.ok(alarms.length >= 1);
        for (const alarm of alarms) {
          assert.equal(alarm.getFirstPropertyValue("action"), "DISPLAY");
          const rings = startDate.clone();
          rings.isDate = false;
          rings.addDuration(/** @type {ICAL.Duration} */ (alarm.getFirstPropertyValue("trigger")));
          assert.equal(rings.hour, 9);
          assert.ok(rings.toString() >= "2026-11-22T09:00:00", `${rings} has passed`);
        }
      }
    });

    test("has lines of at most 75 octets, each ended by CRLF, none cut within a character", () => {
      const lines = Buffer.from(calendar, "utf8").toString("latin1").split("\r\n");
      assert.equal(lines.pop(), "");
      for (const line of lines) {
        assert.ok(line.length <= 75 && !/[\r\n]/.test(line), line);
        assert.doesNotThrow(() =>
          new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(line, "latin1")),
        );
      }
      assert.ok(
        lines.some((line) => line.startsWith(" ")),
        "nothing was folded, so folding was not tried",
      );
    });
  });
}

test("a calendar that takes the file again finds the same entries, though days have moved", () => {
  const uids = (question) => eventsOf(question).map(({ uid }) => uid);
  const later = structuredClone(QUESTION);
  later.now += 3_600_000;
  later.filings[0].filing.to = "2027-06-30";
  assert.deepEqual(uids(later), uids(QUESTION));
});

test("nothing in the file tells who the person is", () => {
  const lines = yidi.reminders(QUESTION).calendar.replaceAll("\r\n ", "").split("\r\n");
  const names = new Set(lines.map((line) => line.split(/[:;]/)[0]));
  const known = [
    "ACTION",
    "BEGIN",
    "CALSCALE",
    "DESCRIPTION",
    "DTSTAMP",
    "DTSTART",
    "END",
    "PRODID",
    "SUMMARY",
    "TRANSP",
  ];
  assert.deepEqual([...names].filter(Boolean).sort(), [...known, "TRIGGER", "UID", "VERSION"]);
});
