// Which questions are asked, in which order, and what may be answered.

import { lookup } from "./lookup.js";
import { fields, fill, grades, say, sections } from "./text.js";

/** The answer to "where is the hospital" that means the insured region, whichever that is. */
export const IN_INSURED_REGION = "insuredRegion";

const KINDS = {
  insuredRegion: "choice",
  insurance: "choice",
  group: "choice",
  place: "choice",
  tier: "choice",
  category: "choice",
  admitted: "date",
  settled: "date",
  total: "money",
  inScope: "money",
  admissions: "count",
  poolPaid: "money",
  seriousIllnessBase: "money",
  seriousIllnessPaid: "money",
  largeAmountPaid: "money",
};

const SECTIONS = {
  person: ["insuredRegion", "insurance", "group"],
  visit: ["place", "tier", "category"],
  dates: ["admitted", "settled"],
  bill: ["total", "inScope"],
  yearSoFar: ["admissions", "poolPaid", "seriousIllnessBase", "seriousIllnessPaid", "largeAmountPaid"],
};

const GROUPS = {
  employee: ["working", "retired"],
  resident: ["childOrStudent", "otherResident"],
};

const ONLY_FOR = {
  seriousIllnessBase: "resident",
  seriousIllnessPaid: "resident",
  largeAmountPaid: "employee",
};

export const FIELD_IDS = Object.keys(KINDS);

/** "choice", "date", "money" or "count"; undefined for what is no field. */
export function kindOf(id) {
  return lookup(KINDS, id);
}

/** Filings that still matter when their holder is treated at home. */
const AT_HOME = ["retiredSettled", "longTermResident", "postedWorker", "notFiled"];

/** The questions that matter for the answers so far. */
export function askedFields(values) {
  return FIELD_IDS.filter((id) => !ONLY_FOR[id] || values.insurance === ONLY_FOR[id]);
}

function worded(id, values, language) {
  return values.map((value) => {
    const words = fields[id].options[value];
    return { value, label: say(words.label, language), hint: say(words.hint, language) };
  });
}

function chosenRegion(context) {
  return context.regions.filter((region) => region.admdvs === context.values.insuredRegion)[0];
}

function regionOptions(context) {
  return context.regions.map((region) => {
    const option = { value: region.admdvs, label: say(region.name, context.language) };
    return region.grade === "unconfirmed"
      ? Object.assign(option, { hint: say(grades.unconfirmed, context.language), grade: region.grade })
      : option;
  });
}

function insuranceOptions(context) {
  const region = chosenRegion(context);
  const known = Object.keys(GROUPS).filter(
    (insurance) => !region || region.insurances.indexOf(insurance) >= 0,
  );
  return worded("insurance", known, context.language);
}

function groupOptions(context) {
  const insurance = context.values.insurance;
  return worded("group", GROUPS[insurance] || GROUPS.employee.concat(GROUPS.resident), context.language);
}

/** The other cities of the insured region's own province: there the city decides, elsewhere the province is enough. */
function otherCities(province, region, language) {
  return province.cities
    .filter((city) => city.admdvs !== region.admdvs)
    .map((city) => ({
      value: city.admdvs,
      label: fill(fields.place.city, language, {
        province: say(province.name, language),
        name: say(city.name, language),
      }),
    }));
}

function placeOptions(context) {
  const region = chosenRegion(context);
  const language = context.language;
  const atHome = region
    ? fill(fields.place.insuredRegionNamed, language, { name: say(region.name, language) })
    : say(fields.place.insuredRegion, language);
  const isOwn = (province) => region && region.admdvs.slice(0, 2) === province.admdvs.slice(0, 2);
  return context.provinces.reduce(
    (options, province) =>
      options.concat(
        isOwn(province)
          ? otherCities(province, region, language)
          : { value: province.admdvs, label: say(province.name, language) },
      ),
    [{ value: IN_INSURED_REGION, label: atHome }],
  );
}

/** The chosen region's tiers; before one is chosen, every tier that some region has. */
function tierOptions(context) {
  const region = chosenRegion(context);
  const options = [];
  (region ? [region] : context.regions).forEach((each) => {
    each.tiers.forEach((tier) => {
      if (options.some((option) => option.value === tier.id)) return;
      options.push({ value: tier.id, label: say(tier.label, context.language) });
    });
  });
  return options;
}

function isAtHome(values) {
  return values.place === IN_INSURED_REGION || (values.place !== "" && values.place === values.insuredRegion);
}

function categoryOptions(context) {
  const all = Object.keys(fields.category.options);
  return worded("category", isAtHome(context.values) ? AT_HOME : all, context.language);
}

/** What is said below a question's label. */
export function hintOf(id, context) {
  const atHome = id === "category" && isAtHome(context.values);
  return say(atHome ? fields.category.hintAtHome : fields[id].hint, context.language);
}

const OPTIONS = {
  insuredRegion: regionOptions,
  insurance: insuranceOptions,
  group: groupOptions,
  place: placeOptions,
  tier: tierOptions,
  category: categoryOptions,
};

/**
 * What a choice field offers.
 * @param {{ values: Object<string, string>, regions: object[], provinces: object[], language: string }} context
 */
export function optionsOf(id, context) {
  return OPTIONS[id](context);
}

/** Takes away answers that an answer to another question has made impossible. */
export function withoutStaleAnswers(context) {
  const values = Object.assign({}, context.values);
  ["insurance", "group", "place", "tier", "category"].forEach((id) => {
    const offered = optionsOf(id, Object.assign({}, context, { values }));
    if (!offered.some((option) => option.value === values[id])) values[id] = "";
  });
  return values;
}

/** The asked fields under their headings. */
export function sectionsOf(asked, language) {
  return Object.keys(SECTIONS).map((id) => {
    const words = sections[id];
    const fieldIds = SECTIONS[id].filter((field) => asked.indexOf(field) >= 0);
    const section = { id, title: say(words.title, language), fieldIds };
    if (words.help) section.help = say(words.help, language);
    if (words.shortcut) section.shortcut = { label: say(words.shortcut, language), value: "0" };
    return section;
  });
}
