// The last step: the filing is completed where all is in order, and the reader is taken to what is not.

import { contactFrom, groupsFor } from "./contact-fields.js";
import { filingInHand } from "./filing.js";
import { filingOutbox } from "./filing-outbox.js";
import { keptFilings } from "./kept-filings.js";

/** Where the fault lies: below `contact`, in the receipt, or in an answer that no longer holds. */
function partAt(path) {
  const [part] = path.split(".");
  return { part, rest: path.slice(part.length + 1) };
}

/**
 * @param {import("./app.js").Context} context
 * @param {"contact" | "notice"} from the screen that the reader is on
 */
export function completeFiling(context, from) {
  const { host } = context;
  const filing = context.share(filingInHand);
  const outbox = context.share(filingOutbox);
  try {
    filing.complete(contactFrom(filing.contact(), groupsFor(filing.current())));
  } catch (error) {
    if (Object(error).name !== "YidiError") throw error;
    const { part, rest } = partAt(error.path);
    if (part === "contact") {
      filing.refuseContact(rest, error);
      if (from !== "contact") host.go("contact", "replace");
    } else if (part === "receipt") {
      filing.agree(null);
      host.go("notice", "replace");
    } else if (part === "session") host.go("wizard", "replace");
    else throw error;
    return;
  }
  const { id } = context.share(keptFilings).shown();
  if (outbox.sends) {
    const application = filing.applicationOf(id);
    context.share(keptFilings).change(id, { key: application.idempotencyKey });
    outbox.put(application);
  }
  // What led here is over: from the finished filing, back is home.
  host.go("done", "home");
}
