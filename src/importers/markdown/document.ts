import type { ProblemList } from '../problem-list.ts';
import { Fields } from './fields/fields.ts';
import { unsaid } from './fields/unsaid.ts';
import { extensionOf } from './files/folder.ts';
import type { Folder } from './files/folder.ts';
import { decodeText } from './files/read-text.ts';
import { esmMeta } from './front-matter/esm-meta.ts';
import { ParseError } from './front-matter/parse-error.ts';
import { parseText } from './front-matter/parse.ts';
import { asObject, plainJson } from '../fields/plain-json.ts';
import type { JsonObject } from '../fields/plain-json.ts';
import { lineAt, splitFrontMatter } from './front-matter/split.ts';
import type { FrontMatterFormat, SplitFile } from './front-matter/split.ts';
import { plainHashnode } from '../text/hashnode-marks.ts';
import { plainGalleries } from './text/galleries.ts';
import { plainImports } from './text/imported-images.ts';
import { plainImages } from './text/loose-images.ts';
import { plainMdx } from './text/mdx-expressions.ts';
import { plainObsidian } from './text/obsidian-marks.ts';
import { plainPelican } from './text/pelican-marks.ts';
import { sentence } from '../text/sentence.ts';

/** No article is longer; what is, was not written by hand. */
const maxTextBytes = 5_000_000;

/** A text file of the blog, read and parted. */
export interface SourceDocument {
  /** Path relative to the imported folder. */
  readonly file: string;
  readonly format: FrontMatterFormat | 'none';
  readonly fields: Fields;
  readonly data: JsonObject;
  readonly body: string;
  readonly bodyLine: number;
}

/** A file that could not be read; it is told only if the file would have been content. */
export interface Unreadable {
  readonly file: string;
  readonly line: number | null;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** Reads and parses one file. What is odd about it but does no harm goes to `problems`. */
export async function readDocument(
  folder: Folder,
  file: string,
  problems: ProblemList,
  defaults: JsonObject = {},
): Promise<SourceDocument | Unreadable> {
  const size = folder.files.get(file)?.byteSize ?? 0;
  if (size > maxTextBytes) return tooLarge(file, size);
  const decoded = decodeText(await folder.read(file, maxTextBytes));
  if (!decoded) {
    const todo = 'Save it as UTF-8 text.';
    return { file, line: null, what: 'not a text file', why: 'It holds NUL bytes.', todo };
  }
  if (decoded.guessed) {
    problems.warn(file, null, {
      what: `read as ${decoded.guessed}`,
      why: 'It is not UTF-8, so some letters may be wrong.',
      todo: 'Save it as UTF-8.',
    });
  }
  return parseDocument(file, decoded.text, problems, defaults);
}

function tooLarge(file: string, size: number): Unreadable {
  const why = `${size} bytes, and at most ${maxTextBytes} are read.`;
  return { file, line: null, what: 'too large for a text', why, todo: 'Split it.' };
}

function parseDocument(
  file: string,
  text: string,
  problems: ProblemList,
  defaults: JsonObject,
): SourceDocument | Unreadable {
  const split = splitFrontMatter(text);
  if (split.format === 'code') {
    const what = `front matter written in ${split.text}`;
    const why = 'Code in front matter is never run, so neither title nor date nor draft is known.';
    return { file, line: 1, what, why, todo: 'Write it in YAML.' };
  }
  if (split.format === 'none') {
    const data = extensionOf(file) === 'mdx' ? plain(esmMeta(text)).value : null;
    return documentOf(file, { ...split, format: 'none' }, asObject(data) ?? {}, defaults);
  }
  try {
    return parseSplit(file, text, { ...split, format: split.format }, problems, defaults);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const line = split.firstLine + (error.line ?? 1) - 1;
    const what = `the ${split.format.toUpperCase()} front matter does not parse`;
    return { file, line, what, why: sentence(error.message), todo: 'Mend the front matter at that line.' };
  }
}

type Split<Format> = SplitFile & { readonly format: Format };

function parseSplit(
  file: string,
  text: string,
  split: Split<FrontMatterFormat>,
  problems: ProblemList,
  defaults: JsonObject,
): SourceDocument {
  const parsed = parseText(split.format, split.text);
  const { value, refused } = plain(parsed.value);
  const data = value === null ? {} : asObject(value);
  // "---", a sentence, "---" are two rules around a sentence, not front matter.
  if (!data) return documentOf(file, { ...split, format: 'none', body: text, bodyLine: 1 }, {}, defaults);
  const document = documentOf(file, split, data, defaults);
  tellOddities(document, split, parsed, refused, problems);
  return document;
}

function plain(value: unknown): ReturnType<typeof plainJson> {
  try {
    return plainJson(value);
  } catch (error) {
    throw new ParseError(error instanceof Error ? error.message : String(error), null);
  }
}

function documentOf(
  file: string,
  split: Split<FrontMatterFormat | 'none'>,
  data: JsonObject,
  defaults: JsonObject,
): SourceDocument {
  const { format, body, bodyLine } = split;
  const all = { ...data, ...unsaid(defaults, data) };
  // Hashnode's backup on GitHub; nobody else has this key.
  const marked = typeof data['cuid'] === 'string' ? plainHashnode(body) : body;
  const plain = plainGalleries(plainImports(plainImages(plainObsidian(plainPelican(marked)))), all);
  const text = extensionOf(file) === 'mdx' ? plainMdx(plain) : plain;
  return { file, format, fields: new Fields(all, lineFinder(split)), data: all, body: text, bodyLine };
}

/** Finds the line a key is written on, in YAML, TOML and JSON alike. */
function lineFinder({ text, firstLine }: SplitFile): (key: string) => number | null {
  return (key) => {
    const pattern = new RegExp(`^[ \\t{,]*["']?${RegExp.escape(key)}["']?[ \\t]*[:=]`, 'm');
    const found = pattern.exec(text);
    return found ? firstLine + lineAt(text, found.index) - 1 : null;
  };
}

function tellOddities(
  { file }: SourceDocument,
  split: SplitFile,
  parsed: ReturnType<typeof parseText>,
  refused: readonly string[],
  problems: ProblemList,
): void {
  const { firstLine } = split;
  for (const { key, line } of parsed.repeated) {
    const why = 'Only the last one counts.';
    problems.warn(file, firstLine + line - 1, {
      what: `"${key}" is written twice`,
      why,
      todo: 'Remove one.',
    });
  }
  if (parsed.mended) {
    const what = 'broken YAML, read as well as could be';
    const line = firstLine + (parsed.mended.line ?? 1) - 1;
    problems.warn(file, line, {
      what,
      why: sentence(parsed.mended.why),
      todo: 'Mend it: quote values that hold ": " or quotes.',
    });
  }
  if (refused.length > 0) {
    const what = `${refused.map((key) => `"${key}"`).join(' and ')} left out`;
    problems.warn(file, firstLine, { what, why: 'The name is reserved.', todo: 'Rename the key.' });
  }
  if (split.unclosed) {
    const what = 'the front matter has no closing fence';
    const why = 'It was taken to end at the first blank line.';
    problems.warn(file, firstLine, { what, why, todo: 'Add the closing fence.' });
  }
}
