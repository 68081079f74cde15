// What the engine says before it is asked anything: the first question of a filing and the cities to choose from. The build writes it into
// the page, out of the engine's own mouth, and it holds for as long as no rules but the built-in ones are there.

const ID = "foretold";
/** The first question is the same on any day; a test holds every answer against the engine's. */
const ANY_DAY = "2000-01-01";

/** Asked once, by the build. @param {any} yidi the engine with nothing added */
export function foretell(yidi) {
  return {
    provinces: yidi.provinces(),
    regions: yidi.regions(),
    filing: yidi.startFiling({ today: ANY_DAY }),
  };
}

/** The engine's functions that are answered by what it said. @param {ReturnType<typeof foretell>} said */
export function answering({ provinces, regions, filing }) {
  return {
    provinces: () => provinces,
    regions: () => regions,
    startFiling: ({ today }) => ({ ...filing, session: { ...filing.session, today } }),
  };
}

/** As the page carries it: within an element of data, only this sign could end it. */
export const asElement = (said) =>
  `<script type="application/json" id="${ID}">${JSON.stringify(said).replaceAll("<", "\\u003c")}</script>`;

/** What the page carries; nothing where the build wrote nothing. @param {Document} page */
export function foretold(page) {
  const written = page.getElementById(ID);
  return written ? answering(JSON.parse(written.textContent)) : {};
}
