// All screens there are.

import { about } from "./screens/about.js";
import { check } from "./screens/check.js";
import { compare } from "./screens/compare.js";
import { contact } from "./screens/contact.js";
import { curve } from "./screens/curve.js";
import { done } from "./screens/done.js";
import { emergency } from "./screens/emergency.js";
import { estimate } from "./screens/estimate.js";
import { failed } from "./screens/failed.js";
import { filings } from "./screens/filings.js";
import { home } from "./screens/home.js";
import { notice } from "./screens/notice.js";
import { outcome } from "./screens/outcome.js";
import { place } from "./screens/place.js";
import { settings } from "./screens/settings.js";
import { slip } from "./screens/slip.js";
import { sources } from "./screens/sources.js";
import { wizard } from "./screens/wizard.js";

/** Every screen, by its route. */
export const screens = {
  home,
  about,
  emergency,
  wizard,
  outcome,
  check,
  contact,
  notice,
  done,
  filings,
  place,
  estimate,
  compare,
  curve,
  slip,
  failed,
  sources,
  settings,
};
