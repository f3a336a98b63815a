import { mapOf, type JsonMap } from '../../fields/json-values.ts';
import { PartEnds } from '../text/part-ends.ts';

export type BlockAttributes = JsonMap;

/** A comment of the block editor, that opens or closes a block. */
export interface BlockMark {
  readonly at: number;
  readonly end: number;
  /** "core/paragraph". */
  readonly name: string;
  readonly attributes: BlockAttributes;
  readonly closes: boolean;
  readonly isSelfClosed: boolean;
}

const maxAttributes = 200_000;

const opening = /<!--\s{1,20}\/?wp:/g;
/** A whole comment. */
const mark = /^<!--\s+(\/?)wp:([a-z][a-z\d_-]*(?:\/[a-z][a-z\d_-]*)?)(?:\s+(\{[\s\S]*\}))?\s+(\/?)-->$/;

/** The marks of a content in their order. In their settings "--" is written otherwise, so the first end of a comment is its own. */
export function* blockMarks(html: string): Generator<BlockMark> {
  const ends = new PartEnds(html);
  for (const { 0: begin, index: at } of html.matchAll(opening)) {
    const end = ends.find('-->', at + begin.length);
    if (end === -1) return;
    const found = mark.exec(html.slice(at, end));
    if (found === null) continue;
    const [, slash = '', written = '', json = '', self = ''] = found;
    const name = written.includes('/') ? written : `core/${written}`;
    yield {
      at,
      end,
      name,
      attributes: attributesOf(json),
      closes: slash === '/',
      isSelfClosed: self === '/',
    };
  }
}

function attributesOf(json: string): BlockAttributes {
  if (json === '' || json.length > maxAttributes) return {};
  try {
    return mapOf(JSON.parse(json));
  } catch {
    return {};
  }
}
