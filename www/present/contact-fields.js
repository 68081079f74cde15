// The fields of the contact screen, and the contact that the engine takes.

import { typedDate } from "./calendar.js";
import { lookup } from "./lookup.js";
import { withPlainCharacters } from "./money.js";

/** Names have no rule of writing; numbers are typed with spaces, wide digits and a small x. */
const asWritten = (text) => text.trim().replace(/\s+/g, " ");
const number = (text) => withPlainCharacters(text).replace(/\s+/g, "").replace(/ｘ/gi, "x").toUpperCase();
const telephone = (text) => withPlainCharacters(text).replace(/\s+/g, "").replace(/[—–]/g, "-");

/**
 * By id: how it is typed, where it belongs in the engine's contact, and whether it may be left empty.
 *
 * @type {Object<string, { input: "text" | "idNumber" | "phone" | "date", path: string, read: (text: string) => string, optional?: boolean }>}
 */
const FIELDS = {
  name: { input: "text", path: "name", read: asWritten },
  idNumber: { input: "idNumber", path: "idNumber", read: number },
  phone: { input: "phone", path: "phone", read: telephone },
  address: { input: "text", path: "address", read: asWritten, optional: true },
  agentName: { input: "text", path: "agent.name", read: asWritten },
  agentIdNumber: { input: "idNumber", path: "agent.idNumber", read: number },
  agentPhone: { input: "phone", path: "agent.phone", read: telephone },
  issuedBy: { input: "text", path: "referral.issuedBy", read: asWritten },
  issuedOn: { input: "date", path: "referral.issuedOn", read: typedDate },
  refersTo: { input: "text", path: "referral.refersTo", read: asWritten, optional: true },
  diagnosis: { input: "text", path: "referral.diagnosis", read: asWritten, optional: true },
};

export const GROUPS = {
  person: ["name", "idNumber", "phone", "address"],
  agent: ["agentName", "agentIdNumber", "agentPhone"],
  referral: ["issuedBy", "issuedOn", "refersTo", "diagnosis"],
};

export const fieldOf = (id) => lookup(FIELDS, id);

/** The groups that a filing asks for. @param {{ steps: any[], outcome?: any }} view the engine's view of it */
export function groupsFor({ steps, outcome }) {
  const isByAgent = steps.some((step) => step.question === "filer" && step.value === "agent");
  const isReferral = Boolean(outcome && outcome.plan && outcome.plan.category === "referral");
  return ["person"].concat(isByAgent ? "agent" : [], isReferral ? "referral" : []);
}

/** The field that the engine names in a path below `contact`. */
export function fieldAtPath(path) {
  return Object.keys(FIELDS).filter((id) => FIELDS[id].path === path)[0];
}

/** What was typed, as the engine takes it. */
export function contactFrom(typed, groups) {
  const contact = {};
  groups.forEach((group) => {
    GROUPS[group].forEach((id) => {
      const { path, read, optional } = FIELDS[id];
      const text = read(typed[id] || "");
      if (text === "" && optional) return;
      const [outer, inner] = path.split(".");
      if (!inner) contact[outer] = text;
      else contact[outer] = Object.assign({}, contact[outer], { [inner]: text });
    });
  });
  return contact;
}

/** The first field that has to be filled in and is not. */
export function missingIn(typed, groups) {
  const ids = [].concat.apply(
    [],
    groups.map((group) => GROUPS[group]),
  );
  return ids.filter((id) => !FIELDS[id].optional && FIELDS[id].read(typed[id] || "") === "");
}
