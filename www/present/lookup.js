/** A table's own entry; undefined for any other name, such as those that every object has. */
export function lookup(table, key) {
  return Object.keys(table).indexOf(key) >= 0 ? table[key] : undefined;
}
