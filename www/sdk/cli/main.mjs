#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { answerOf, differences, faultOf } from "./case.mjs";
import { explain } from "./explain.mjs";
import { speaker } from "./words.mjs";

/** The package beside this script. */
const require = createRequire(import.meta.url);
const PACKAGE = "./node.cjs";

/** An engine that nothing has been added to. */
function freshEngine() {
  delete require.cache[require.resolve(PACKAGE)];
  return require(PACKAGE);
}

const shared = freshEngine();

/** What one case adds must not answer another. */
const engineFor = ({ packs, facilities }) => (packs || facilities ? freshEngine() : shared);

const FINE = 0;
const FAULTY = 1;
const UNUSABLE = 2;

/** What stops a command: the call's own fault, never the engine's. */
class Unusable extends Error {}

const STANDARD_INPUT = "-";

/** @param {string} file @param {ReturnType<typeof speaker>} say */
function readJson(file, say) {
  try {
    return JSON.parse(readFileSync(file === STANDARD_INPUT ? process.stdin.fd : file, "utf8"));
  } catch (error) {
    throw new Unusable(say("unreadable", { file, why: error.message }));
  }
}

function readCase(file, say) {
  const value = readJson(file, say);
  const fault = faultOf(value);
  if (fault) throw new Unusable(`${file}: ${say(...fault)}`);
  return value;
}

/** The one figure or word that tells what came of a case. */
function headline(answer) {
  if (answer.refusal) return `${answer.refusal.code} ${answer.refusal.path}`.trim();
  const { least, most, patientPays, status, answer: verdict, question, outcome } = answer;
  if (least) return `${least.estimate.patientPays} – ${most.estimate.patientPays}`;
  return patientPays ?? verdict ?? status ?? outcome?.kind ?? question?.id ?? "";
}

/** @typedef {{ report: unknown, lines: string[], faulty: boolean }} Told */

/** @returns {Told} */
function run(file, { say }) {
  const one = readCase(file, say);
  const answer = answerOf(engineFor(one), one);
  const wrong = "expect" in one ? differences(one.expect, answer) : [];
  // A case that says nothing of its answer is wrong only where there is none.
  const faulty = wrong.length > 0 || (!("expect" in one) && answer.refusal !== undefined);
  const details = wrong.map(({ path, expected, found }) =>
    say("differs", { path, expected: JSON.stringify(expected), found: JSON.stringify(found) }),
  );
  return {
    report: { file, kind: one.kind, answer, differences: wrong },
    lines: [
      `${faulty ? "✗" : "✓"} ${one.name ?? file}  ${one.kind}: ${headline(answer)}`,
      ...details.map((line) => `    ${line}`),
    ],
    faulty,
  };
}

const EXPLAINED = ["estimate", "estimateRange"];

/** @returns {Told} */
function explainCase(file, { say, language }) {
  const one = readCase(file, say);
  if (!EXPLAINED.includes(one.kind)) throw new Unusable(`${file}: ${say("noLedger", { kind: one.kind })}`);
  const answer = answerOf(engineFor(one), one);
  return {
    report: { file, kind: one.kind, answer },
    lines: [one.name ?? file, ...explain(answer, language)],
    faulty: answer.refusal !== undefined,
  };
}

/** @returns {Told} */
function lint(file, { say, language, today }) {
  const faults = shared.lintPack(readJson(file, say), today);
  const told = faults.map(
    ({ severity, code, path, hint }) => `  ${say(severity)} ${code} ${path}: ${hint[language]}`,
  );
  return {
    report: { file, faults },
    lines: [`${file}: ${faults.length === 0 ? say("nothingWrong") : ""}`, ...told],
    faulty: faults.some(({ severity }) => severity === "error"),
  };
}

const COMMANDS = { run, explain: explainCase, lint };

const OPTIONS = /** @type {const} */ ({
  json: { type: "boolean", default: false },
  lang: { type: "string", default: "zh-CN" },
  today: { type: "string" },
  help: { type: "boolean", default: false },
  version: { type: "boolean", default: false },
});

function parsed(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // What Node says after the first sentence is advice for another kind of command.
    throw new Unusable(error.message.split(". ")[0]);
  }
}

const LANGUAGES = /** @type {const} */ (["zh-CN", "en"]);

/** @param {string} given @returns {import("./words.mjs").Language} */
function languageOf(given) {
  const language = LANGUAGES.find((known) => known === given);
  if (!language)
    throw new Unusable(speaker("zh-CN")("unknownLanguage", { given, known: LANGUAGES.join("、") }));
  return language;
}

function localToday() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @param {string[]} args @returns {number} the exit code */
function main(args) {
  const { values, positionals } = parsed(args);
  const language = languageOf(String(values.lang));
  const say = speaker(language);
  if (values.version) {
    console.log(shared.version());
    return FINE;
  }
  const [name, ...files] = positionals;
  if (values.help || name === undefined) {
    console.log(say("usage"));
    return values.help ? FINE : UNUSABLE;
  }
  if (!Object.hasOwn(COMMANDS, name))
    throw new Unusable(`${say("unknownCommand", { name })}\n\n${say("usage")}`);
  if (files.length === 0) throw new Unusable(`${say("noFile")}\n\n${say("usage")}`);
  const context = { say, language, today: values.today ?? localToday() };
  const told = files.map((file) => COMMANDS[name](file, context));
  if (values.json)
    console.log(
      JSON.stringify(
        told.map(({ report }) => report),
        null,
        2,
      ),
    );
  else console.log(told.flatMap(({ lines }) => lines).join("\n"));
  return told.some(({ faulty }) => faulty) ? FAULTY : FINE;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unusable || error.name === "YidiError")) throw error;
  console.error(`yidi: ${error.message}`);
  process.exitCode = UNUSABLE;
}
