import type { BodyContext } from '../body/body-context.ts';
import { linkLine } from '../body/html-pieces.ts';
import { elementorPage } from '../body/elementor-page.ts';
import { markdownContent } from '../body/markdown-content.ts';
import { postHtml, type OnUnknownPart } from '../body/post-html.ts';
import type { WxrAttachment } from '../export/attachments.ts';
import { metaValue, type WxrItem } from '../export/wxr-item.ts';
import { enclosuresOf } from './enclosures.ts';
import { withAttachments } from './attachment-links.ts';
import { linkedPages } from './linked-pages.ts';

/** What bodies are made of beside their own text. */
export interface BodySources {
  readonly attachment: (id: string) => WxrAttachment | undefined;
  /** Ids of what was uploaded with an item. */
  readonly uploadedWith: (id: string) => readonly string[];
  readonly sharedBlock: (id: string) => string | undefined;
}

/** What is told of a body. */
export interface PartReports {
  readonly onUnknown: OnUnknownPart;
  /** Called for each thing that it shows and the export does not hold: "picture". */
  readonly onMissing: (what: string) => void;
}

/** The HTML of a post as it shows; a recording, or a page it is about, that its text does not name stands below it. */
export function postBody(
  item: WxrItem,
  content: string,
  sources: BodySources,
  { onUnknown, onMissing }: PartReports,
): string {
  const context: BodyContext = {
    attachment: sources.attachment,
    attached: () => (item.id === null ? [] : sources.uploadedWith(item.id)),
    sharedBlock: sources.sharedBlock,
    onMissing,
    footnotes: footnotesOf(item),
  };
  const written = content.trim() === '' ? builtPage(item, context) : content;
  const source = isMarkdown(item) ? markdownContent(written) : written;
  const html = withAttachments(postHtml(source, context, onUnknown), sources.attachment);
  const isNew = (url: string): boolean =>
    !html.includes(url.replace(/^https?:|\/$/g, '').replaceAll('&', '&amp;'));
  const recordings = enclosuresOf(item).flatMap(({ url }) =>
    isNew(url) ? linkLine(url, fileName(url)) : [],
  );
  const pages = linkedPages(item).flatMap((url) => (isNew(url) ? linkLine(url) : []));
  return [html, ...recordings, ...pages].join('');
}

/** An author's own summary: a text like any other, of which nothing is told. */
export function excerptHtml(excerpt: string, sources: BodySources): string {
  const quiet = (): void => undefined;
  return postHtml(excerpt, { ...sources, attached: () => [], onMissing: quiet, footnotes: [] }, quiet);
}

function builtPage(item: WxrItem, context: BodyContext): string {
  const data = metaValue(item, '_elementor_data');
  return data === null ? '' : elementorPage(data, context);
}

/** As Jetpack marks it, and TextControl. */
function isMarkdown(item: WxrItem): boolean {
  return metaValue(item, '_wpcom_is_markdown') === '1' || metaValue(item, '_tc_post_format') === 'markdown';
}

function fileName(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  return last === '' ? url : last;
}

/** The block editor keeps the texts of footnotes as JSON. */
function footnotesOf(item: WxrItem): BodyContext['footnotes'] {
  const written = metaValue(item, 'footnotes');
  if (written === null) return [];
  try {
    const notes: unknown = JSON.parse(written);
    return Array.isArray(notes) ? notes.flatMap((note: unknown) => footnoteOf(note) ?? []) : [];
  } catch {
    return [];
  }
}

function footnoteOf(note: unknown): { readonly id: string; readonly content: string } | null {
  if (typeof note !== 'object' || note === null || !('id' in note) || !('content' in note)) return null;
  const { id, content } = note;
  return typeof id === 'string' && typeof content === 'string' ? { id, content } : null;
}
