/** The names that a WXR file gives to its elements, with the prefixes that it declares. */
export interface RecordNames {
  /** Start tags of records, as written: "item", "wp:author", … -> the usual name. */
  readonly records: ReadonlyMap<string, string>;
  /** A name as WordPress writes it, whatever the prefix is here. */
  readonly usual: (written: string) => string;
}

/** Elements of a channel that are read one by one. */
const recordNames = ['item', 'wp:author', 'wp:category', 'wp:tag', 'wp:term'];

const namespaces: readonly (readonly [RegExp, string])[] = [
  [/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, 'excerpt'],
  [/wordpress\.org\/export\/[\d.]*\/?$/, 'wp'],
  [/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/purl\.org\/dc\/elements\/1\.1\/?$/, 'dc'],
];

/**
 * Reads the prefixes of a root tag: another program may have written the file again with names of its own
 * (ns0:author). A prefix that is used and not declared means what it usually does.
 */
export function recordNamesOf(rootTag: string): RecordNames {
  const prefixes = new Map<string, string>();
  for (const [, prefix = '', uri = ''] of rootTag.matchAll(
    /xmlns:([\w.-]{1,40})\s*=\s*["']([^"']{0,200})["']/g,
  )) {
    const usual = namespaces.find(([pattern]) => pattern.test(uri))?.[1];
    if (usual !== undefined) prefixes.set(prefix, usual);
  }
  const usual = (written: string): string => {
    const colon = written.indexOf(':');
    if (colon === -1) return written;
    const prefix = prefixes.get(written.slice(0, colon));
    return prefix === undefined ? written : `${prefix}${written.slice(colon)}`;
  };
  const records = new Map(recordNames.map((name) => [name, name]));
  for (const [prefix, name] of prefixes) {
    if (name !== 'wp') continue;
    for (const record of recordNames)
      if (record !== 'item') records.set(record.replace('wp', prefix), record);
  }
  return { records, usual };
}
