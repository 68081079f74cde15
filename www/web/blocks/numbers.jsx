import { ActionButton } from "./saying.jsx";

/** Laid out as cards on a narrow screen, where the styles take the table's own roles away: they are named here. */
export function Table({ block }) {
  const hasActions = block.rows.some((row) => row.action);
  const wide = block.columns.length + (hasActions ? 1 : 0) > 2;
  // biome-ignore-start lint/a11y/noRedundantRoles: the styles of the narrow layout take them away
  return (
    <table class={wide ? "table wide" : "table"} role="table">
      <caption>{block.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {block.columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
          {hasActions && <td role="cell" />}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {block.rows.map((row) => (
          <tr key={row.id} role="row" class={row.tone || ""}>
            {row.cells.map((cell, index) =>
              index === 0 ? (
                <th key={block.columns[0]} scope="row" role="rowheader">
                  <span class="cell-label" aria-hidden="true">
                    {block.columns[0]}
                  </span>
                  {cell}
                  {row.hint && <span class="table-hint">{row.hint}</span>}
                </th>
              ) : (
                <td key={block.columns[index]} role="cell" class={cell === "" ? "blank" : ""}>
                  <span class="cell-label" aria-hidden="true">
                    {block.columns[index]}
                  </span>
                  <span class="cell-value">{cell}</span>
                </td>
              ),
            )}
            {hasActions && (
              <td role="cell">{row.action && <ActionButton action={row.action} look="link" />}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  // biome-ignore-end lint/a11y/noRedundantRoles: the styles of the narrow layout take them away
}

const WIDTH = 1000;
const HEIGHT = 600;

/** Where something lies, in shares of the picture, the origin at the bottom left. */
function scaleOf(points, here) {
  const all = here ? [...points, here] : points;
  const mostX = Math.max(...all.map(({ x }) => x)) || 1;
  // Air above the highest point, for its number.
  const mostY = Math.max(...all.map(({ most }) => most)) * 1.15 || 1;
  return (x, y) => ({ left: x / mostX, top: 1 - y / mostY });
}

const percent = (share) => `${(share * 100).toFixed(2)}%`;

/** The picture; every word of it stands in the list below, numbered alike. */
function Picture({ block, named }) {
  const place = scaleOf(block.points, block.here);
  const corner = (x, y) => {
    const { left, top } = place(x, y);
    return `${(left * WIDTH).toFixed(1)},${(top * HEIGHT).toFixed(1)}`;
  };
  const mark = (x, y) => {
    const { left, top } = place(x, y);
    return { left: percent(left), top: percent(top) };
  };
  // There along the least and back along the most: where they are one, a line.
  const there = block.points.map(({ x, least }) => corner(x, least));
  const back = block.points.map(({ x, most }) => corner(x, most)).reverse();
  const middle = ({ x, least, most }) => mark(x, (least + most) / 2);
  return (
    <div class="curve" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <polygon class="curve-band" points={[...there, ...back].join(" ")} />
      </svg>
      {named.map((point, index) => (
        <span key={point.xText} class="curve-mark" style={mark(point.x, point.most)}>
          {index + 1}
        </span>
      ))}
      {block.here && <span class="curve-here" style={middle(block.here)} />}
    </div>
  );
}

export function Curve({ block, level }) {
  const Title = `h${level}`;
  const named = block.points.filter(({ label }) => label);
  const last = block.points[block.points.length - 1];
  const highest = block.points.reduce((high, point) => (high && high.most > point.most ? high : point), null);
  return (
    <figure class="curve-figure">
      <Title>{block.title}</Title>
      <p class="axis axis-y">
        <span>↑ {block.yLabel}</span>
        <span>{highest?.yText}</span>
      </p>
      <Picture block={block} named={named} />
      <p class="axis axis-x">
        <span>0</span>
        <span>{block.xLabel} →</span>
        <span>{last?.xText}</span>
      </p>
      <figcaption>
        <ol class="kinks">
          {named.map((point) => (
            <li key={point.xText}>
              <span class="kink-label">{point.label}</span>
              <span class="kink-numbers">
                {block.xLabel} {point.xText} · {block.yLabel} {point.yText}
              </span>
            </li>
          ))}
        </ol>
        {block.here && (
          <p class="here">
            <span class="here-sign" aria-hidden="true" />
            {block.here.label}
          </p>
        )}
      </figcaption>
    </figure>
  );
}
