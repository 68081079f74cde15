// A finished filing: papers, dates, form, and where to hand it in.

import { inOrder, sourcesBlock, textBlock } from "../blocks.js";
import { filingInHand } from "../filing.js";
import { dateRows, filingReminders } from "../filing-dates.js";
import { filingOutbox } from "../filing-outbox.js";
import { standing } from "../filing-state.js";
import { LASTING, paperInWords, termCites, termRows } from "../filing-terms.js";
import { keptFilings } from "../kept-filings.js";
import { lookup } from "../lookup.js";
import { paperOf, printedPaper } from "../printed.js";
import { troubleBlocks } from "../trouble.js";
import { done as words } from "../words/done.js";
import { shell } from "../words/shell.js";

const TONES = {
  prepared: "caution",
  handedIn: "info",
  approved: "good",
  returned: "loss",
  cancelled: "info",
};

/** What the reader may tell of a filing that nobody sends. */
const NEXT_STATES = { prepared: ["handedIn"], handedIn: ["approved", "returned"], approved: ["cancelled"] };

/** A paper is worth a copy button where there is something to type elsewhere. */
const IS_LINK = /^https?:\/\//;

/** @param {import("../app.js").Context} context */
export function done(context) {
  const { say, host, announce, changed } = context;
  const filing = context.share(filingInHand);
  const filings = context.share(keptFilings);
  const outbox = context.share(filingOutbox);
  /** What the reader is asked to confirm. @type {null | "remove" | "again"} */
  let asking = null;

  const shown = () => filings.shown();
  const application = (kept) => filing.applicationOf(kept.id) || outbox.application(kept.key);

  function headline(kept) {
    const entry = outbox.sends ? outbox.entry(kept.key) : undefined;
    const state = standing(context, kept);
    if (entry && state === "sending") return outboxBlock(kept, entry);
    const { title, line } = words.states[lookup(words.states, state) ? state : "prepared"];
    return {
      kind: "message",
      id: "state",
      tone: lookup(TONES, state) || "info",
      title: say(title),
      lines: [say(line)],
    };
  }

  function outboxLines(entry) {
    const { outbox: texts } = words;
    const text = lookup(texts.status, entry.status) || texts.problems.other;
    const lines = [say(text, { reason: entry.reason || say(texts.noReason) })];
    if (entry.withdrawing) lines.push(say(texts.withdrawing));
    if (entry.withdrawalRefused) lines.push(say(texts.withdrawalRefused));
    return lines;
  }

  function outboxBlock(_kept, entry) {
    const block = {
      kind: "message",
      id: "outbox",
      tone: entry.status === "returned" ? "loss" : "info",
      title: say(words.outbox.title),
      lines: outboxLines(entry),
    };
    if (outbox.canWithdraw(entry)) block.action = { id: "withdraw", label: say(words.outbox.withdraw) };
    return block;
  }

  function sendingBlocks(kept) {
    const blocks = [];
    const problem = outbox.problem();
    if (problem) {
      const text = lookup(words.outbox.problems, problem) || words.outbox.problems.other;
      blocks.push({ kind: "message", id: "problem", tone: "caution", lines: [say(text)], alert: true });
    }
    const entry = outbox.sends ? outbox.entry(kept.key) : undefined;
    if (entry && standing(context, kept) !== "sending") blocks.push(outboxBlock(kept, entry));
    return blocks;
  }

  function tellBlocks(kept) {
    const states = outbox.sends && kept.key ? [] : lookup(NEXT_STATES, kept.state) || [];
    if (states.length === 0) return [];
    const actions = states.map((state) => ({ id: "tell", value: state, label: say(words.tell[state]) }));
    return [
      { kind: "heading", id: "tell-title", text: say(words.tell.title) },
      { kind: "actions", id: "tell", actions },
    ];
  }

  function checklist(kept) {
    const items = kept.plan.materials.map((need, index) => {
      const { label, issuers } = paperInWords(context, need);
      const hints = [
        say(need.proves),
        issuers && say(words.issuer, { issuers }),
        need.byCommitment && say(words.byCommitment),
      ];
      return {
        id: String(index),
        label,
        hint: hints.filter(Boolean).join(" · "),
        ticked: kept.ticked.indexOf(String(index)) >= 0,
      };
    });
    if (items.length === 0) return [textBlock("papers", say(kept.plan.materialsRule.text))];
    return [{ kind: "checklist", id: "papers", title: say(words.papers), items }];
  }

  function dateBlocks(items) {
    if (items.length === 0) return [textBlock("dates", say(words.noDates), "quiet")];
    const rows = { kind: "rows", id: "dates", title: say(words.dates), rows: dateRows(context, items) };
    const isAhead = items.some((item) => item.date && item.daysLeft >= 0);
    const laws = sourcesBlock(
      context,
      "dates-sources",
      items.filter((item) => item.law).map((item) => ({ text: item.says, law: item.law })),
    );
    if (!host.save || !isAhead) return inOrder(rows, laws);
    const action = { id: "calendar", label: say(words.calendar) };
    return inOrder(rows, { kind: "actions", id: "calendar", actions: [action] }, laws);
  }

  /** The statement on an injury, of a filing for a stay. */
  function injuryBlocks(kept) {
    const made = application(kept);
    if (!made || !made.injuryStatement) return [];
    const statement = printedPaper(context, "injury", made.injuryStatement);
    const paper = paperOf(context, statement, statement.title);
    if (!host.print) return [paper];
    const actions = [{ id: "print-injury", label: say(words.injury.print), hint: say(words.injury.summary) }];
    return inOrder({ kind: "actions", id: "injury-print", actions }, paper);
  }

  function keepBlocks(kept) {
    if (!outbox.isThere || outbox.sends) return [];
    const isKept = Boolean(outbox.entry(kept.key));
    if (!isKept && !filing.applicationOf(kept.id)) return [];
    return [
      { kind: "tick", id: "keep", label: say(words.form.keep), ticked: isKept },
      textBlock("keep-hint", say(words.form.keepHint), "quiet"),
    ];
  }

  /** For copying it into an app by hand. */
  function filledIn({ fields }) {
    const rows = fields
      .filter(({ value }) => value)
      .map(({ label, value }, index) => ({ id: `filled-${index}`, label: say(label), value: say(value) }));
    return {
      kind: "details",
      id: "filled",
      summary: say(words.form.see),
      blocks: [{ kind: "rows", id: "filled-in", rows }],
    };
  }

  function formBlocks(kept) {
    const made = application(kept);
    if (!made) {
      if (standing(context, kept) !== "prepared" && standing(context, kept) !== "returned") return [];
      return [
        textBlock("form-gone", say(words.form.gone), "quiet"),
        { kind: "actions", id: "form-again", actions: [{ id: "again", label: say(words.form.again) }] },
      ];
    }
    const papers = [paperOf(context, printedPaper(context, "form", made.form), say(words.form.see))];
    if (made.commitment) {
      const letter = printedPaper(context, "commitment", made.commitment);
      papers.push(paperOf(context, letter, letter.title));
    }
    if (host.print) papers.push(filledIn(made.form));
    const label = say(made.commitment ? words.form.printCommitment : words.form.print);
    const actions = host.print ? [{ kind: "actions", id: "print", actions: [{ id: "print", label }] }] : [];
    return inOrder(
      { kind: "heading", id: "form-title", text: say(words.form.title) },
      actions,
      papers,
      keepBlocks(kept),
    );
  }

  function channelAction(channel, index) {
    if (IS_LINK.test(channel.address) && host.open)
      return { id: "open", value: channel.address, label: say(words.where.open) };
    return host.copy ? { id: "copy", value: String(index), label: say(words.where.copy) } : undefined;
  }

  function channelStep(channel, index) {
    const lines = [channel.address || "", say(words.where.how[channel.kind])].filter(Boolean);
    const step = { id: `channel-${index}`, title: say(channel.name), lines };
    const action = channelAction(channel, index);
    return action ? Object.assign(step, { action }) : step;
  }

  function whereBlocks({ plan }) {
    const { channels } = plan;
    const summary = host.copy ? [{ id: "summary", label: say(words.where.summary) }] : [];
    const blocks =
      channels.length > 0
        ? [{ kind: "steps", id: "where", title: say(words.where.title), steps: channels.map(channelStep) }]
        : [textBlock("where", say(words.where.unknown))];
    return summary.length > 0
      ? inOrder(blocks, { kind: "actions", id: "summary", actions: summary })
      : blocks;
  }

  function askBlocks() {
    if (!asking) return [];
    return [
      {
        kind: "message",
        id: "sure",
        tone: "caution",
        title: say(words.sure[asking].title),
        lines: [say(words.sure[asking].line)],
        alert: true,
      },
      {
        kind: "actions",
        id: "sure-actions",
        actions: [
          { id: "yes", label: say(words.sure[asking].yes), tone: "danger" },
          { id: "no", label: say(words.sure.no) },
        ],
      },
    ];
  }

  function summaryOf({ plan }) {
    return [{ label: say(words.kind), value: say(plan.name) }]
      .concat(termRows(context, plan, LASTING))
      .map(({ label, value }) => `${label}：${value}`)
      .join("\n");
  }

  function tell(text) {
    announce(say(text));
    changed();
  }

  function again(kept) {
    asking = null;
    filing.reopen(kept);
    host.go("contact");
  }

  function remove(kept) {
    asking = null;
    const entry = outbox.entry(kept.key);
    if (entry && outbox.isFinished(entry)) outbox.forget(kept.key);
    filings.remove(kept.id);
    host.go("filings", "replace");
  }

  function keep(kept) {
    const made = filing.applicationOf(kept.id);
    if (outbox.entry(kept.key)) {
      outbox.forget(kept.key);
      filings.change(kept.id, { key: undefined });
    } else if (made) {
      filings.change(kept.id, { key: made.idempotencyKey });
      outbox.put(made);
    }
  }

  const acts = {
    place: () => host.go("place"),
    papers: (kept, item) => filings.tick(kept.id, item),
    tell: (kept, state) => filings.setState(kept.id, state),
    calendar(kept) {
      const text = filingReminders(context, kept).calendar;
      host.save({ name: say(words.calendarFile), type: "text/calendar", text });
    },
    print: (kept) => host.print(application(kept).commitment ? ["form", "commitment"] : ["form"]),
    "print-injury": () => host.print(["injury"]),
    open: (_kept, address) => host.open(address),
    copy(kept, index) {
      const { name, address } = kept.plan.channels[Number(index)];
      host.copy(address || say(name));
      tell(words.where.copied);
    },
    summary(kept) {
      host.copy(summaryOf(kept));
      tell(words.where.copied);
    },
    withdraw: (kept) => outbox.withdraw(kept.key),
    keep,
    again(kept) {
      if (filing.isBegun()) asking = "again";
      else again(kept);
    },
    remove() {
      asking = "remove";
    },
    yes: (kept) => (asking === "remove" ? remove(kept) : again(kept)),
    no() {
      asking = null;
    },
  };

  return {
    view() {
      const kept = shown();
      const view = { title: say(words.title), back: { label: say(shell.back) } };
      if (!kept) {
        const blocks = inOrder(troubleBlocks(context), textBlock("none", say(words.none), "lead"));
        return Object.assign(view, { blocks, primary: { id: "wizard", label: say(words.file) } });
      }
      const { plan } = kept;
      const { items } = filingReminders(context, kept);
      return Object.assign(view, {
        blocks: inOrder(
          headline(kept),
          askBlocks(),
          troubleBlocks(context),
          sendingBlocks(kept),
          tellBlocks(kept),
          checklist(kept),
          formBlocks(kept),
          injuryBlocks(kept),
          whereBlocks(kept),
          dateBlocks(items),
          { kind: "rows", id: "terms", title: say(words.terms), rows: termRows(context, plan, LASTING) },
          sourcesBlock(context, "sources", termCites(plan)),
          textBlock("not-official", say(shell.notOfficial), "quiet"),
        ),
        primary: { id: "place", label: say(words.next) },
        secondary: [{ id: "remove", label: say(words.remove), hint: say(words.removeHint), tone: "danger" }],
      });
    },
    leave() {
      asking = null;
    },
    act(id, value) {
      const kept = shown();
      if (!kept) {
        host.go("wizard");
        return;
      }
      const act = lookup(acts, id);
      if (!act) return;
      act(kept, value);
      if (asking) context.lead("sure");
      changed();
    },
  };
}
