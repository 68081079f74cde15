// A piecewise-linear curve drawn with plain views: each stretch is a thin bar, turned. No picture has to be made or loaded, and the
// colours are those of the style sheet.

/** Height of the drawing over its width; the style sheet gives it the same. */
const ASPECT = 0.6;

const rounded = (number) => Math.round(number * 100) / 100;

function scaleOf(points) {
  const highest = (values) => Math.max.apply(null, values) || 1;
  const width = highest(points.map((point) => point.x));
  const height = highest(points.map((point) => point.most));
  return (x, y) => ({ left: (100 * x) / width, bottom: (100 * y) / height });
}

/** From one place to the next, both in percent of the drawing's width and height. */
function stretch(from, to) {
  const across = to.left - from.left;
  const up = (to.bottom - from.bottom) * ASPECT;
  return {
    left: rounded(from.left),
    bottom: rounded(from.bottom),
    length: rounded(Math.sqrt(across * across + up * up)),
    turn: rounded((-Math.atan2(up, across) * 180) / Math.PI),
  };
}

function curveData({ points, here }) {
  const placed = scaleOf(here ? points.concat(here) : points);
  const line = (bound) => {
    const places = points.map((point) => placed(point.x, point[bound]));
    const id = (index) => ({ id: `${bound}-${index}` });
    return places.slice(1).map((place, index) => Object.assign(id(index), stretch(places[index], place)));
  };
  const isBand = points.some(({ least, most }) => least !== most);
  const last = points[points.length - 1];
  const highest = points.reduce((one, other) => (other.most > one.most ? other : one));
  const marked = points.filter((point) => point.label);
  const mark = (point, index) =>
    Object.assign(
      { number: index + 1, text: point.label, xText: point.xText, yText: point.yText },
      placed(point.x, point.most),
    );
  return {
    stretches: line("most").concat(isBand ? line("least") : []),
    marks: marked.map(mark),
    widest: last.xText,
    highest: highest.yText,
    hereAt: here ? placed(here.x, (here.least + here.most) / 2) : null,
  };
}

module.exports = { curveData };
