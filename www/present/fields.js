// Which questions there are, in which order, and what may be answered.

import { lookup } from "./lookup.js";
import { currency, fields, fill, grades, regionNotes, say, sections, standards } from "./text.js";

/** The answer to "where is the hospital" that means the insured region, whichever that is. */
export const IN_INSURED_REGION = "insuredRegion";

/** In the order of the form. A question with a path is asked only where the engine asks for what belongs there. */
const FIELDS = {
  insuredProvince: { kind: "list" },
  insuredRegion: { kind: "list" },
  insurance: { kind: "choice" },
  group: { kind: "choice" },
  place: { kind: "list" },
  tier: { kind: "choice" },
  category: { kind: "choice" },
  admitted: { kind: "date" },
  settled: { kind: "date" },
  total: { kind: "money" },
  inScope: { kind: "money" },
  crossRegion: { kind: "choice", path: "ownFigures.crossRegion" },
  crossRegionPoints: { kind: "percent", path: "ownFigures.crossRegion.minusPoints" },
  deductible: { kind: "money", path: "ownFigures.deductible" },
  ratio: { kind: "percent", path: "ownFigures.ratio" },
  poolCap: { kind: "money", path: "ownFigures.poolCap.yearly", optional: true },
  age: { kind: "count", path: "person.age" },
  standing: { kind: "choice", path: "person.standing" },
  civilServant: { kind: "choice", path: "person.civilServant" },
  proof: { kind: "choice", path: "filing.proof" },
  admissions: { kind: "count", path: "yearSoFar.admissions" },
  deductiblePaid: { kind: "money", path: "yearSoFar.deductiblePaid" },
  segmentBase: { kind: "money", path: "yearSoFar.segmentBase" },
  poolPaid: { kind: "money", path: "yearSoFar.poolPaid" },
  largeAmountPaid: { kind: "money", path: "yearSoFar.largeAmountPaid" },
  seriousIllnessBase: { kind: "money", path: "yearSoFar.seriousIllnessBase" },
  seriousIllnessPaid: { kind: "money", path: "yearSoFar.seriousIllnessPaid" },
  localSupplementBase: { kind: "money", path: "yearSoFar.localSupplementBase" },
  localSupplementPaid: { kind: "money", path: "yearSoFar.localSupplementPaid" },
  assistanceBase: { kind: "money", path: "yearSoFar.assistanceBase" },
  assistancePaid: { kind: "money", path: "yearSoFar.assistancePaid" },
};

const SECTIONS = {
  person: ["insuredProvince", "insuredRegion", "insurance", "group"],
  visit: ["place", "tier", "category"],
  dates: ["admitted", "settled"],
  bill: ["total", "inScope"],
  standards: ["crossRegion", "crossRegionPoints", "deductible", "ratio", "poolCap"],
  more: ["age", "standing", "civilServant", "proof"],
  yearSoFar: [
    "admissions",
    "deductiblePaid",
    "segmentBase",
    "poolPaid",
    "largeAmountPaid",
    "seriousIllnessBase",
    "seriousIllnessPaid",
    "localSupplementBase",
    "localSupplementPaid",
    "assistanceBase",
    "assistancePaid",
  ],
};

const GROUPS = {
  employee: ["working", "retired"],
  resident: ["childOrStudent", "otherResident"],
};

/** A tier of some packs where nobody stays overnight. */
const PHARMACY = "pharmacy";

/** Filings that still matter when their holder is treated at home. */
const AT_HOME = ["retiredSettled", "longTermResident", "postedWorker", "notFiled"];

export const FIELD_IDS = Object.keys(FIELDS);

/** What the person learned about the rules of one region, for one kind of person and hospital. */
export const STANDARDS = SECTIONS.standards;

/** "choice" and "list" (a long choice), "date", "money", "percent" or "count"; undefined for what is no field. */
export function kindOf(id) {
  const field = lookup(FIELDS, id);
  return field ? field.kind : undefined;
}

/** Where the answer belongs in the engine's input; undefined for a question that is always asked. */
export function pathOf(id) {
  return FIELDS[id].path;
}

export function isOptional(id) {
  return FIELDS[id].optional === true;
}

/** The question whose answer the engine misses at `path`. */
export function fieldAt(path) {
  return FIELD_IDS.filter((id) => pathOf(id) === path)[0];
}

/** Questions that an answer to another one calls for or makes needless. */
const ONLY_WHEN = {
  insuredRegion: ({ values, regions }) => citiesToChoose(values, regions).length > 1,
  tier: ({ values }) => values.insuredRegion !== "",
};

/** The questions that are always asked, for the answers so far. */
export function basicFields(context) {
  return FIELD_IDS.filter((id) => !pathOf(id) && (!ONLY_WHEN[id] || ONLY_WHEN[id](context)));
}

/** Questions that the engine asked, with those that their answers lead to, in the order of the form. */
export function withFollowUps(ids, values) {
  const hasPoints = values.crossRegion === "minusPoints" && ids.indexOf("crossRegion") >= 0;
  const all = hasPoints ? ids.concat("crossRegionPoints") : ids;
  return FIELD_IDS.filter((id) => all.indexOf(id) >= 0);
}

function provinceWith(values, regions) {
  return regions.provinces.filter((province) => province.admdvs === values.insuredProvince)[0];
}

function citiesToChoose(values, regions) {
  const province = provinceWith(values, regions);
  return province ? regions.insuredIn(province) : [];
}

function worded(id, values, language) {
  return values.map((value) => {
    const words = fields[id].options[value];
    return { value, label: say(words.label, language), hint: say(words.hint, language) };
  });
}

