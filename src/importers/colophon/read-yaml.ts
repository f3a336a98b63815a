import { parseDocument } from 'yaml';

/**
 * The value of a YAML 1.2 text as exports are written: no anchors, no merging, no name twice.
 *
 * @throws {Error} with the line, when it is something else
 */
export function readYaml(text: string): unknown {
  const document = parseDocument(text, { merge: false, uniqueKeys: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) throw new Error(error.message.split('\n')[0]);
  return document.toJS({ maxAliasCount: 0 });
}

/** The line that a name of a mapping stands in, counted from 1; null when it is not there. */
export function lineOfName(text: string, name: string): number | null {
  const index = text
    .split('\n')
    .findIndex((line) => line.startsWith(`${name}:`) || line.startsWith(`"${name}":`));
  return index < 0 ? null : index + 1;
}
