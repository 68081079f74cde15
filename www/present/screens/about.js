// What this is and is not.

import { textBlock } from "../blocks.js";
import { about as words } from "../words/about.js";
import { shell } from "../words/shell.js";

/** @param {import("../app.js").Context} context */
export function about({ say, host, yidi }) {
  function section(id) {
    const { title, lines } = words[id];
    const said = lines.map((line) => say(line));
    if (id === "official" && host.transport) said[0] = say(words.officialWithReceiver);
    return {
      kind: "group",
      id,
      title: say(title),
      blocks: said.map((line, index) => textBlock(`${id}-${index}`, line)),
    };
  }

  function grades() {
    const rows = Object.keys(words.gradeNames).map((grade) => ({
      id: grade,
      label: say(words.gradeNames[grade]),
      value: say(words.gradeMeaning[grade]),
    }));
    return { kind: "rows", id: "grades", title: say(words.grades), rows };
  }

  return {
    view: () => ({
      title: say(words.title),
      back: { label: say(shell.back) },
      blocks: [
        textBlock("lead", say(words.lead), "lead"),
        section("official"),
        section("data"),
        section("figures"),
        grades(),
        {
          kind: "rows",
          id: "version",
          rows: [{ id: "version", label: say(words.version), value: yidi.version() }],
        },
        textBlock("phone", say(shell.phone), "quiet"),
      ],
      secondary: [{ id: "sources", label: say(words.sources) }],
    }),
    act(id) {
      if (id === "sources") host.go("sources");
    },
  };
}
