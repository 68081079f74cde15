// Choosing a city: by name or pinyin initials, or province by province, with the ones chosen lately first.

import { createRegions } from "./regions.js";
import { regionPicker as words } from "./words/region-picker.js";

/** A screen has room for so many; whoever sees none that fits types another letter. */
const FOUND_LIMIT = 20;
const RECENT_LIMIT = 4;
/** Not "", which is the city of a reader who has chosen none: it would be shown as chosen. */
const OTHER_PROVINCE = "otherProvince";

/** Names are typed without the word for what they are: 漯河 for 漯河市. */
const KINDS = /(?:省|市|地区|盟|壮族自治区|回族自治区|维吾尔自治区|自治区)$/;

function typed(query) {
  return query.trim().toLowerCase().replace(/\s+/g, "");
}

/** The better it fits, the lower; undefined where it does not. */
function fit(place, query) {
  const chinese = place.name["zh-CN"];
  const english = place.name.en.toLowerCase().replace(/[^a-z]/g, "");
  if (place.initials === query) return 0;
  if (chinese.indexOf(query) === 0 || english.indexOf(query) === 0) return 1;
  if (place.initials && place.initials.indexOf(query) === 0) return 2;
  if (chinese.indexOf(query) > 0 || chinese.indexOf(query.replace(KINDS, "")) === 0) return 3;
  return undefined;
}

/** @param {any} saved what the device had kept: anything */
function codesIn(saved) {
  return Array.isArray(saved) ? saved.filter((code) => typeof code === "string") : [];
}

/** Every city there is, read from the engine once. */
export function allRegions({ yidi, host }) {
  return createRegions(yidi, host.today());
}

/**
 * A picker of one city, to be shown as a block of a screen.
 *
 * @param {import("./app.js").Context} context
 * @param {object} options
 * @param {string} options.id of the block
 * @param {(admdvs: string) => string | undefined} [options.hint] what is to be known of a city before it is chosen
 */
export function createRegionPicker(context, { id, hint }) {
  const { store, say } = context;
  const regions = context.share(allRegions);
  let query = "";
  /** The province whose cities are shown. */
  let opened = null;

  const provinceAt = (code) => regions.provinces.filter((province) => province.admdvs === code)[0];

  function named(admdvs) {
    const city = admdvs && regions.provinceOf(admdvs) ? regions.cityOf(admdvs) : undefined;
    return city ? say(city.name) : undefined;
  }

  function optionOf(city, withProvince) {
    const province = regions.provinceOf(city.admdvs);
    const hints = [
      withProvince && province.cities.length > 1 ? say(province.name) : "",
      hint && hint(city.admdvs),
    ];
    const option = { value: city.admdvs, label: say(city.name) };
    const said = hints.filter(Boolean).join(say(words.between));
    if (said) option.hint = said;
    return option;
  }

  function group(groupId, title, options) {
    return { id: groupId, title: say(title), options };
  }

  function found() {
    const asked = typed(query);
    const fitting = [];
    regions.provinces.forEach((province) => {
      const whole = fit(province, asked);
      regions.insuredIn(province).forEach((city) => {
        const own = fit(city, asked);
        if (own !== undefined) fitting.push({ city, rank: own });
        else if (whole === 1) fitting.push({ city, rank: 4 });
      });
    });
    fitting.sort((one, other) => one.rank - other.rank);
    return fitting.slice(0, FOUND_LIMIT).map(({ city }) => optionOf(city, true));
  }

  function recent() {
    return codesIn(store.get("recent"))
      .filter((code) => named(code) !== undefined)
      .map((code) => optionOf(regions.cityOf(code), true));
  }

  function citiesOf(province) {
    const back = { value: OTHER_PROVINCE, label: say(words.otherProvince) };
    return {
      id: `${id}-cities`,
      title: say(province.name),
      options: regions
        .insuredIn(province)
        .map((city) => optionOf(city, false))
        .concat(back),
    };
  }

  function groups() {
    if (query.trim() !== "") {
      const options = found();
      return options.length > 0 ? [group(`${id}-found`, words.found, options)] : [];
    }
    const province = opened && provinceAt(opened);
    if (province) return [citiesOf(province)];
    const lately = recent();
    const provinces = regions.provinces.map(({ admdvs, name }) => ({ value: admdvs, label: say(name) }));
    const all = [group(`${id}-provinces`, words.provinces, provinces)];
    return lately.length > 0 ? [group(`${id}-recent`, words.recent, lately)].concat(all) : all;
  }

  /** The city that a choice comes to; null where it only leads on to the cities of a province, or back from them. */
  function cityChosen(code) {
    const province = provinceAt(code);
    if (!province) return named(code) === undefined ? null : code;
    const cities = regions.insuredIn(province);
    return cities.length === 1 ? cities[0].admdvs : null;
  }

  return {
    named,
    /**
     * @param {string} value the chosen city's code, "" where there is none
     * @param {object} texts label, help, why, error … of the block, in the reader's language
     */
    block(value, texts) {
      const chosen = named(value);
      /** @type {any} */
      const block = Object.assign({ kind: "picker", id }, texts, {
        query,
        placeholder: say(words.placeholder),
        groups: groups(),
        empty: say(words.empty),
        value: chosen ? value : "",
      });
      if (chosen) block.chosen = chosen;
      return block;
    },
    /**
     * Takes what was typed or chosen.
     *
     * @returns {string | null | undefined} the city that was chosen; null where the picker only shows something else now; undefined
     *   where it was not meant
     */
    type(target, text) {
      if (target === `${id}.query`) {
        query = String(text).slice(0, 40);
        return null;
      }
      if (target !== id) return undefined;
      const city = cityChosen(text);
      opened = city === null && provinceAt(text) ? text : null;
      if (city !== null) query = "";
      return city;
    },
    /** Puts a city among those to be shown first the next time. */
    remember(admdvs) {
      const others = codesIn(store.get("recent")).filter((code) => code !== admdvs);
      store.put("recent", [admdvs].concat(others).slice(0, RECENT_LIMIT));
    },
  };
}
