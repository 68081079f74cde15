// One drawing for each kind of block of view.d.ts.

import { Choice, Picker } from "./choosing.jsx";
import { Checklist, Field, Tick } from "./entering.jsx";
import { Cards, Rows, Steps } from "./lists.jsx";
import { Bar, Figure, Laws, Ledger } from "./money.jsx";
import { Curve, Table } from "./numbers.jsx";
import { Paper } from "./paper.jsx";
import { Actions, Heading, Message, Text } from "./saying.jsx";

/** Every kind but those that hold others. */
export const KINDS = {
  text: Text,
  heading: Heading,
  message: Message,
  cards: Cards,
  rows: Rows,
  choice: Choice,
  picker: Picker,
  field: Field,
  checklist: Checklist,
  tick: Tick,
  figure: Figure,
  bar: Bar,
  ledger: Ledger,
  laws: Laws,
  table: Table,
  curve: Curve,
  paper: Paper,
  steps: Steps,
  actions: Actions,
  group: Group,
  details: Details,
};

function Group({ block, level }) {
  const Title = `h${level}`;
  return (
    <section class="group" aria-labelledby={`${block.id}-title`}>
      <Title id={`${block.id}-title`}>{block.title}</Title>
      <Blocks blocks={block.blocks} level={level + 1} />
    </section>
  );
}

/** The browser keeps whether it is open, for as long as the screen is the same one. */
function Details({ block, level }) {
  return (
    <details class="details">
      <summary>{block.summary}</summary>
      <div class="details-body">
        <Blocks blocks={block.blocks} level={level} />
      </div>
    </details>
  );
}

/** @param {{ blocks: import("../../present/view.js").Block[], level: number }} given `level`: of the next heading */
export function Blocks({ blocks, level }) {
  return blocks.map((block) => {
    const Kind = KINDS[block.kind];
    if (!Kind) {
      console.error(`no drawing for a block of kind ${block.kind}`);
      return null;
    }
    return (
      <div key={block.id} id={block.id} class={`block block-${block.kind}`} tabIndex={-1}>
        <Kind block={block} level={level} />
      </div>
    );
  });
}
