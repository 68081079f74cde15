// The three steps, each with where it stands.

import { inOrder, textBlock } from "../blocks.js";
import { filingInHand } from "../filing.js";
import { filingOutbox } from "../filing-outbox.js";
import { filingState } from "../filing-state.js";
import { keptFilings } from "../kept-filings.js";
import { troubleBlocks } from "../trouble.js";
import { home as words } from "../words/home.js";
import { shell } from "../words/shell.js";

/** What is pressed and the screen it leads to have the same name. */
const LEADS = ["emergency", "place", "estimate", "failed", "filings", "settings", "about"];

/** @param {import("../app.js").Context} context */
export function home(context) {
  const { say, store, host } = context;
  const filing = context.share(filingInHand);
  const filings = context.share(keptFilings);

  /** Needs the engine only where something is kept: on a first visit this screen is there before it. */
  function filingCard() {
    const latest = filings.all()[0];
    const card = { id: "file", mark: say(words.file.mark), title: say(words.file.title) };
    const action = (id, label) => ({ action: { id, label: say(label) } });
    if (filing.isBegun()) {
      const { question, progress } = filing.current();
      const state = question
        ? say(words.file.begun, { left: String(progress.atMostLeft) })
        : say(words.file.answered);
      return Object.assign(card, { state, tone: "info" }, action("file", words.file.goOn));
    }
    if (!latest)
      return Object.assign(card, { state: say(words.file.none) }, action("file", words.file.action));
    const { text, tone } = filingState(context, latest);
    return Object.assign(card, { state: text, tone }, action("filing", words.file.look));
  }

  function leadingCard(id, route) {
    const { mark, title, state, action } = words[id];
    return {
      id,
      mark: say(mark),
      title: say(title),
      state: say(state),
      action: { id: route, label: say(action) },
    };
  }

  function row(id, label, value, hint) {
    const shown = { id, label: say(label), action: { id, label: say(words.open) } };
    if (value) shown.value = value;
    return hint ? Object.assign(shown, { hint: say(hint) }) : shown;
  }

  function isCare() {
    return (store.get("settings") || {}).care === true;
  }

  function rows() {
    const count = filings.all().length;
    return {
      kind: "rows",
      id: "more",
      rows: [
        row(
          "filings",
          words.filings,
          count > 0 ? say(words.filingsCount, { count: String(count) }) : say(words.noFilings),
        ),
        row("settings", words.settings, "", words.settingsHint),
        row("about", words.about, "", words.aboutHint),
      ],
    };
  }

  return {
    view() {
      return {
        title: say(words.title),
        blocks: inOrder(
          {
            kind: "message",
            id: "emergency",
            tone: "info",
            title: say(words.emergency.title),
            lines: [],
            action: { id: "emergency", label: say(words.emergency.action) },
          },
          // Whoever needs large text has to find it before anything else.
          {
            kind: "actions",
            id: "look",
            actions: [{ id: "care", label: say(isCare() ? words.careOff : words.careOn) }],
          },
          troubleBlocks(context, { id: "settings", label: say(shell.trouble.settings) }),
          {
            kind: "cards",
            id: "steps",
            cards: [filingCard(), leadingCard("choose", "place"), leadingCard("estimate", "estimate")],
          },
          {
            kind: "cards",
            id: "trouble",
            cards: [
              {
                id: "failed",
                title: say(words.failed.title),
                state: say(words.failed.state),
                action: { id: "failed", label: say(words.failed.action) },
              },
            ],
          },
          rows(),
          textBlock("not-official", say(shell.notOfficial), "quiet"),
        ),
      };
    },
    enter() {
      // So that what was not sent before the app was closed is sent now.
      context.share(filingOutbox);
    },
    act(id) {
      if (id === "care") {
        store.put("settings", Object.assign({}, store.get("settings"), { care: !isCare() }));
        context.changed();
      } else if (id === "filing") {
        filings.show(filings.all()[0].id);
        host.go("done");
      } else if (id === "file") {
        host.go(filing.isBegun() && !filing.current().question ? "outcome" : "wizard");
      } else if (LEADS.indexOf(id) >= 0) host.go(id);
    },
  };
}
