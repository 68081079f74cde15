import { useScreen } from "./screen.js";

export function Text({ block }) {
  return <p class={`text-${block.tone || "plain"}`}>{block.text}</p>;
}

export function Heading({ block, level }) {
  const Title = `h${level}`;
  return <Title>{block.text}</Title>;
}

/** A button that does what a presenter offers. */
export function ActionButton({ action, look = "quiet", describedBy, children }) {
  const { act, busy } = useScreen();
  const off = action.disabled || Boolean(busy);
  return (
    <button
      type="button"
      class={`button ${look} ${action.tone || ""}`}
      aria-disabled={off}
      aria-describedby={describedBy}
      onClick={() => !off && act(action.id, action.value)}
    >
      {children || <ActionWords action={action} />}
    </button>
  );
}

export function ActionWords({ action }) {
  return (
    <span class="button-words">
      <span>{action.label}</span>
      {action.hint && <span class="button-hint">{action.hint}</span>}
    </span>
  );
}

export function Actions({ block }) {
  return (
    <div class="actions">
      {block.actions.map((action) => (
        <ActionButton key={`${action.id} ${action.value}`} action={action} />
      ))}
    </div>
  );
}

export function Message({ block, level }) {
  const { words } = useScreen();
  const Title = `h${level}`;
  return (
    <div class={`message ${block.tone}`} role={block.alert ? "alert" : undefined}>
      {block.title ? <Title>{block.title}</Title> : <p class="message-sign">{words.tones[block.tone]}</p>}
      {block.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {block.action && <ActionButton action={block.action} />}
    </div>
  );
}
