import { FoldedLaws } from "./money.jsx";
import { ActionButton } from "./saying.jsx";

export function Cards({ block }) {
  return (
    <ul class="cards">
      {block.cards.map((card) => (
        <li key={card.id}>
          <ActionButton action={card.action} look="card">
            {card.mark && <span class="card-mark">{card.mark}</span>}
            <span class="card-words">
              <span class="card-title">{card.title}</span>
              {card.state && <span class={`card-state ${card.tone || ""}`}>{card.state}</span>}
            </span>
            <span class="card-on">{card.action.label}</span>
          </ActionButton>
        </li>
      ))}
    </ul>
  );
}

export function Rows({ block, level }) {
  const Title = `h${level}`;
  return (
    <>
      {block.title && <Title>{block.title}</Title>}
      <ul class="rows">
        {block.rows.map((row) => (
          <li key={row.id} class="row">
            <div class="row-words">
              <span class={row.value === undefined ? "row-title" : "row-label"} id={`${block.id}-${row.id}`}>
                {row.label}
              </span>
              {row.value !== undefined && <span class={`row-value ${row.tone || ""}`}>{row.value}</span>}
              {row.hint && <span class="row-hint">{row.hint}</span>}
            </div>
            {row.action && (
              <ActionButton action={row.action} look="link" describedBy={`${block.id}-${row.id}`} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

export function Steps({ block, level }) {
  const Title = `h${level}`;
  return (
    <>
      {block.title && <Title>{block.title}</Title>}
      <ol class="steps">
        {block.steps.map((step) => (
          <li key={step.id}>
            <p class="step-title">{step.title}</p>
            {step.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <FoldedLaws laws={step.laws} />
            {step.action && <ActionButton action={step.action} />}
          </li>
        ))}
      </ol>
    </>
  );
}
