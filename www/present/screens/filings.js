// What was filed on this device.

import { inOrder, textBlock } from "../blocks.js";
import { filingOutbox } from "../filing-outbox.js";
import { filingState } from "../filing-state.js";
import { keptFilings } from "../kept-filings.js";
import { troubleBlocks } from "../trouble.js";
import { filings as words } from "../words/filings.js";
import { shell } from "../words/shell.js";

/** @param {import("../app.js").Context} context */
export function filings(context) {
  const { say, host } = context;
  const kept = context.share(keptFilings);
  context.share(filingOutbox);

  function card(filing) {
    const { text, tone } = filingState(context, filing);
    const title = say(words.card, { name: say(filing.plan.name), place: say(filing.plan.placeName) });
    return {
      id: filing.id,
      title,
      state: text,
      tone,
      action: { id: "open", value: filing.id, label: say(words.open) },
    };
  }

  return {
    view() {
      const cards = kept.all().map(card);
      const list =
        cards.length > 0
          ? [{ kind: "cards", id: "filings", cards }, textBlock("kept", say(words.kept), "quiet")]
          : [textBlock("none", say(words.none), "lead")];
      return {
        title: say(words.title),
        back: { label: say(shell.back) },
        blocks: inOrder(troubleBlocks(context, { id: "settings", label: say(shell.trouble.settings) }), list),
        primary: { id: "wizard", label: say(cards.length > 0 ? words.file : words.first) },
      };
    },
    act(id, value) {
      if (id === "open") {
        kept.show(value);
        host.go("done");
      } else host.go(id);
    },
  };
}