function allWorded(id, context) {
  return worded(id, Object.keys(fields[id].options), context.language);
}

/** What is to be said at once of a region's rules: that none are known, or how well. */
function regionNote(admdvs, { regions, language }) {
  if (!regions.isInForce(admdvs)) return { hint: say(regionNotes.noTable, language) };
  const { grade } = regions.ownOf(admdvs);
  return grade === "unconfirmed" ? { hint: say(grades.unconfirmed, language), grade } : {};
}

function cityOption(city, context) {
  return Object.assign(
    { value: city.admdvs, label: say(city.name, context.language) },
    regionNote(city.admdvs, context),
  );
}

function provinceOptions(context) {
  return context.regions.provinces.map((province) => {
    const cities = context.regions.insuredIn(province);
    if (cities.length === 1) return cityOption(cities[0], context);
    return { value: province.admdvs, label: say(province.name, context.language) };
  });
}

function insuredRegionOptions(context) {
  return citiesToChoose(context.values, context.regions).map((city) => cityOption(city, context));
}

function groupOptions(context) {
  const groups = lookup(GROUPS, context.values.insurance);
  return worded("group", groups || GROUPS.employee.concat(GROUPS.resident), context.language);
}

function otherCities(province, insured, language) {
  return province.cities
    .filter((city) => city.admdvs !== insured)
    .map((city) => ({
      value: city.admdvs,
      label: fill(fields.place.city, language, {
        province: say(province.name, language),
        name: say(city.name, language),
      }),
    }));
}

/** In the insured region's own province the city decides, elsewhere the province is enough. */
function placeOptions({ values, regions, language }) {
  const city = regions.cityOf(values.insuredRegion);
  const atHome = city
    ? fill(fields.place.insuredRegionNamed, language, { name: say(city.name, language) })
    : say(fields.place.insuredRegion, language);
  const own = city && regions.provinceOf(city.admdvs);
  return regions.provinces.reduce(
    (options, province) =>
      options.concat(
        province === own
          ? otherCities(province, city.admdvs, language)
          : { value: province.admdvs, label: say(province.name, language) },
      ),
    [{ value: IN_INSURED_REGION, label: atHome }],
  );
}

function tierOptions({ values, regions, language }) {
  if (!values.insuredRegion) return [];
  return regions
    .tiersOf(values.insuredRegion)
    .filter((tier) => tier.id !== PHARMACY)
    .map((tier) => ({ value: tier.id, label: say(tier.label, language) }));
}

function isAtHome(values) {
  return values.place === IN_INSURED_REGION || (values.place !== "" && values.place === values.insuredRegion);
}

function categoryOptions(context) {
  const all = Object.keys(fields.category.options);
  return worded("category", isAtHome(context.values) ? AT_HOME : all, context.language);
}

function hintTextOf(id, values) {
  if (id === "category" && isAtHome(values)) return fields.category.hintAtHome;
  if (id === "crossRegion" && values.category === "notFiled") return fields.crossRegion.hintNotFiled;
  return fields[id].hint;
}

/** What is said below a question's label. */
export function hintOf(id, { values, language }) {
  return say(hintTextOf(id, values), language);
}

/** What is written behind the box of a typed answer. */
export function unitOf(id, language) {
  if (kindOf(id) === "money") return say(currency, language);
  return kindOf(id) === "percent" ? "%" : "";
}

const OPTIONS = {
  insuredProvince: provinceOptions,
  insuredRegion: insuredRegionOptions,
  group: groupOptions,
  place: placeOptions,
  tier: tierOptions,
  category: categoryOptions,
};

/**
 * What a choice offers.
 * @param {{ values: Object<string, string>, regions: object, language: string }} context
 */
export function optionsOf(id, context) {
  return OPTIONS[id] ? OPTIONS[id](context) : allWorded(id, context);
}

export function isChoice(id) {
  return kindOf(id) === "choice" || kindOf(id) === "list";
}

/** A province with one place to be insured in leaves nothing to choose. */
function withOnlyCity(values, regions) {
  const cities = citiesToChoose(values, regions);
  return cities.length === 1 ? Object.assign({}, values, { insuredRegion: cities[0].admdvs }) : values;
}

/** Takes away answers that an answer to another question has made impossible. */
export function withoutStaleAnswers(context) {
  const values = Object.assign({}, withOnlyCity(context.values, context.regions));
  FIELD_IDS.filter(isChoice).forEach((id) => {
    const offered = optionsOf(id, Object.assign({}, context, { values }));
    if (!offered.some((option) => option.value === values[id])) values[id] = "";
  });
  return values;
}

function standardsHelp({ values, regions, language }) {
  const city = regions.cityOf(values.insuredRegion);
  const help = regions.isInForce(values.insuredRegion) ? standards.noRuleForCase : standards.noTable;
  return fill(help, language, { name: city ? say(city.name, language) : "" });
}

/** The asked questions under their headings. */
export function sectionsOf(asked, context) {
  const { language } = context;
  const filled = Object.keys(SECTIONS).filter((id) =>
    SECTIONS[id].some((field) => asked.indexOf(field) >= 0),
  );
  return filled.map((id) => {
    const words = sections[id];
    const fieldIds = SECTIONS[id].filter((field) => asked.indexOf(field) >= 0);
    const section = { id, title: say(words.title, language), fieldIds };
    if (id === "standards") section.help = standardsHelp(context);
    else if (words.help) section.help = say(words.help, language);
    if (words.shortcut) section.shortcut = { label: say(words.shortcut, language), value: "0" };
    return section;
  });
}
