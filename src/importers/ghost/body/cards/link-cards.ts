import { mapOf, rawText, textOf, type JsonMap } from '../../../fields/json-values.ts';
import { block, element, escaped } from '../../../text/html-source.ts';
import { isGhostWindow, linked } from '../links.ts';
import { figure } from './image-cards.ts';
import { htmlCard, noCard, type Card } from './card.ts';

/** Something of another site: a link to it. Its own HTML counts only where no address is known. */
export function embedCard(payload: JsonMap): Card {
  const { url, html, metadata, caption } = payload;
  const address = textOf(url);
  if (address === null) return htmlCard(rawText(html) + block('p', textOf(caption)));
  const title = textOf(mapOf(metadata)['title']) ?? address;
  return htmlCard(element('p', linked(escaped(title), address)) + block('p', textOf(caption)));
}

/** A page worth reading: its title, what it says of itself, who wrote it. */
export function bookmarkCard(payload: JsonMap): Card {
  const about = { ...payload, ...mapOf(payload['metadata']) };
  const url = textOf(payload['url']) ?? textOf(about['url']);
  const title = textOf(about['title']) ?? url;
  if (title === null) return noCard;
  const by = [textOf(about['author']), textOf(about['publisher'])].filter((name) => name !== null);
  const lines = [
    linked(escaped(title), url),
    ...[textOf(about['description']), by.length > 0 ? [...new Set(by)].join(' · ') : null].flatMap((line) =>
      line === null ? [] : [escaped(line)],
    ),
  ];
  return htmlCard(element('p', lines.join('<br>')) + block('p', textOf(payload['caption'])));
}

/** A button is a link; one that opens a window of Ghost's is nothing elsewhere. */
export function buttonCard({ buttonText, buttonUrl }: JsonMap): Card {
  const url = textOf(buttonUrl);
  if (url !== null && isGhostWindow(url)) return { leftOut: { why: 'form', name: 'button' } };
  return htmlCard(buttonOf(buttonText, buttonUrl));
}

/** A button's link as a paragraph; "" without text or address, or where it opens a window of Ghost's. */
export function buttonOf(text: unknown, url: unknown): string {
  const [label, address] = [textOf(text), textOf(url)];
  if (label === null || address === null || isGhostWindow(address)) return '';
  return element('p', linked(escaped(label), address));
}

/** A film: a link to it, behind its picture when the author chose one. */
export function videoCard(payload: JsonMap): Card {
  const { src, fileName, customThumbnailSrc, caption } = payload;
  return fileLink(src, textOf(fileName), caption, textOf(customThumbnailSrc));
}

/** A sound: a link to it. */
export function audioCard({ src, title, fileName, caption }: JsonMap): Card {
  return fileLink(src, textOf(title) ?? textOf(fileName), caption, null);
}

function fileLink(src: unknown, name: string | null, caption: unknown, picture: string | null): Card {
  const address = textOf(src);
  if (address === null) return noCard;
  const label = name ?? lastName(address);
  const shown = picture === null ? escaped(label) : `<img src="${escaped(picture)}" alt="${escaped(label)}">`;
  return htmlCard(figure(linked(shown, address), caption));
}

/** Something to download: its title, its name and size, what it is. */
export function fileCard({ src, fileTitle, fileName, fileSize, fileCaption }: JsonMap): Card {
  const address = textOf(src);
  if (address === null) return noCard;
  const name = textOf(fileName) ?? lastName(address);
  const title = textOf(fileTitle) ?? name;
  const said = [title === name ? null : name, sizeOf(fileSize)].filter((item) => item !== null).join(', ');
  const detail = said === '' ? '' : ` (${escaped(said)})`;
  const about = textOf(fileCaption);
  return htmlCard(
    element('p', linked(escaped(title), address) + detail) + block('p', about && escaped(about)),
  );
}

function sizeOf(bytes: unknown): string | null {
  const size = Number(textOf(bytes));
  if (!Number.isFinite(size) || size < 1) return null;
  const power = Math.min(3, Math.floor(Math.log10(size) / 3));
  return `${Math.round(size / 1000 ** power)} ${['B', 'kB', 'MB', 'GB'][power] ?? 'B'}`;
}

function lastName(address: string): string {
  const name = address.split(/[?#]/)[0]?.split('/').at(-1);
  return name === undefined || name === '' ? address : name;
}
