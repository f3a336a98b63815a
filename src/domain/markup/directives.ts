import { aside, details } from './admonitions.ts';
import { embedUrl } from './embed-urls.ts';
import type { End, Reading, Replacement } from './reading.ts';
import { mayOpen, put } from './reading.ts';
import { parseArguments } from './tag-arguments.ts';
import type { Tag } from './tag-arguments.ts';
import { link, plain } from './tag-html.ts';

const opening = /[ \t]*::([a-z][\w-]*)(?:\[([^\]\n]{0,500})\])?(?:\{([^}\n]{0,500})\})?[ \t]*(?:\n|$)/iy;
const closing = /[ \t]*::[ \t]*(?:\n|$)/y;
const laterClosing = /^[ \t]*::[ \t]*$/gm;
/** The properties of a component of Nuxt Content, in YAML below its mark. */
const properties = /[ \t]*---[ \t]*\n(?:(?![ \t]*---)[^\n]{0,1000}\n){0,50}[ \t]*---[ \t]*(?:\n|$)/y;

const boxes = /^(?:alert|callout|note|tip|info|warning|caution|danger|important)$/;
const kinds = /^(?:note|tip|info|warning|caution|danger|important|success|error)$/;
const folded = /^(?:details|accordion-item|collapsible|spoiler)$/;

/**
 * A directive on a line of its own: `::youtube{#id}` or `::github{repo="a/b"}` (remark-directive), and the components
 * of Nuxt Content, `::alert{type="info"}` up to `::` (content.nuxt.com/docs/files/markdown). A box stays one, what is
 * embedded becomes a link, of all others only the text inside is shown. A name alone that nothing closes is text.
 */
export function readDirective(reading: Reading, at: number): End | null {
  const { source } = reading;
  closing.lastIndex = at;
  if (closing.test(source)) return close(reading, closing.lastIndex);
  opening.lastIndex = at;
  const [whole, name = '', label, attributes] = opening.exec(source) ?? [];
  if (whole === undefined) return null;
  const end = at + whole.length;
  const { positional, named } = parseArguments(attributes ?? '');
  const tag = { name: name.toLowerCase(), positional, named, rest: '' };
  const title = label ?? named.get('title') ?? named.get('label') ?? '';
  const embedded = embeddedLink(tag, title);
  if (embedded !== null) {
    put(reading, { text: `${embedded}\n`, block: true });
    return end;
  }
  if (mayOpen(reading) && reading.nextMatch(laterClosing, end)) {
    open(reading, boxOf(tag, title));
    properties.lastIndex = end;
    return properties.test(source) ? properties.lastIndex : end;
  }
  if (label === undefined && attributes === undefined) return null;
  if (title !== '') put(reading, { text: title, block: true });
  return end;
}

function embeddedLink(tag: Tag, title: string): string | null {
  const ids = [tag.named.get('repo'), ...tag.positional].flatMap((value) => value?.replace(/^#/, '') ?? []);
  const url = embedUrl({ ...tag, positional: ids });
  return url === null ? null : link(url, title || undefined);
}

function boxOf({ name, named }: Tag, title: string): { open: Replacement; close: Replacement } {
  if (folded.test(name)) return details(title);
  const type = named.get('type') ?? named.get('color') ?? '';
  if (boxes.test(name)) return aside(kinds.test(type) ? type : kinds.test(name) ? name : 'note', title);
  const head = title === '' ? '' : `**${plain(title)}**\n`;
  return { open: { text: head, block: true }, close: { text: '\n' } };
}

function open(reading: Reading, box: { open: Replacement; close: Replacement }): void {
  put(reading, box.open);
  reading.output.endLine();
  reading.open.push({ name: '::', close: box.close });
}

/** Nothing where no directive is open: `::` is text then. */
function close(reading: Reading, end: End): End | null {
  const index = reading.open.findLastIndex(({ name }) => name === '::');
  if (index === -1) return null;
  for (const { close: closed } of reading.open.splice(index)) put(reading, closed);
  reading.output.endLine();
  return end;
}
