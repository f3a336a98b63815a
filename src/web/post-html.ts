import { createHash } from 'node:crypto';
import { codeStylesheet } from '../domain/code-stylesheet.ts';
import { pageTitle } from '../domain/seo/page-texts.ts';
import type { LoadedPost } from './load-post.ts';
import { emptyElement, escapeXml, lines, textElement } from './xml-text.ts';
import type { Attributes } from './xml-text.ts';

const layout = `:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 system-ui, sans-serif; }
img { max-width: 100%; height: auto; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid #8886; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; }
table { border-collapse: collapse; } td, th { border: 1px solid #8886; padding: 0.25rem 0.5rem; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid #8886; }
`;
const styles = `${layout}${codeStylesheet()}`;
const styleHash = createHash('sha256').update(styles).digest('base64');

/** Nothing runs on such a page, and nobody may frame it; its own styles and pictures show. */
export const postHtmlCsp = [
  "default-src 'none'",
  'img-src http: https: data:',
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A post as a page that needs nothing else. Its body was sanitised when it was written. */
export function writePostHtml(loaded: LoadedPost): string {
  const { post, site, cover } = loaded;
  const page = { lang: post.language, dir: 'auto' };
  return `${lines(
    '<!doctype html>',
    `<html${written(page)}>`,
    '<head>',
    '<meta charset="utf-8">',
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    textElement('title', post.seoTitle ?? pageTitle(post.title, site.name)),
    tag('meta', { name: 'description', content: post.seoDescription ?? post.description ?? loaded.excerpt }),
    tag('link', { rel: 'canonical', href: loaded.canonicalUrl }),
    ...loaded.translations.map(({ language, url }) =>
      tag('link', { rel: 'alternate', hreflang: language, href: url }),
    ),
    tag('link', { rel: 'alternate', type: 'text/markdown', href: loaded.files.get('.md') }),
    post.noIndex ? tag('meta', { name: 'robots', content: 'noindex' }) : null,
    `<style>${styles}</style>`,
    '</head>',
    '<body>',
    '<article>',
    '<header>',
    textElement('h1', post.title, { dir: 'auto' }),
    textElement('p', post.subtitle, { dir: 'auto' }),
    byline(loaded),
    cover && tag('img', { src: cover.url, alt: cover.alt ?? '', width: cover.width, height: cover.height }),
    '</header>',
    loaded.html,
    '</article>',
    '</body>',
    '</html>',
  )}\n`;
}

function byline({ authors, post, series }: LoadedPost): string {
  const names = authors
    .map(({ name, url }) => textElement('a', name, { rel: 'author', href: url }))
    .join(', ');
  const date = post.publishedAt?.toISOString();
  const time = date === undefined ? '' : textElement('time', date.slice(0, 10), { datetime: date });
  const places = series.map(
    ({ series: of, url, part, total }) =>
      `${textElement('a', of?.title ?? '', { href: url })} ${part.position}/${total}`,
  );
  const parts = [names, time, ...places].filter((text) => text !== '');
  return parts.length === 0 ? '' : `<p>${parts.join(' · ')}</p>`;
}

/** An element of HTML that has no end. */
function tag(name: string, attributes: Attributes): string {
  return emptyElement(name, attributes).replace(/\/>$/, '>');
}

function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}
