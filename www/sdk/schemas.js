/* A subpath of its own, so that only those who validate packs or inputs themselves load it. */
import text from "yidi:schema";
import { schemasOf } from "./schemas-of.js";

/** Copied, so that a caller may change one schema and no other, and none of the next call. */
export const schemas = () => JSON.parse(JSON.stringify(schemasOf(JSON.parse(text))));
