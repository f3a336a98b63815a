/** Anything that JSON can hold, and what its text is made of: dates, objects of graphql-js. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * What was answered, as a line says it: a thing that is only named is its id, a list is its items, and an item that
 * only names a thing is that thing's id.
 */
export function asLine(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asLine);
  if (!isFields(value)) return value;
  const { edges } = value;
  if (Array.isArray(edges) && 'pageInfo' in value) return edges.map(asItem);
  const names = Object.keys(value);
  if (names.length === 1 && names[0] === 'id') return value['id'];
  return Object.fromEntries(names.map((name) => [name, asLine(value[name])]));
}

function asItem(edge: unknown): unknown {
  const item = asLine(edge);
  return isFields(item) && Object.keys(item).length === 1 && 'node' in item ? item['node'] : item;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value);
}
