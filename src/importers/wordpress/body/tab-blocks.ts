import { decoded } from '../../text/decoded.ts';
import { mapOf } from '../../fields/json-values.ts';
import type { BlockAttributes } from './block-marks.ts';

const set = /\/(?:tabs(?:-block)?|tabbed-content(?:-block)?)$/;
const one = /\/(?:tab|tabs-child|tab-(?:item|block|panel))$/;
const list = /<ul\b[^<>]{0,500}(?:tablist|tabs?[-_])[^<>]{0,500}>/;
const mark = /<!--tab:([^\s<>]*)-->(?:<p class="tab-title">[^]{0,5000}?<\/p>\n)?/g;

/**
 * Tabs stand one below the other, each with its title; plugins say those in a list above all, or in settings of
 * the set or of the tab. A tab is marked until its set is at its end.
 */
export function withTabTitles(name: string, attributes: BlockAttributes, html: string): string {
  if (one.test(name)) return marked(ownTitle(attributes), html);
  if (!set.test(name) || !html.includes('<!--tab:')) return html;
  const [start, end] = listIn(html);
  const above = html.slice(start, end).split('</li>').slice(0, -1).map(plain);
  const own = [...html.matchAll(mark)].map(([, title = '']) => decoded(title));
  const titles = [above, titlesIn(attributes), own].find(
    (found) => found.length === own.length && found.every((title) => title !== ''),
  );
  if (!titles) return html;
  const left = titles.values();
  const tabs = above.length === own.length ? html.slice(0, start) + html.slice(end) : html;
  return tabs.replace(mark, () => `<p><strong>${left.next().value ?? ''}</strong></p>\n`);
}

function marked(title: string, html: string): string {
  const words = title === '' ? '' : `<p class="tab-title"><strong>${title}</strong></p>\n`;
  return `<!--tab:${encodeURIComponent(title.toWellFormed())}-->${words}${html}`;
}

/** Where the list of titles begins and ends. */
function listIn(html: string): readonly [number, number] {
  const start = list.exec(html)?.index ?? 0;
  const end = html.indexOf('</ul>', start);
  return list.test(html) && end !== -1 ? [start, end + 5] : [0, 0];
}

/** The title of a tab, or of a panel that opens, in its settings. */
export function ownTitle(attributes: BlockAttributes): string {
  const names = ['panelTitle', 'title', 'heading', 'header', 'question', 'label'];
  const title = names.map((name) => attributes[name]).find((value) => typeof value === 'string');
  return typeof title === 'string' ? title.trim() : '';
}

function titlesIn(attributes: BlockAttributes): string[] {
  const titles = [attributes['titles'], attributes['tabsTitle'], attributes['tabHeaders']].find(
    Array.isArray,
  );
  if (!Array.isArray(titles)) return [];
  return titles.map((title: unknown) => {
    const { text, title: named, header } = mapOf(title);
    const words = [title, text, named, header].find((value) => typeof value === 'string');
    return typeof words === 'string' ? words.trim() : '';
  });
}

/** HTML as its words. */
export function plain(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
