// The case that the screens of the paying side share: kept on the device, begun with what the filing has told already, and the engine's
// word on it, which is asked for once.

import { answered, caseIn, emptyCase, isGiven, openBasics } from "./case.js";
import { inquire } from "./inquiry.js";
import { allRegions } from "./region-picker.js";

const SLOT = "estimate";

function withoutUnknown(facts) {
  const known = {};
  Object.keys(facts).forEach((path) => {
    if (typeof facts[path] === "string" && facts[path] !== "") known[path] = facts[path];
  });
  return known;
}

/** What the wizard was told, whatever the device had kept of it. */
function factsOfSession(saved) {
  const answers = Object(Object(Object(saved).session).answers);
  return {
    "person.insuredRegion": answers.insuredRegion,
    "person.insurance": answers.insurance,
    "visit.treatmentRegion": answers.destination,
  };
}

/** What a completed filing says: the latest of them that was not taken back. */
function factsOfFilings(saved) {
  const filings = (Array.isArray(saved) ? saved : []).map(Object);
  const filing = filings.filter(({ state }) => state !== "cancelled").pop();
  if (!filing) return {};
  const plan = Object(filing.plan);
  return {
    "person.insuredRegion": filing.insuredRegion,
    "person.insurance": filing.insurance,
    "visit.treatmentRegion": plan.place,
    "filing.category": plan.category,
    "filing.proof": plan.proof,
  };
}

/** What is known of the person from the filing, by the field of the engine's input. */
export function factsOfFiling({ store }) {
  const facts = withoutUnknown(factsOfSession(store.get("filing")));
  const filed = withoutUnknown(factsOfFilings(store.get("filings")));
  const isOfAnother =
    filed["person.insuredRegion"] !== facts["person.insuredRegion"] && facts["person.insuredRegion"];
  return isOfAnother ? facts : Object.assign(facts, filed);
}

const FILING = ["filing.category", "filing.proof"];

/** @param {import("./app.js").Context} context */
export function caseInHand(context) {
  const { yidi, host, store, say } = context;
  const regions = context.share(allRegions);
  let read = { saved: undefined, kept: emptyCase(host.today()) };
  let asked = { mark: "", told: null };

  /** The insured region as the engine describes it; undefined for what is none. */
  function regionOf(admdvs) {
    try {
      return admdvs ? regions.described(admdvs) : undefined;
    } catch (_unknown) {
      return undefined;
    }
  }

  /** Filled up with what the filing has told, where nothing else was answered. */
  function withFiling(kept) {
    const facts = factsOfFiling(context);
    const fitting = (path) =>
      FILING.indexOf(path) < 0 ||
      ["person.insuredRegion", "visit.treatmentRegion"].every(
        (place) => !isGiven(kept.answers[place]) || kept.answers[place] === facts[place],
      );
    const missing = Object.keys(facts).filter((path) => !isGiven(kept.answers[path]) && fitting(path));
    return missing.reduce((filled, path) => answered(filled, path, facts[path], regionOf, say), kept);
  }

  function current() {
    const saved = store.get(SLOT);
    if (read.saved !== saved) read = { saved, kept: caseIn(saved, host.today()) };
    return read.kept;
  }

  function keep(kept) {
    store.put(SLOT, kept);
    read = { saved: kept, kept };
  }

  /** What the engine is asked about; which questions are skipped is no part of it. */
  function mark() {
    const { answers, form, items } = current();
    return JSON.stringify([answers, form, items]);
  }

  return {
    current,
    keep,
    regionOf,
    /** Takes up what the filing has told since. */
    takeUp() {
      const kept = current();
      const filled = withFiling(kept);
      if (filled !== kept) keep(filled);
    },
    restart() {
      keep(withFiling(emptyCase(host.today())));
    },
    answer(path, typed) {
      keep(answered(current(), path, typed, regionOf, say));
    },
    isComplete: () => openBasics(current()).length === 0,
    /** The engine's word on the case as it stands; null as long as it was not asked. */
    told: () => (asked.mark === mark() ? asked.told : null),
    inquire() {
      const region = regionOf(current().answers["person.insuredRegion"]);
      asked = { mark: mark(), told: inquire(yidi, current(), region) };
      return asked.told;
    },
  };
}
