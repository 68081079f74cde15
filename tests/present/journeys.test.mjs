import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { freshEngine } from "./engine.mjs";
import { presenterTraveller } from "./traveller.mjs";

const folder = new URL("../e2e/journeys/", import.meta.url);

for (const file of (await readdir(folder)).filter((name) => name.endsWith(".mjs")).sort()) {
  const { journey } = await import(new URL(file, folder).href);
  test(journey.name, async () => {
    const { today, language, facilities } = journey;
    const listed = facilities ? { facilities: async () => facilities } : {};
    await journey.run(presenterTraveller({ yidi: freshEngine(), today, language, ...listed }));
  });
}
