// `npm run screenshots`: every screen of both front ends anew, in tests/e2e/screens. They are looked at in review.

import { buildIfChanged } from "../../pkg-scripts/build.mjs";
import { inRoot } from "../../pkg-scripts/paths.mjs";
import { run } from "../../pkg-scripts/run.mjs";

await buildIfChanged();
for (const end of ["web", "miniprogram"])
  run(process.execPath, [inRoot("tests", "e2e", end, "screenshots.mjs")]);
