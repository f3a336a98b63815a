import type { ReadBody } from './body-pieces.ts';

/** Marks that Ghost 5.100 and later puts into a post's HTML around what only some members see. */
const begin = /<!--\s{0,9}kg-gated-block:begin\b([^>]{0,500}?)-->/g;
const end = '<!--kg-gated-block:end-->';

/** HTML of a post as Ghost made it, without the blocks that only members see. */
export function withoutGatedBlocks(html: string): ReadBody {
  let [kept, at, hidden] = ['', 0, 0];
  for (const match of html.matchAll(begin)) {
    if (match.index < at || /\bnonMember:\s*true\b/.test(match[1] ?? '')) continue;
    const stop = html.indexOf(end, match.index);
    kept += html.slice(at, match.index);
    at = stop < 0 ? html.length : stop + end.length;
    hidden += 1;
  }
  const text = kept + html.slice(at);
  const leftOut = Array.from({ length: hidden }, () => ({ why: 'members', name: 'html' }) as const);
  return { pieces: text.trim() === '' ? [] : [{ format: 'html', text }], leftOut };
}
