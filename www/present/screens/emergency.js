// What to say at the hospital, with the rule that makes it so.

import { inOrder, sourcesBlock, textBlock } from "../blocks.js";
import { emergency as words } from "../words/emergency.js";
import { shell } from "../words/shell.js";

/** What the engine says to an emergency in another province: between the first two cities for which it counts as filed. */
function deemedFiled(yidi, today) {
  const cities = yidi.provinces().map((province) => province.cities[0].admdvs);
  const asked = (here, there) => {
    const answers = { insuredRegion: here, destination: there, emergency: "yes" };
    const { session } = yidi.startFiling({ today });
    return yidi.reviewFiling(Object.assign({}, session, { answers })).outcome;
  };
  for (let at = 1; at < cities.length; at += 1) {
    const outcome = asked(cities[0], cities[at]);
    if (outcome && outcome.kind === "treatedAsFiled") return outcome;
  }
  return null;
}

/** @param {import("../app.js").Context} context */
export function emergency(context) {
  const { say, host, yidi } = context;
  let outcome;

  function cites() {
    if (outcome === undefined) outcome = deemedFiled(yidi, host.today());
    return outcome ? outcome.reasons : [];
  }

  function steps() {
    return Object.keys(words.steps).map((id) => ({
      id,
      title: say(words.steps[id].title),
      lines: words.steps[id].lines.map((line) => say(line)),
    }));
  }

  return {
    view: () => ({
      title: say(words.title),
      back: { label: say(shell.back) },
      blocks: inOrder(
        {
          kind: "message",
          id: "lead",
          tone: "good",
          title: say(words.lead.title),
          lines: [say(words.lead.line)],
        },
        { kind: "steps", id: "say", title: say(words.sayTitle), steps: steps() },
        {
          kind: "message",
          id: "same-province",
          tone: "info",
          title: say(words.sameProvince.title),
          lines: [say(words.sameProvince.line)],
        },
        textBlock("phone", say(shell.phone), "quiet"),
        sourcesBlock(context, "sources", cites()),
      ),
      secondary: inOrder(host.copy ? { id: "copy", label: say(words.copy) } : [], [
        { id: "wizard", label: say(words.file) },
        { id: "estimate", label: say(words.estimate) },
        { id: "failed", label: say(words.notSettled) },
      ]),
    }),
    act(id) {
      if (id === "copy") {
        host.copy(["insured", "flag"].map((step) => say(words.steps[step].lines[0])).join("\n"));
        context.announce(say(words.copied));
        context.changed();
      } else host.go(id);
    },
  };
}
