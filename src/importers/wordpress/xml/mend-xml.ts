import { withoutControls } from '../../text/without-controls.ts';
import { PartEnds } from '../text/part-ends.ts';

/** CDATA sections, comments and instructions: what stands in them is no markup. */
const openings = /<!\[CDATA\[|<!--|<\?/g;
const cdata = '<![CDATA[';
const closings: Readonly<Record<string, string>> = { '<![CDATA[': ']]>', '<!--': '-->', '<?': '?>' };

/** Elements of RSS without a prefix. Others are HTML that nobody escaped. */
const rssNames = new Set(
  'channel item title link pubdate guid description category enclosure comments author source image url ttl language generator'.split(
    ' ',
  ),
);

/** XML text without what no parser takes: control characters, bare "&" and "<", unescaped HTML. */
export function mendXml(text: string): string {
  const clean = withoutControls(text);
  const ends = new PartEnds(clean);
  const parts: string[] = [];
  let done = 0;
  for (const { 0: opening, index } of clean.matchAll(openings)) {
    const end = index < done ? -1 : ends.find(closings[opening] ?? '', index + opening.length);
    if (end === -1) continue;
    parts.push(mendMarkup(clean.slice(done, index)));
    done = opening === cdata ? outerEnd(clean, index, end, ends) : end;
    const piece = clean.slice(index, done);
    parts.push(done === end ? piece : `${cdata}${piece.replace(/<!\[CDATA\[|\]\]>/g, '')}]]>`);
  }
  parts.push(mendMarkup(clean.slice(done)));
  return parts.join('');
}

/**
 * The end of a section that somebody put another into, which XML has not: behind its own end no field of an item
 * ends and no section begins.
 */
function outerEnd(text: string, start: number, end: number, ends: PartEnds): number {
  let at = end;
  const isNested = text.slice(start + cdata.length, end).includes(cdata);
  for (let depth = 0; isNested && depth < 20 && !isFieldEnd(text.slice(at, at + 200)); depth += 1) {
    const next = ends.find(']]>', at);
    if (next === -1) return end;
    at = next;
  }
  return at;
}

function isFieldEnd(rest: string): boolean {
  if (/^\s*(?:$|<!\[CDATA\[)/.test(rest)) return true;
  const name = /^\s*<\/([a-z][\w.:-]*)/i.exec(rest)?.[1] ?? '';
  return name.includes(':') || rssNames.has(name.toLowerCase());
}

const reference = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi;

function withoutForbidden(text: string): string {
  return text.replace(reference, (all, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter && withoutControls(String.fromCodePoint(code)) !== '' ? all : '';
  });
}

/** Known references stay. Names of HTML (`&nbsp;`) become text that is read as HTML later. */
const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos);|#(?:\d{1,7}|x[\da-f]{1,6});)/gi;
const anyTag = /<(\/?)([a-z][\w.-]*(?::[\w.-]+)?)?/gi;

function mendMarkup(text: string): string {
  if (text === '') return text;
  return withoutForbidden(text)
    .replace(bareAmpersand, '&amp;')
    .replace(anyTag, (tag, _slash: string, name?: string) => {
      if (name === undefined) return `&lt;${tag.slice(1)}`;
      return name.includes(':') || rssNames.has(name.toLowerCase()) ? tag : `&lt;${tag.slice(1)}`;
    });
}
