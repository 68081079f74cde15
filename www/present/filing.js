// The filing under way: what the screens from the first question to the finished form work on.
//
// The answers are kept on the device. Who the person is stays in memory, and is gone with the app.

import { keptFilings } from "./kept-filings.js";

const SLOT = "filing";

/** Refused for what was given, not for want of an engine. */
function isRefusal(error) {
  return Object(error).name === "YidiError" && error.code !== "notReady" && error.code !== "internal";
}

/** What was shown of the answers when they were saved: an answer that is dropped later can still be named. */
function shownSteps(view) {
  return view.steps.map(({ question, label, shown }) => ({ question, label, shown }));
}

function isText(text) {
  return Boolean(text) && typeof text["zh-CN"] === "string";
}

function savedStep(steps, question) {
  const found = (Array.isArray(steps) ? steps : []).filter((step) => step && step.question === question)[0];
  return found && isText(found.label) && isText(found.shown) ? found : undefined;
}

/**
 * @typedef {object} DroppedAnswer
 * @property {{ label: object, shown: object }} [step] what it was
 * @property {object} [why]
 */

/** @param {import("./app.js").Context} context */
export function filingInHand(context) {
  const { yidi, host, store } = context;
  const filings = context.share(keptFilings);
  /** The engine's view of it. */
  let view = null;
  /** What became of the answers when they were taken up again. @type {null | { rulesChanged: boolean, dropped: DroppedAnswer[], kept: number }} */
  let report = null;
  /** The step that is shown although it is answered. @type {string | null} */
  let at = null;
  /** The screen that sent the reader back to a single answer. */
  let changedFrom = null;
  let outcomeBefore;
  /** Typed by the person, and nowhere but here. */
  let contact = {};
  let receipt = null;
  let application = null;
  /** The kept filing that the form belongs to. */
  let applicationOf = null;
  /** The kept filing that is filled in once more. @type {string | null} */
  let replaced = null;
  /** What the engine refused of the contact, to be said on its screen. @type {null | { path: string, error: object }} */
  let refusedContact = null;

  function keep() {
    store.put(SLOT, { session: view.session, steps: shownSteps(view) });
  }

  function start() {
    view = yidi.startFiling({ today: host.today() });
  }

  function resume(saved) {
    const resumed = yidi.resumeFiling(saved.session, host.today());
    const dropped = resumed.answers.filter((answer) => !answer.kept);
    view = resumed.view;
    report = {
      rulesChanged: resumed.rulesChanged && resumed.answers.length > 0,
      dropped: dropped.map(({ question, why }) => ({ step: savedStep(saved.steps, question), why })),
      kept: resumed.answers.length - dropped.length,
    };
    if (!report.rulesChanged && dropped.length === 0) report = null;
  }

  function takeUp() {
    const saved = store.get(SLOT);
    if (!saved) return start();
    try {
      resume(saved);
      if (report) keep();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      store.setAside(SLOT);
      start();
    }
    return undefined;
  }

  /** The engine's view; looked through anew where a day has begun since. */
  function current() {
    if (view === null) takeUp();
    else if (view.session.today !== host.today()) {
      resume({ session: view.session, steps: shownSteps(view) });
      if (!view.steps.some((step) => step.question === at)) at = null;
      receipt = null;
    }
    return view;
  }

  const stepAt = (question) => current().steps.filter((step) => step.question === question)[0];

  return {
    current,
    report() {
      current();
      return report;
    },
    /** Whether anything has been answered. */
    isBegun: () => (view !== null || store.get(SLOT) !== null) && current().steps.length > 0,
    stepAt,
    /** The answered question that is shown again; null where the next open one is. */
    revisited: () => at,
    showStep(question) {
      at = question;
    },
    /** Sends the reader to one answer, from a screen to come back to. */
    change(question, from) {
      at = question;
      changedFrom = from;
      outcomeBefore = current().outcome;
    },
    changedFrom: () => changedFrom,
    /** What the answers came to before that change. */
    outcomeBefore: () => outcomeBefore,
    backFromChange() {
      changedFrom = null;
      at = null;
    },
    /** What an answer would come to, without giving it. */
    preview: (question, value) => yidi.answerFiling(current().session, question, value),
    /** The question as it was asked, of one that is answered. */
    asked(question) {
      const { session } = current();
      const answers = Object.assign({}, session.answers);
      delete answers[question];
      return yidi.reviewFiling(Object.assign({}, session, { answers })).question;
    },
    /** Throws what the engine refuses. */
    answer(question, value) {
      view = yidi.answerFiling(current().session, question, value);
      report = null;
      receipt = null;
      keep();
    },
    /** Takes up the answers of a kept filing, which the one to be completed then takes the place of. */
    reopen(kept) {
      try {
        resume({ session: kept.session, steps: [] });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        start();
      }
      replaced = kept.id;
      at = null;
      changedFrom = null;
      receipt = null;
      keep();
    },
    startAnew() {
      store.forget(SLOT);
      replaced = null;
      at = null;
      changedFrom = null;
      report = null;
      receipt = null;
      start();
    },

    contact: () => contact,
    setContact(field, text) {
      contact = Object.assign({}, contact, { [field]: text });
      refusedContact = null;
    },
    /** The engine's refusal of what was typed, with its path within the contact. */
    refusedContact: () => refusedContact,
    checkContact(given) {
      refusedContact = null;
      try {
        yidi.checkContact(current().session, given, host.now());
      } catch (error) {
        if (!isRefusal(error)) throw error;
        if (error.path.indexOf("contact") === 0)
          refusedContact = { path: error.path.slice("contact.".length), error };
      }
    },
    refuseContact(path, error) {
      refusedContact = { path, error };
    },
    forgetContact() {
      contact = {};
      application = null;
      applicationOf = null;
    },

    receipt: () => receipt,
    agree(given) {
      receipt = given;
    },

    /**
     * Completes the filing and puts it among the kept ones. Throws what the engine refuses.
     *
     * @param {object} given the contact as the engine takes it
     */
    complete(given) {
      const { session, steps } = current();
      application = yidi.completeFiling(session, receipt, given, host.now());
      const answered = (question) => (steps.filter((step) => step.question === question)[0] || {}).value;
      const made = {
        insuredRegion: session.answers.insuredRegion,
        insurance: answered("insurance"),
        care: answered("care"),
        plan: application.plan,
        filedOn: host.today(),
        session,
      };
      applicationOf =
        replaced && filings.find(replaced) ? filings.replace(replaced, made) : filings.add(made);
      replaced = null;
      store.forget(SLOT);
      at = null;
      changedFrom = null;
      receipt = null;
      start();
    },
    /** The completed form of a kept filing, as long as the app has not been closed. */
    applicationOf: (id) => (id === applicationOf ? application : null),
    forgetEverything() {
      contact = {};
      application = null;
      applicationOf = null;
      receipt = null;
      report = null;
      at = null;
      changedFrom = null;
      start();
    },
  };
}
