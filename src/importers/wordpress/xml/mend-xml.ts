import { PartEnds } from '../text/part-ends.ts';

/** CDATA sections, comments and instructions: what stands in them is no markup. */
const openings = /<!\[CDATA\[|<!--|<\?/g;
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
    parts.push(mendMarkup(clean.slice(done, index)), clean.slice(index, end));
    done = end;
  }
  parts.push(mendMarkup(clean.slice(done)));
  return parts.join('');
}

// What XML forbids everywhere, also as a reference.

const controls = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

function withoutControls(text: string): string {
  controls.lastIndex = 0;
  return controls.test(text) ? text.replace(controls, '') : text;
}

/** Known references stay. Names of HTML (`&nbsp;`) become text that is read as HTML later. */
const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos);|#(?:\d{1,7}|x[\da-f]{1,6});)/gi;
const anyTag = /<(\/?)([a-z][\w.-]*(?::[\w.-]+)?)?/gi;

function mendMarkup(text: string): string {
  if (text === '') return text;
  return text.replace(bareAmpersand, '&amp;').replace(anyTag, (tag, _slash: string, name?: string) => {
    if (name === undefined) return `&lt;${tag.slice(1)}`;
    return name.includes(':') || rssNames.has(name.toLowerCase()) ? tag : `&lt;${tag.slice(1)}`;
  });
}
