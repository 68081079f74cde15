// The filings that were completed on this device: category, place, dates and papers. Nothing in them says whose they are.

const SLOT = "filings";

/**
 * Where a filing stands, as the reader tells it or the receiver has answered.
 *
 * `prepared`: the form is filled in and nobody has it. `handedIn`: the office has it. Then `approved` or `returned`; `cancelled` by the
 * reader.
 */
export const STATES = ["prepared", "handedIn", "approved", "returned", "cancelled"];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const REGION = /^\d{6}$/;
const ID = /^f\d+$/;
const CITED = ["validity", "change", "approval", "coverage", "places", "late", "materialsRule"];
const GRADES = ["official", "published", "unconfirmed", "userSupplied"];
const PROOFS = ["material", "commitment"];
const CHANNELS = ["app", "miniProgram", "website", "counter", "phone"];

const isText = (text) =>
  Boolean(text) && ["zh-CN", "en"].every((language) => typeof text[language] === "string");
const isDay = (day) => typeof day === "string" && DAY.test(day);
const isDayOrNone = (day) => day === undefined || isDay(day);

function isLaw(law) {
  const { label, citation, effective, grade, note } = Object(law);
  return (
    isText(label) &&
    [citation, effective].every(Boolean) &&
    ["document", "address", "readOn"].every((name) => typeof citation[name] === "string") &&
    isDay(effective.from) &&
    GRADES.indexOf(grade) >= 0 &&
    (note === undefined || isText(note))
  );
}

function isCited(cited) {
  const { text, date, law } = Object(cited);
  return isText(text) && isDayOrNone(date) && (law === undefined || isLaw(law));
}

function isPaper(paper) {
  const { name, issuedBy } = Object(paper);
  return isText(name) && (issuedBy === undefined || isText(issuedBy));
}

function isNeed(need) {
  const { proves, anyOneOf, chosen } = Object(need);
  return (
    isText(proves) &&
    Array.isArray(anyOneOf) &&
    anyOneOf.every(isPaper) &&
    (chosen === undefined || isText(chosen))
  );
}

function isChannel(channel) {
  const { kind, name, address } = Object(channel);
  return (
    CHANNELS.indexOf(kind) >= 0 && isText(name) && (address === undefined || typeof address === "string")
  );
}

function isPlan(plan) {
  const { category, name, place, placeName, proof, from, to, papersBy, materials, channels } = Object(plan);
  return (
    typeof category === "string" &&
    REGION.test(place) &&
    [name, placeName].every(isText) &&
    (proof === undefined || PROOFS.indexOf(proof) >= 0) &&
    isDay(from) &&
    [to, papersBy].every(isDayOrNone) &&
    CITED.every((rule) => isCited(plan[rule])) &&
    Array.isArray(materials) &&
    materials.every(isNeed) &&
    Array.isArray(channels) &&
    channels.every(isChannel)
  );
}

/** A filing as it is kept; anything else would break a screen that shows it. @param {any} entry */
function isFiling(entry) {
  const { id, insuredRegion, plan, filedOn, handedInOn, cancelledOn, state, ticked } = Object(entry);
  return (
    ID.test(id) &&
    REGION.test(insuredRegion) &&
    isDay(filedOn) &&
    [handedInOn, cancelledOn].every(isDayOrNone) &&
    STATES.indexOf(state) >= 0 &&
    Array.isArray(ticked) &&
    isPlan(plan)
  );
}

/** @param {import("./app.js").Context} context */
export function keptFilings({ store, host }) {
  /** The one whose screen is shown. @type {string | null} */
  let shown = null;

  function read() {
    const saved = store.get(SLOT);
    if (saved === null) return [];
    const sound = Array.isArray(saved) ? saved.filter(isFiling) : [];
    if (Array.isArray(saved) && sound.length === saved.length) return saved;
    store.setAside(SLOT);
    if (sound.length > 0) store.put(SLOT, sound);
    return sound;
  }

  const find = (id) => read().filter((entry) => entry.id === id)[0];

  function change(id, fields) {
    store.put(
      SLOT,
      read().map((entry) => (entry.id === id ? Object.assign({}, entry, fields) : entry)),
    );
  }

  /** Given once only, so that a calendar never takes one filing for another. */
  function nextId(entries) {
    const numbers = entries.map((entry) => Number(entry.id.slice(1)) + 1);
    return `f${Math.max.apply(null, [Math.floor(host.now())].concat(numbers))}`;
  }

  return {
    /** The latest first. */
    all: () => read().slice().reverse(),
    find,
    /** @returns {string} its id */
    add(filing) {
      const entries = read();
      const id = nextId(entries);
      store.put(SLOT, entries.concat(Object.assign({ id, state: "prepared", ticked: [] }, filing)));
      shown = id;
      return id;
    },
    /** Filled in once more: what was ticked of its papers stays. */
    replace(id, filing) {
      change(id, Object.assign({ state: "prepared", key: undefined }, filing));
      shown = id;
      return id;
    },
    shown: () => (shown && find(shown)) || read().slice(-1)[0],
    show(id) {
      shown = id;
    },
    change,
    /** @param {string} paper the place of a needed paper in the plan */
    tick(id, paper) {
      const { ticked } = find(id);
      const others = ticked.filter((one) => one !== paper);
      change(id, { ticked: others.length < ticked.length ? others : ticked.concat(paper) });
    },
    setState(id, state) {
      const fields = { state };
      if (state === "handedIn") fields.handedInOn = host.today();
      if (state === "cancelled") fields.cancelledOn = host.today();
      change(id, fields);
    },
    remove(id) {
      store.put(
        SLOT,
        read().filter((entry) => entry.id !== id),
      );
      if (shown === id) shown = null;
    },
  };
}

/** A kept filing as the engine's functions take it. */
export function recordOf({ plan, filedOn, handedInOn, cancelledOn }) {
  const record = {
    category: plan.category,
    places: [plan.place],
    from: plan.from,
    filedOn: handedInOn || filedOn,
  };
  if (plan.proof) record.proof = plan.proof;
  if (plan.to) record.to = plan.to;
  if (cancelledOn) record.cancelledOn = cancelledOn;
  return record;
}

/** Whether the office has a filing, so that it may count for a visit. */
export function isWithOffice({ state }) {
  return state === "handedIn" || state === "approved" || state === "cancelled";
}
