/* A subpath of its own, so that only those who validate packs or inputs themselves load it. */
import text from "yidi:schemas";

/** Read anew each time, so that a caller may change what it is given. */
export const schemas = () => JSON.parse(text);
