import { filled, useScreen } from "./screen.js";
import { TextInput } from "./text-input.jsx";

/** What is said around a question. Returns the pieces and the ids that describe its control. */
export function useNotes(block) {
  const { words } = useScreen();
  const ids = [
    block.error && `${block.id}-error`,
    block.help && `${block.id}-help`,
    block.why && `${block.id}-why`,
  ];
  return {
    describedBy: ids.filter(Boolean).join(" ") || undefined,
    notes: (
      <>
        {block.help && (
          <p class="help" id={`${block.id}-help`}>
            {block.help}
          </p>
        )}
        {block.why && (
          <p class="why" id={`${block.id}-why`}>
            <span class="why-label">{words.why}</span> {block.why}
          </p>
        )}
        {block.error && (
          <p class="error" id={`${block.id}-error`}>
            {block.error}
          </p>
        )}
      </>
    ),
  };
}

const INPUTS = {
  text: { type: "text" },
  search: { type: "text", inputmode: "search", enterkeyhint: "search" },
  money: { type: "text", inputmode: "decimal" },
  percent: { type: "text", inputmode: "decimal" },
  count: { type: "text", inputmode: "numeric" },
  date: { type: "date", min: "1900-01-01", max: "2199-12-31" },
  phone: { type: "tel" },
  idNumber: { type: "text", autocapitalize: "characters" },
};

/** So that neither the browser's memory nor a spelling service sees it. */
const PERSONAL = { spellcheck: false, autocorrect: "off" };

export function Field({ block }) {
  const { type, words } = useScreen();
  const { notes, describedBy } = useNotes(block);
  const id = `${block.id}-control`;
  return (
    <div class={`field ${block.error ? "wrong" : ""}`}>
      <label for={id} class={block.labelHidden ? "visually-hidden" : "label"}>
        <span class="label-words">{block.label}</span>
        {block.optional && <span class="optional">{words.optional}</span>}
      </label>
      {notes}
      <div class={`box ${block.input}`}>
        <TextInput
          {...INPUTS[block.input]}
          {...(block.personal ? PERSONAL : {})}
          id={id}
          class="control"
          autocomplete="off"
          maxlength={200}
          aria-required={block.optional ? undefined : "true"}
          aria-invalid={block.error ? "true" : undefined}
          aria-describedby={describedBy}
          value={block.value}
          onText={(text) => type(block.id, text)}
        />
        {block.unit && <span class="unit">{block.unit}</span>}
      </div>
    </div>
  );
}

export function Checklist({ block, level }) {
  const { act, words } = useScreen();
  const Title = `h${level}`;
  const count = block.items.filter((item) => item.ticked).length;
  return (
    <>
      {block.title && <Title>{block.title}</Title>}
      <p class="help">{filled(words.ticked, { count, total: block.items.length })}</p>
      <ul class="options">
        {block.items.map((item) => (
          <li key={item.id}>
            <label class="option">
              <input type="checkbox" checked={item.ticked} onChange={() => act(block.id, item.id)} />
              <OptionWords option={item} />
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

export function OptionWords({ option }) {
  return (
    <span class="option-words">
      <span class="option-label">{option.label}</span>
      {option.hint && <span class={`option-hint ${option.tone || ""}`}>{option.hint}</span>}
    </span>
  );
}

export function Tick({ block }) {
  const { act } = useScreen();
  return (
    <label class="option tick">
      <input
        type="checkbox"
        checked={block.ticked}
        disabled={block.disabled}
        onChange={() => act(block.id)}
      />
      <OptionWords option={block} />
    </label>
  );
}
