import { FoldedLaws } from "./money.jsx";

function Section({ section, level }) {
  const Title = `h${level}`;
  return (
    <section class="paper-section">
      {section.title && <Title>{section.title}</Title>}
      {section.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {section.fields && (
        <dl class="paper-fields">
          {section.fields.map((field) => (
            <div key={field.label}>
              <dt>{field.label}</dt>
              <dd>{field.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <FoldedLaws laws={section.laws} />
    </section>
  );
}

/** @param {{ block: import("../../present/view.js").PaperBlock, level: number }} given */
export function Sheet({ block, level }) {
  const Title = `h${level}`;
  return (
    <article class="paper">
      <Title>{block.title}</Title>
      {block.label && <p class="paper-label">{block.label}</p>}
      {block.sections.map((section) => (
        <Section key={section.id} section={section} level={level + 1} />
      ))}
    </article>
  );
}

export function Paper({ block, level }) {
  return (
    <div hidden={block.onlyPrint}>
      <Sheet block={block} level={level} />
    </div>
  );
}
