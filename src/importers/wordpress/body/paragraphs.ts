import { PartEnds } from '../text/part-ends.ts';
import { escaped } from '../../text/html-source.ts';

const blockNames =
  'address article aside blockquote caption center col colgroup dd details dialog div dl dt fieldset figcaption figure ' +
  'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main map menu nav ol p section summary table tbody td ' +
  'tfoot th thead tr ul iframe video audio object';

/** What is kept as it is; its line breaks mean nothing here. */
const opaque = /<!--|<(pre|script|style|textarea|svg|select)\b[^<>]*>/gi;

const boundary = new RegExp(
  `\u{E000}\\d+\u{E001}|</?(?:${blockNames.split(' ').join('|')})(?=[\\s>/])[^<>]*>`,
  'gi',
);

/** Text directly in these is a paragraph. */
const ofParagraphs = new Set(['', 'blockquote', 'center', 'form', 'fieldset', 'details']);
/** Text in these is never one. */
const ofWords = new Set(
  'p h1 h2 h3 h4 h5 h6 figcaption caption legend summary dt address video audio object iframe figure'.split(
    ' ',
  ),
);
/** Only their elements count. */
const ofElements = new Set('table thead tbody tfoot tr ul ol dl colgroup menu'.split(' '));
const voids = new Set(['hr', 'col']);
const closedByOthers = new Set(['p']);

/**
 * What the classic editor does not store: a blank line begins a paragraph, a line break is one. Around blocks of
 * HTML nothing is added, nor within code. An address on a line of its own, which WordPress would show, is a link.
 */
export function paragraphs(html: string): string {
  const kept: string[] = [];
  const text = withoutOpaque(
    html.replace(/\r\n?/g, '\n').replace(/[\u{E000}\u{E001}]/gu, ''),
    (piece) => `\u{E000}${kept.push(piece) - 1}\u{E001}`,
  );
  const writer = new ParagraphWriter();
  let end = 0;
  for (const found of text.matchAll(boundary)) {
    writer.run(text.slice(end, found.index));
    writer.mark(found[0]);
    end = found.index + found[0].length;
  }
  writer.run(text.slice(end));
  return writer.html.replace(/\u{E000}(\d+)\u{E001}/gu, (_mark, index: string) => kept[Number(index)] ?? '');
}

function withoutOpaque(html: string, keep: (piece: string) => string): string {
  const ends = new PartEnds(html);
  let text = '';
  let done = 0;
  for (const { 0: begin, 1: name, index } of html.matchAll(opaque)) {
    if (index < done) continue;
    const from = index + begin.length;
    const end = name === undefined ? ends.find('-->', from) : ends.findEndTag(name.toLowerCase(), from);
    if (end === -1) continue;
    text += html.slice(done, index) + keep(html.slice(index, end));
    done = end;
  }
  return text + html.slice(done);
}

class ParagraphWriter {
  html = '';
  readonly #open: string[] = [];

  /** A tag of a block, a comment, or something kept. */
  mark(mark: string): void {
    this.html += `\n${mark}\n`;
    const tag = /^<(\/?)([a-z][a-z\d]*)/i.exec(mark);
    if (tag === null) return;
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '/') {
      const index = this.#open.lastIndexOf(name);
      if (index !== -1) this.#open.length = index;
      return;
    }
    if (closedByOthers.has(this.#open.at(-1) ?? '')) this.#open.pop();
    if (!voids.has(name) && !mark.endsWith('/>') && this.#open.length < 1000) this.#open.push(name);
  }

  /** What stands between two of them. */
  run(text: string): void {
    if (text.trim() === '') return;
    const within = this.#open.at(-1) ?? '';
    if (ofElements.has(within)) {
      this.html += text;
      return;
    }
    const pieces = text.split(/\n[ \t\u00a0]*\n\s*/).filter((piece) => piece.trim() !== '');
    const wrap = ofParagraphs.has(within) || (pieces.length > 1 && !ofWords.has(within));
    this.html += pieces.map((piece) => (wrap ? `<p>${lines(piece.trim())}</p>` : lines(piece))).join('\n');
  }
}

/** Line breaks outside of tags. */
function lines(text: string): string {
  const linked = text.replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gim, (_line, url: string) => {
    const address = escaped(url.replaceAll('&amp;', '&'));
    return `<a href="${address}">${address}</a>`;
  });
  return linked
    .trim()
    .replace(/<br\s*\/?>[ \t]*\n/gi, '<br />')
    .replace(/<[^<>]*>|[ \t]*\n/g, (piece) => (piece.endsWith('\n') ? '<br />\n' : piece));
}
