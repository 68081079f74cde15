import { filled, useScreen } from "./screen.js";

export function Figure({ block }) {
  const { words } = useScreen();
  return (
    <div class="figure">
      <p class="figure-label">{block.label}</p>
      <p class="figure-amount">
        <span class="whole">{block.amount}</span>
        {block.to && (
          <>
            {" "}
            <span class="figure-to">{words.upTo}</span> <span class="whole">{block.to}</span>
          </>
        )}
      </p>
      {block.caution && <p class="figure-caution">{block.caution}</p>}
    </div>
  );
}

export function Bar({ block, level }) {
  const { words } = useScreen();
  const Title = `h${level}`;
  const shade = {};
  // Neighbours of the same payer differ in shade, so that the list can point at them.
  const parts = block.parts.map((part) => {
    shade[part.who] = (shade[part.who] ?? -1) + 1;
    return { ...part, look: `${part.who}-${Math.min(shade[part.who], 3)}` };
  });
  return (
    <>
      <Title>{block.title}</Title>
      <div class="bar" aria-hidden="true">
        {parts.map((part) => (
          <span key={part.id} class={`slice ${part.look}`} style={{ flexGrow: String(part.percent) }} />
        ))}
      </div>
      <ul class="parts">
        {parts.map((part) => (
          <li key={part.id} class="part">
            <span class={`swatch ${part.look}`} aria-hidden="true" />
            <span class="part-label">{part.label}</span>
            <span class="amount">{part.amount}</span>
            <span class="percent">
              {words[part.who]} {part.percent}%
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** An address that leads to the web; whatever else a pack holds runs nothing here. */
const isWeb = (address) => /^https?:\/\//i.test(address || "");

function Law({ law }) {
  const { words } = useScreen();
  const told = [
    [words.says, law.says],
    [words.document, law.document],
    [words.clause, law.clause],
    [words.period, law.period],
    [words.checked, law.checked],
  ].filter(([, text]) => text);
  return (
    <div class="law">
      <p class="law-rule">{law.rule}</p>
      {law.grade && <p class={`grade ${law.grade.tone}`}>{law.grade.label}</p>}
      <dl>
        {told.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {law.note && <p class="law-note">{law.note}</p>}
      {isWeb(law.address) && (
        <a class="source" href={law.address} target="_blank" rel="noopener noreferrer">
          {words.source}
          <span class="address">{law.address}</span>
        </a>
      )}
    </div>
  );
}

export function LawList({ laws }) {
  return (
    <ul class="laws">
      {laws.map((law) => (
        <li key={law.id}>
          <Law law={law} />
        </li>
      ))}
    </ul>
  );
}

/** The rules behind what is said, for those who want to look: they must not bury it. */
export function FoldedLaws({ laws }) {
  const { words } = useScreen();
  if (!laws || laws.length === 0) return null;
  return (
    <details class="folded-laws">
      <summary>{filled(words.laws, { count: laws.length })}</summary>
      <LawList laws={laws} />
    </details>
  );
}

export function Laws({ block, level }) {
  const Title = `h${level}`;
  return (
    <>
      {block.title && <Title>{block.title}</Title>}
      <LawList laws={block.laws} />
    </>
  );
}

/** Lines in order with their depth, as the tree they tell of. */
function nested(lines) {
  const top = [];
  const open = [{ depth: -1, lines: top }];
  for (const line of lines) {
    const node = { ...line, lines: [] };
    while (open[open.length - 1].depth >= line.depth) open.pop();
    open[open.length - 1].lines.push(node);
    open.push(node);
  }
  return top;
}

function LineHead({ line }) {
  return (
    <span class="line-head">
      <span class="line-words">
        <span class="line-label">{line.label}</span>
        {line.meaning && <span class="meaning">{line.meaning}</span>}
      </span>
      <span class="amount">{line.amount}</span>
    </span>
  );
}

function Line({ line }) {
  const opens = line.words || line.numbers || line.laws.length > 0;
  return (
    <li class={`line depth-${Math.min(line.depth, 3)}`}>
      {opens ? (
        <details>
          <summary>
            <LineHead line={line} />
          </summary>
          {line.words && <p class="words">{line.words}</p>}
          {line.numbers && <p class="numbers">{line.numbers}</p>}
          {line.laws.length > 0 && <LawList laws={line.laws} />}
        </details>
      ) : (
        <LineHead line={line} />
      )}
      {line.lines.length > 0 && <Lines lines={line.lines} />}
    </li>
  );
}

function Lines({ lines }) {
  return (
    <ul>
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ul>
  );
}

export function Ledger({ block, level }) {
  const Title = `h${level}`;
  return (
    <>
      {block.title && <Title>{block.title}</Title>}
      {block.help && <p class="help">{block.help}</p>}
      <div class="ledger">
        <Lines lines={nested(block.lines)} />
      </div>
    </>
  );
}
