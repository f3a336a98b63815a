import type { ProblemList } from '../../problem-list.ts';
import { extensionOf } from '../files/folder.ts';
import type { Folder } from '../files/folder.ts';
import { decodeText } from '../files/read-text.ts';
import { ParseError } from '../front-matter/parse-error.ts';
import { parseText } from '../front-matter/parse.ts';
import { plainJson } from '../../fields/plain-json.ts';
import { sentence } from '../../text/sentence.ts';
import type { Json } from '../../../domain/blog-record.ts';

/** Larger than any list of authors or tags. */
const maxBytes = 1_000_000;

const formats = { yml: 'yaml', yaml: 'yaml', toml: 'toml', json: 'json' } as const;

/** A data file's values; null, with an error told, when it does not parse. */
export async function readDataFile(folder: Folder, file: string, problems: ProblemList): Promise<Json> {
  const extension = extensionOf(file);
  const format = extension in formats ? formats[extension as keyof typeof formats] : 'yaml';
  try {
    const decoded = decodeText(await folder.read(file, maxBytes));
    return decoded ? plainJson(parseText(format, decoded.text, maxBytes).value).value : null;
  } catch (error) {
    problems.error(file, error instanceof ParseError ? error.line : null, {
      what: `does not parse as ${format.toUpperCase()}`,
      why: sentence(error instanceof Error ? error.message : String(error)),
      todo: 'Mend the file at that line.',
    });
    return null;
  }
}
