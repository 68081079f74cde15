// The notice, and its gate: read for its time, ticked, agreed to. The gate is the engine's.

import { inOrder, textBlock } from "../blocks.js";
import { formatDate } from "../calendar.js";
import { completeFiling } from "../complete-filing.js";
import { groupsFor, missingIn } from "../contact-fields.js";
import { filingInHand } from "../filing.js";
import { fill } from "../text.js";
import { unfinishedView } from "../unfinished.js";
import { laws } from "../words/laws.js";
import { notice as words } from "../words/notice.js";
import { shell } from "../words/shell.js";

const SLOT = "notice";
/** An agreement holds so long, and so does the reading before it. */
const A_DAY = 24 * 60 * 60 * 1000;

/** @param {import("../app.js").Context} context */
export function notice(context) {
  const { say, host, yidi, store, language } = context;
  const filing = context.share(filingInHand);
  /** @type {any} */
  let opened = null;
  /** @type {any} */
  let gate = null;
  let refusal = null;
  let isPaused = false;

  const plan = () => (filing.current().outcome || {}).plan;
  const insured = () => filing.current().session.answers.insuredRegion;

  /**
   * The gate as it was kept, where it is of the very same notice and not of long ago. Nobody knows what was on the screen since, nor who
   * holds the device now: the reading counts, the tick does not.
   */
  function restored(fresh) {
    const kept = store.get(SLOT);
    const isSame = kept && JSON.stringify(kept.notice) === JSON.stringify(fresh.notice);
    if (!isSame || !(fresh.openedAt - kept.openedAt < A_DAY)) return fresh;
    try {
      return ["restored", "unticked"].reduce((now, event) => yidi.noticeEvent(now, event, host.now()), kept);
    } catch (_damaged) {
      return fresh;
    }
  }

  function open() {
    refusal = null;
    try {
      ({ notice: opened, gate } = yidi.openNotice(insured(), plan().category, host.now()));
      gate = restored(gate);
    } catch (error) {
      if (Object(error).name !== "YidiError" || error.code === "notReady") throw error;
      [opened, gate, refusal] = [null, null, error];
    }
  }

  /** The notice of this filing is on the screen, and not agreed to before. */
  function ensureOpen() {
    if (!plan()) return false;
    const isThis =
      gate &&
      gate.notice.insuredRegion === insured() &&
      gate.notice.category === plan().category &&
      !gate.receipt;
    if (!isThis) {
      isPaused = false;
      open();
    }
    return gate !== null;
  }

  function hear(event) {
    if (!gate) return;
    const before = gate;
    gate = yidi.noticeEvent(gate, event, host.now());
    if (before.secondsLeft > 0 && gate.secondsLeft === 0) {
      isPaused = false;
      context.announce(say(words.ready));
    }
    if (before.secondsLeft === gate.secondsLeft && before.ticked === gate.ticked) return;
    store.put(SLOT, gate);
    context.changed();
  }

  function lawOf(title, citation, id) {
    return {
      id,
      rule: title,
      document: citation.number ? `${citation.document}（${citation.number}）` : citation.document,
      clause: citation.clause || "",
      checked: fill(laws.readOn, language(), { date: formatDate(citation.readOn, language()) }),
      address: citation.address,
    };
  }

  function paper() {
    return {
      kind: "paper",
      id: "notice",
      title: say(opened.title),
      label: say(opened.label),
      sections: opened.sections.map(({ topic, title, clauses }) => ({
        id: topic,
        title: say(title),
        paragraphs: clauses.map((clause) => say(clause.text)),
        laws: clauses.map((clause, index) => lawOf(say(title), clause.citation, `${topic}-${index}`)),
      })),
    };
  }

  function primary() {
    if (gate.secondsLeft > 0)
      return { id: "agree", label: say(words.left, { seconds: String(gate.secondsLeft) }), disabled: true };
    return gate.ticked
      ? { id: "agree", label: say(words.agree) }
      : { id: "agree", label: say(words.tickFirst), disabled: true };
  }

  function agree() {
    if (!gate) return;
    hear("agreed");
    if (!gate.receipt) return;
    store.forget(SLOT);
    filing.agree(gate.receipt);
    if (missingIn(filing.contact(), groupsFor(filing.current())).length > 0) host.go("contact", "replace");
    else completeFiling(context, "notice");
  }

  function spoken() {
    return opened.sections
      .map(({ title, clauses }) => [say(title)].concat(clauses.map((clause) => say(clause.text))).join("。"))
      .join("。");
  }

  function withoutNotice(view) {
    const lines = refusal ? [say(refusal.reason), say(words.unknown.line)] : [say(words.unknown.line)];
    const blocks = [{ kind: "message", id: "unknown", tone: "loss", title: say(words.unknown.title), lines }];
    return Object.assign(view, { blocks, primary: { id: "home", label: say(shell.home) } });
  }

  return {
    view() {
      if (!plan()) return unfinishedView(context, say(words.screen));
      const view = { title: say(words.screen), back: { label: say(shell.back) } };
      if (!ensureOpen()) return withoutNotice(view);
      const paused = { kind: "message", id: "paused", tone: "info", lines: [say(words.paused)] };
      const isTime = gate.secondsLeft === 0;
      return Object.assign(view, {
        blocks: inOrder(textBlock("lead", say(words.lead), "lead"), isPaused ? paused : [], paper(), {
          kind: "tick",
          id: "read",
          label: say(words.tick),
          ticked: gate.ticked,
          disabled: !isTime,
        }),
        primary: primary(),
        secondary: host.speak ? [{ id: "speak", label: say(words.speak) }] : [],
      });
    },
    enter() {
      if (ensureOpen()) hear("shown");
      context.changed();
    },
    tick() {
      if (ensureOpen()) hear("shown");
    },
    leave() {
      if (!gate || gate.receipt) return;
      isPaused = gate.secondsLeft > 0;
      hear("hidden");
    },
    act(id) {
      if (id === "agree") agree();
      else if (id === "read") hear(gate && gate.ticked ? "unticked" : "ticked");
      else if (id === "speak") host.speak(spoken());
      else host.go(id, id === "home" ? "home" : "push");
    },
  };
}
