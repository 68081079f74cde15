import { test } from "node:test";
import { assertSteady, soak } from "./soak.mjs";

/** The bounded share of `npm run prove`. */
const ROUNDS = 6;

test(`${ROUNDS} rounds through every screen leave no element and no listener behind`, async () => {
  assertSteady(await soak({ rounds: ROUNDS }));
});
