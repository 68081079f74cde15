import { findProgram } from "./browser.mjs";

/** What runs the second implementation (tests/oracle): Python 3.11 or newer, its standard library alone. */
export const findPython = () => findProgram("PYTHON", ["python3"]);
