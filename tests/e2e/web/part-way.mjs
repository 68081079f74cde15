// The same ways as the journeys, walked no further than needed.

import { journey as filingA } from "../journeys/filing-a.mjs";

const ARRIVED = Symbol("arrived");

/** Walks journey A until the screen of this name, or the words, are in front. */
export async function walkTo(traveller, { route, words }) {
  const arrived = async () => {
    if (route && (await traveller.route()) !== route) return false;
    return !words || (await traveller.page().locator("h1").textContent()) === words;
  };
  const steps = ["press", "choose", "pick", "fill", "tick", "see", "seconds", "back", "reopen"];
  const watched = Object.create(traveller);
  for (const name of steps) {
    watched[name] = async (...given) => {
      if (await arrived()) throw ARRIVED;
      await traveller[name](...given);
    };
  }
  try {
    await filingA.run(watched);
  } catch (thrown) {
    if (thrown !== ARRIVED) throw thrown;
  }
}

export const { today } = filingA;
