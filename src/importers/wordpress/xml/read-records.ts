import type { ProblemList } from '../../problem-list.ts';
import { byteChunks } from './byte-chunks.ts';
import { decodeRecord } from './decode-record.ts';
import { parseRecord } from './parse-record.ts';
import type { XmlDamage, XmlElement } from './parse-record.ts';
import { RecordScanner } from './scan-records.ts';
import type { XmlRecord } from './xml-record.ts';

/** A record as it was read. */
export interface ReadRecord {
  readonly element: XmlElement;
  readonly line: number;
  readonly damage: XmlDamage | null;
}

/** What a whole file says beside its records. */
export interface FileEnd {
  /** The elements of the channel itself. */
  readonly channel: XmlElement;
  /** Some of it is lost: nobody knows what it was. */
  readonly incomplete: boolean;
}

/**
 * Reads a WXR file record by record; none is kept.
 *
 * @param name of the file, for messages
 * @param onBytes called with the length of every chunk; what it throws ends the reading
 * @throws {InputError} when the file unpacks to more than a blog can be
 */
export async function readRecords(
  file: string,
  name: string,
  problems: ProblemList,
  take: (record: ReadRecord) => void,
  onBytes: (count: number) => void = () => undefined,
): Promise<FileEnd> {
  const scanner = new RecordScanner();
  const state = { incomplete: false, mendedLines: 0 };
  const handle = (record: XmlRecord): void => {
    if (record.fault === 'truncated' || record.fault === 'oversized') {
      state.incomplete = true;
      lost(problems, name, record);
      return;
    }
    const { text, mendedLines } = decodeRecord(record.bytes);
    state.mendedLines += mendedLines;
    const { element, damage } = parseRecord(text, scanner.names.usual);
    take({
      element,
      line: record.line,
      damage: damage && { ...damage, line: record.line + damage.line - 1 },
    });
  };
  for await (const chunk of byteChunks(file)) {
    for (const record of scanner.push(chunk)) handle(record);
    onBytes(chunk.length);
  }
  for (const record of scanner.end()) handle(record);
  if (!scanner.ended && !state.incomplete) {
    state.incomplete = true;
    cutOff(problems, name);
  }
  if (state.mendedLines > 0) mended(problems, name, state.mendedLines);
  const channel = parseRecord(`<channel>${channelText(scanner.head)}</channel>`, scanner.names.usual).element;
  return { channel, incomplete: state.incomplete };
}

/** What the channel says of itself: of its elements, only these. */
function channelText(head: string): string {
  const wanted =
    /<(title|link|description|language|pubDate|generator|(?:\w+:)?(?:wxr_version|base_site_url|base_blog_url))\b[^>]*>([\s\S]{0,20000}?)<\/\1>/g;
  const begins = head.indexOf('<channel');
  const image = /<image\b[\s\S]{0,20000}?<\/image>/g;
  return [...head.slice(Math.max(begins, 0)).replace(image, '').matchAll(wanted)]
    .map(([all]) => all)
    .join('\n');
}

function lost(problems: ProblemList, file: string, { name, line, fault }: XmlRecord): void {
  const truncated = fault === 'truncated';
  problems.error(file, line, {
    what: `${name === 'item' ? 'an item' : `<${name}>`} was left out`,
    why: truncated ? 'The file ends in the middle of it.' : 'It has no end within 32 MB.',
    todo: truncated ? 'Export again: the file was cut off.' : 'Mend the file there, and import again.',
  });
}

/** Between two records. */
function cutOff(problems: ProblemList, file: string): void {
  problems.error(file, null, {
    what: 'the end of it is missing',
    why: 'The file ends before its channel does: nobody knows what else was in it.',
    todo: 'Export again: the file was cut off. What is there went in, and nothing is removed.',
  });
}

function mended(problems: ProblemList, file: string, lines: number): void {
  problems.warn(file, null, {
    what: lines === 1 ? '1 line is not UTF-8' : `${lines} lines are not UTF-8`,
    why: 'They were read as windows-1252, the old Western encoding, which may be wrong.',
    todo: 'Look at accents and quotation marks; export in UTF-8 if they are wrong.',
  });
}
