// Who files and how to reach them. What is typed here stays in memory.

import { inOrder, textBlock } from "../blocks.js";
import { completeFiling } from "../complete-filing.js";
import { contactFrom, fieldAtPath, fieldOf, GROUPS, groupsFor, missingIn } from "../contact-fields.js";
import { filingInHand } from "../filing.js";
import { filingOutbox } from "../filing-outbox.js";
import { unfinishedView } from "../unfinished.js";
import { contact as words } from "../words/contact.js";
import { shell } from "../words/shell.js";

const LONGEST = 100;

/** @param {import("../app.js").Context} context */
export function contact(context) {
  const { say, host } = context;
  const filing = context.share(filingInHand);
  const outbox = context.share(filingOutbox);
  /** Sentences by field. @type {Object<string, string>} */
  let errors = {};

  const isPlanned = () => Boolean(filing.current().outcome && filing.current().outcome.plan);
  const groups = () => groupsFor(filing.current());

  function field(id) {
    const { input, optional } = fieldOf(id);
    const { label, help } = words.fields[id];
    const block = {
      kind: "field",
      id,
      input,
      label: say(label),
      value: filing.contact()[id] || "",
      personal: true,
    };
    if (help) block.help = say(help);
    if (optional) block.optional = true;
    if (errors[id]) block.error = errors[id];
    return block;
  }

  function group(id) {
    return { kind: "group", id, title: say(words[id]), blocks: GROUPS[id].map(field) };
  }

  function show(found) {
    errors = found;
    const [first] = Object.keys(found);
    context.lead(first);
    context.announce(found[first]);
    context.changed();
  }

  function problemAt(id, error) {
    const { input } = fieldOf(id);
    if (input === "idNumber") return say(words.problems.idNumber);
    if (input === "phone") return say(words.problems.phone);
    if (input === "date") return say(words.problems.issuedOn);
    if ((filing.contact()[id] || "").length > LONGEST) return say(words.problems.tooLong);
    return say(words.problems.other, { reason: say(error.reason) });
  }

  /** The notice was agreed to, and the app closed since. */
  function lostBlocks() {
    if (!filing.receipt() || Object.keys(filing.contact()).length > 0) return [];
    const { title, line } = words.lost;
    return [{ kind: "message", id: "lost", tone: "info", title: say(title), lines: [say(line)] }];
  }

  /** What the engine did not take, when the form was to be completed. */
  function showRefusal() {
    const refusal = filing.refusedContact();
    if (!refusal) return;
    const id = fieldAtPath(refusal.path) || "name";
    show({ [id]: problemAt(id, refusal.error) });
  }

  function goOn() {
    const missing = missingIn(filing.contact(), groups());
    if (missing.length > 0) {
      const found = {};
      missing.forEach((id) => {
        found[id] = say(words.problems.missing, { label: say(words.fields[id].label) });
      });
      return show(found);
    }
    errors = {};
    filing.checkContact(contactFrom(filing.contact(), groups()));
    if (filing.refusedContact()) return showRefusal();
    if (!filing.receipt()) return host.go("notice");
    completeFiling(context, "contact");
    return showRefusal();
  }

  return {
    view() {
      if (!isPlanned()) return unfinishedView(context, say(words.title));
      const lead = outbox.sends ? [words.lead, words.sends] : [words.lead];
      return {
        title: say(words.title),
        back: { label: say(shell.back) },
        blocks: inOrder(
          lostBlocks(),
          lead.map((text, index) => textBlock(`lead-${index}`, say(text), index === 0 ? "lead" : "plain")),
          groups().map(group),
        ),
        primary: { id: "next", label: say(filing.receipt() ? words.complete : words.next) },
      };
    },
    enter: showRefusal,
    type(id, text) {
      if (!fieldOf(id)) return;
      filing.setContact(id, String(text));
      if (errors[id]) {
        errors = Object.assign({}, errors);
        delete errors[id];
      }
      context.changed();
    },
    act(id) {
      if (id === "next") goOn();
      else if (id === "wizard") host.go("wizard");
    },
  };
}
