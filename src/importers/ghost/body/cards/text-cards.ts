import { rawText, textOf, type JsonMap } from '../../../fields/json-values.ts';
import { block, element, escaped } from '../../../text/html-source.ts';
import { htmlCard, type Card } from './card.ts';

/** Markdown goes through as it is. */
export function markdownCard({ markdown }: JsonMap): Card {
  return { format: 'markdown', text: rawText(markdown) };
}

/** The author's own HTML. */
export function ownHtmlCard({ html }: JsonMap): Card {
  return htmlCard(rawText(html));
}

export function codeCard({ code, language, caption }: JsonMap): Card {
  const written = codeBlock(rawText(code), textOf(language));
  const text = textOf(caption);
  return htmlCard(text === null ? written : element('figure', written + block('figcaption', text)));
}

/** Code as a block; what is no name of a language is left out. */
export function codeBlock(code: string, language: string | null): string {
  const name = language !== null && /^[\w+#.-]{1,40}$/.test(language) ? `language-${language}` : null;
  return element('pre', element('code', escaped(code), { class: name }));
}

/** A box with an emoji, as a quote that begins with it. */
export function calloutCard({ calloutEmoji, calloutText }: JsonMap): Card {
  const emoji = textOf(calloutEmoji);
  const text = rawText(calloutText);
  const mark = emoji === null ? '' : `${escaped(emoji)} `;
  const inside = /^\s*<p\b[^<>]*>/i.test(text)
    ? text.replace(/^\s*<p\b[^<>]*>/i, (tag) => tag + mark)
    : element('p', mark + text);
  return htmlCard(text.trim() === '' ? '' : element('blockquote', inside));
}

/** A heading that opens what is under it. */
export function toggleCard({ heading, content }: JsonMap): Card {
  const title = rawText(heading).replace(/<\/?(?:p|h[1-6]|div)\b[^<>]*>/gi, '');
  const inside = rawText(content);
  return htmlCard(
    (title + inside).trim() === ''
      ? ''
      : element(
          'details',
          element('summary', title) + (/<(?:p|ul|ol)\b/i.test(inside) ? inside : block('p', inside)),
        ),
  );
}
