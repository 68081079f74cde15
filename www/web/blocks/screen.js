import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** What every block may reach: `act` and `type` back to the presenter, and the words that belong to the drawing. */
export const Screen = createContext(null);

export const useScreen = () => useContext(Screen);

/** A word of the frame with its gaps closed; a value is inserted as it is, never read as a pattern. */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_gap, name) => String(values[name]));
