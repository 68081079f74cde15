import { useLayoutEffect, useRef } from "preact/hooks";
import { OptionWords, useNotes } from "./entering.jsx";
import { filled, useScreen } from "./screen.js";
import { TextInput } from "./text-input.jsx";

const asList = (value) => (value ? value.split(",") : []);

/** The list with `value` put in or taken out, in the order in which they are offered. */
function toggled({ options, value: chosen }, value) {
  const before = asList(chosen);
  const isIn = (other) => (other === value ? !before.includes(value) : before.includes(other));
  return options
    .map((option) => option.value)
    .filter(isIn)
    .join(",");
}

function Several({ block, describedBy }) {
  const { type } = useScreen();
  return block.options.map((option) => (
    <label key={option.value} class="option">
      <input
        type="checkbox"
        checked={asList(block.value).includes(option.value)}
        aria-describedby={describedBy}
        onChange={() => type(block.id, toggled(block, option.value))}
      />
      <OptionWords option={option} />
    </label>
  ));
}

function One({ block }) {
  const { type } = useScreen();
  return block.options.map((option) => (
    <label key={option.value} class="option">
      <input
        type="radio"
        name={block.id}
        value={option.value}
        checked={block.value === option.value}
        onChange={() => type(block.id, option.value)}
      />
      <OptionWords option={option} />
    </label>
  ));
}

export function Choice({ block }) {
  const { words } = useScreen();
  const { notes, describedBy } = useNotes(block);
  return (
    <fieldset class={`choice ${block.error ? "wrong" : ""}`} aria-describedby={describedBy}>
      <legend class={block.labelHidden ? "visually-hidden" : "label"}>{block.label}</legend>
      {block.several && <p class="help">{words.severalHint}</p>}
      {notes}
      <div class="options">{block.several ? <Several block={block} /> : <One block={block} />}</div>
    </fieldset>
  );
}

function PickerGroup({ block, group }) {
  const { type } = useScreen();
  const plain = group.options.every((option) => !option.hint);
  return (
    <section aria-labelledby={`${block.id}-${group.id}`}>
      <p class="picker-title" id={`${block.id}-${group.id}`}>
        {group.title}
      </p>
      <ul class={plain ? "picker-options plain" : "picker-options"}>
        {group.options.map((option) => (
          <li key={option.value}>
            <button
              type="button"
              class="button pick"
              aria-pressed={option.value === block.value}
              onClick={() => type(block.id, option.value)}
            >
              <OptionWords option={option} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was chosen stands at the top, and a province's cities take the place of the provinces: the reader is brought there. */
function useTopInSight(state) {
  const top = useRef(null);
  const before = useRef(state);
  useLayoutEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (top.current.getBoundingClientRect().top < 0) top.current.scrollIntoView();
  });
  return top;
}

export function Picker({ block }) {
  const { type, words } = useScreen();
  const top = useTopInSight([block.value, block.query === "" && block.groups.map(({ id }) => id)].join());
  const { notes, describedBy } = useNotes(block);
  const id = `${block.id}-control`;
  const fitting = block.groups.flatMap((group) => group.options);
  return (
    <div class={`picker ${block.error ? "wrong" : ""}`} ref={top}>
      <label for={id} class={block.labelHidden ? "visually-hidden" : "label"}>
        {block.label}
      </label>
      {notes}
      {block.chosen && <p class="chosen">{filled(words.chosen, { name: block.chosen })}</p>}
      <TextInput
        id={id}
        class="control search"
        type="text"
        inputmode="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        maxlength={200}
        placeholder={block.placeholder}
        aria-invalid={block.error ? "true" : undefined}
        aria-describedby={describedBy}
        value={block.query}
        onText={(text) => type(`${block.id}.query`, text)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          // Enter means "this one", not "on to the next step".
          event.preventDefault();
          if (fitting.length === 1) type(block.id, fitting[0].value);
        }}
      />
      <div class="picker-groups">
        {block.groups.map((group) => (
          <PickerGroup key={group.id} block={block} group={group} />
        ))}
      </div>
      <p class="help" role="status">
        {fitting.length === 0 ? block.empty : ""}
      </p>
    </div>
  );
}
