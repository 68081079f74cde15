// Where people are insured: every city, with a table of its own or without.

/** Whether the shares that the region pays are known, and not only for years gone by. */
function isInForce(summary, today) {
  return summary.insurances.length > 0 && (summary.to === undefined || summary.to >= today);
}

/**
 * @param {{ regions: Function, provinces: Function, describeRegion: Function }} yidi
 * @param {string} today
 */
export function createRegions(yidi, today) {
  const provinces = yidi.provinces();
  const own = yidi.regions();
  const summaries = {};

  function ownOf(admdvs) {
    return own.filter((summary) => summary.admdvs === admdvs)[0];
  }

  function provinceOf(admdvs) {
    return provinces.filter((province) => province.admdvs.slice(0, 2) === admdvs.slice(0, 2))[0];
  }

  /** The cities that people of a province may be insured in, and what else there has a table of its own. */
  function insuredIn(province) {
    const isListed = ({ admdvs }) => province.cities.some((city) => city.admdvs === admdvs);
    const others = own.filter((summary) => provinceOf(summary.admdvs) === province && !isListed(summary));
    return province.cities.concat(others);
  }

  /** A region with the tiers and diseases that any of its rules name. */
  function described(admdvs) {
    if (!summaries[admdvs]) summaries[admdvs] = yidi.describeRegion(admdvs, today).region;
    return summaries[admdvs];
  }

  return {
    provinces,
    provinceOf,
    insuredIn,
    ownOf,
    isInForce: (admdvs) => Boolean(ownOf(admdvs)) && isInForce(ownOf(admdvs), today),
    cityOf: (admdvs) =>
      admdvs ? insuredIn(provinceOf(admdvs)).filter((city) => city.admdvs === admdvs)[0] : undefined,
    described,
  };
}
