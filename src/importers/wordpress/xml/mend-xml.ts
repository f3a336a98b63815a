/** CDATA sections, comments and instructions: what stands in them is no markup. */
const opaque = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g;

/** Elements of RSS without a prefix. Others are HTML that nobody escaped. */
const rssNames = new Set(
  'channel item title link pubdate guid description category enclosure comments author source image url ttl language generator'.split(
    ' ',
  ),
);

/** XML text without what no parser takes: control characters, bare "&" and "<", unescaped HTML. */
export function mendXml(text: string): string {
  const clean = withoutControls(text);
  const parts: string[] = [];
  let end = 0;
  for (const found of clean.matchAll(opaque)) {
    parts.push(mendMarkup(clean.slice(end, found.index)), found[0]);
    end = found.index + found[0].length;
  }
  parts.push(mendMarkup(clean.slice(end)));
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
