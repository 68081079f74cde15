// What `setData` has to send so that the page shows `after` instead of `before`: the changed values alone, each by its path.

const isList = Array.isArray;
const isRecord = (value) => typeof value === "object" && value !== null && !isList(value);

/** The same thing before and after, perhaps with other values in it: a block that gave way to another is sent whole. */
function isSameThing(before, after) {
  if (isList(before) && isList(after)) return before.length === after.length;
  return isRecord(before) && isRecord(after) && before.id === after.id && before.kind === after.kind;
}

function keysOf(before, after) {
  const added = Object.keys(after).filter((key) => !(key in before));
  return Object.keys(before).concat(added);
}

const pathTo = (path, key, owner) => (isList(owner) ? `${path}[${key}]` : path ? `${path}.${key}` : key);

/** JSON, and so `setData`, has no undefined: what is gone is null. */
const sendable = (value) => (value === undefined ? null : value);

function collect(before, after, path, changes) {
  keysOf(before, after).forEach((key) => {
    const was = before[key];
    const is = after[key];
    const at = pathTo(path, key, after);
    if (isSameThing(was, is)) collect(was, is, at, changes);
    else if (sendable(was) !== sendable(is)) changes[at] = sendable(is);
  });
  return changes;
}

function dataChanges(before, after) {
  return collect(before, after, "", {});
}

module.exports = { dataChanges };
