import type { BlockAttributes } from './block-marks.ts';
import { ownTitle, plain } from './tab-blocks.ts';

/** Blocks of plugins that show what a site holds, made anew at each visit, and their buttons to share and follow. */
const ofTheSite =
  /^(?!core\/)[\w-]+\/(?:query|query-loop|looper|loop-builder|posts|posts-grid|(?:[ag]b-)?post-(?:grid|carousel|timeline|masonry|list)|latest-posts|related-posts|top-posts|homepage-articles|carousel-articles|social|social-share|sharing-buttons?|like|subscriptions|blog-stats)$/;

export function isOfTheSite(name: string): boolean {
  return ofTheSite.test(name);
}

const panels = /^(?!core\/).*(?:(?:faq|accordion|toggle|panel|collapse|spoiler)[\w-]*|\/pane)$/;
const leaf = /(<(span|p|div)\b([^<>]{0,1000})>)([^<>]{1,500})(?=<\/\2>)/g;
const isTitle = /question|(?:accordion|toggle)[\w-]*title/;

/** The title of a panel that opens is told from what is in it. */
export function withPanelTitles(name: string, attributes: BlockAttributes, html: string): string {
  if (!panels.test(name)) return html;
  const title = ownTitle(attributes);
  if (title !== '' && !plain(html).includes(plain(title))) return `<p><strong>${title}</strong></p>\n${html}`;
  if (/<h[1-6][\s>]/.test(html)) return html;
  return html.replace(leaf, (whole, tag: string, _name: string, attributes: string, words: string) => {
    const classes = /\bclass="([^"]*)"/.exec(attributes)?.[1] ?? '';
    return isTitle.test(classes) && words.trim() !== '' ? `${tag}<strong>${words}</strong>` : whole;
  });
}

/** Lists with icons of Spectra are boxes. */
export function iconListItem(html: string): string {
  const [, label] = html.split(/<span\b[^<>]{0,500}icon-list__label"[^<>]{0,500}>/, 2);
  if (label === undefined) return html;
  const words = label.slice(0, Math.max(0, label.lastIndexOf('</span>')));
  const link = /<a\b[^<>]{0,500}\shref="([^"<>\s]{2,2000})"/.exec(html)?.[1];
  const isLink = link !== undefined && !words.includes('<a');
  return `<li>${isLink ? `<a href="${link}">${words}</a>` : words}</li>`;
}

export function iconList(html: string): string {
  const first = html.indexOf('<li>');
  const last = html.lastIndexOf('</li>');
  return first === -1 ? html : `\n<ul>${html.slice(first, last)}</li></ul>\n`;
}
