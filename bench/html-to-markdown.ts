/**
 * How many bodies in HTML say the same when they were made Markdown and rendered: `node bench/html-to-markdown.ts`
 * reads `../shared/corpora`; with `--list` it tells every difference.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { renderBody } from '../src/domain/render-body.ts';
import { htmlToMarkdown } from '../src/importers/foreign/html-to-markdown.ts';
import { bodiesOfJson, bodiesOfMarkdown, bodiesOfXml } from './html/bodies.ts';
import type { HtmlBody } from './html/bodies.ts';
import { differences, shownOf } from './html/compare.ts';

const corpora = join(import.meta.dirname, '../../shared/corpora');
const blogs = [
  '18f-blog',
  'golang-blog',
  'rust-blog',
  'otel-blog',
  'docusaurus-blogs',
  'devto-markdown',
  'flavours',
];
const list = process.argv.includes('--list');
const only = process.argv.slice(2).find((argument) => !argument.startsWith('-'));

async function measure(name: string, bodies: readonly HtmlBody[]): Promise<void> {
  let [same, stable, characters, milliseconds] = [0, 0, 0, 0];
  for (const { html } of bodies.slice(0, 30)) htmlToMarkdown(html);
  for (const body of bodies) {
    const start = process.cpuUsage();
    const markdown = htmlToMarkdown(body.html);
    const { user, system } = process.cpuUsage(start);
    milliseconds += (user + system) / 1000;
    characters += body.html.length;
    const { html } = await renderBody(markdown);
    const found = differences(shownOf(body.html), shownOf(html));
    const isStable = htmlToMarkdown(html) === markdown;
    if (found.length === 0) same += 1;
    if (isStable) stable += 1;
    if (list) for (const line of found) console.log(`${name} ${body.name}: ${line}`);
    if (list && !isStable) console.log(`${name} ${body.name}: a second time it is other Markdown`);
  }
  const speed = ((milliseconds / characters) * 10_000).toFixed(1);
  console.log(
    `${name}: ${same} of ${bodies.length} the same, ${stable} stable; ${speed} ms of CPU for 10,000 characters`,
  );
}

if (!existsSync(corpora)) console.log('There is no ../shared/corpora here.');
else {
  const all: readonly (readonly [string, () => HtmlBody[] | Promise<HtmlBody[]>])[] = [
    ['wxr', () => bodiesOfXml(join(corpora, 'wxr'))],
    ['feeds', () => bodiesOfXml(join(corpora, 'feeds'))],
    ['ghost', () => bodiesOfJson(join(corpora, 'ghost'))],
    ...blogs.map((blog) => [blog, () => bodiesOfMarkdown(join(corpora, blog))] as const),
  ];
  for (const [name, read] of all) if (only === undefined || only === name) await measure(name, await read());
}
