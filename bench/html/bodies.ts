import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderBody } from '../../src/domain/render-body.ts';
import { readMarkdownBlog } from '../../src/importers/markdown/read-blog.ts';

/** A body in HTML, and where it stood. */
export interface HtmlBody {
  readonly name: string;
  readonly html: string;
}

/** Bodies of every `content:encoded`, `description` and `content` that WXR files and feeds have. */
export function bodiesOfXml(folder: string): HtmlBody[] {
  return filesIn(folder, /\.(?:xml|rss|atom)$/).flatMap(({ name, text }) =>
    Array.from(
      text.matchAll(/<(content:encoded|description|content|summary)\b[^>]*>([\s\S]*?)<\/\1>/g),
      ([, , inside = ''], index) => ({ name: `${name}#${index}`, html: unescapeXml(inside) }),
    ).filter(({ html }) => html.includes('<')),
  );
}

/** Every `html` of the JSON files of a folder, and every card of HTML in a mobiledoc. */
export function bodiesOfJson(folder: string): HtmlBody[] {
  return filesIn(folder, /\.json$/).flatMap(({ name, text }) =>
    Array.from(text.matchAll(/"html"\s*:\s*("(?:[^"\\]|\\.)*")/g), ([, literal = '""'], index) => ({
      name: `${name}#${index}`,
      html: String(JSON.parse(literal)),
    })).filter(({ html }) => html.includes('<')),
  );
}

/** Bodies of a Markdown blog as they are shown. */
export async function bodiesOfMarkdown(folder: string): Promise<HtmlBody[]> {
  const { record } = await readMarkdownBlog(folder, { source: 'bench' });
  const bodies: HtmlBody[] = [];
  for (const { key, markdown } of record.posts) {
    bodies.push({ name: key, html: (await renderBody(markdown)).html });
  }
  return bodies;
}

function filesIn(folder: string, wanted: RegExp): { name: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function unescapeXml(text: string): string {
  const cdata = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(text)?.[1];
  if (cdata !== undefined) return cdata;
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
