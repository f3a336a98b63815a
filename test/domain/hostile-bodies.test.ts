/**
 * Hostile bodies in a real browser, in documents that are pointed at, clicked and parsed again: as they come
 * out of the renderer, and before that as they went in, to prove that they act at all.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBody, serialiseBody } from '../../src/domain/body-tree.ts';
import { renderBody } from '../../src/domain/render-body.ts';
import { browserCommand, openPage } from '../support/browser.ts';
import { hostileBodies } from '../support/hostile-bodies.ts';
import { serveBodies, watchBodies } from '../support/hostile-page.ts';
import type { Deeds } from '../support/hostile-page.ts';

const skip = browserCommand === null && 'no Chromium on this machine';

interface Watched {
  readonly deeds: readonly Deeds[];
  /** Addresses that the browser asked others than our server for. */
  readonly elsewhere: readonly string[];
}

async function watched(
  bodies: readonly string[],
  render: (body: string, number: number) => Promise<string>,
): Promise<Watched> {
  const served = await serveBodies(bodies, render);
  const page = await openPage(browserCommand!);
  try {
    const deeds = await watchBodies(page, served);
    return { deeds, elsewhere: page.requests.filter((url) => !url.startsWith(`${served.origin}/`)) };
  } finally {
    await page.close();
    await served.close();
  }
}

const acts = ({ ran, took, asked }: Deeds): boolean => ran || took.length > 0 || asked.length > 0;

test('unsanitised, most of the hostile bodies act', { skip }, async (t) => {
  const all = Object.values(hostileBodies).flat();
  // As Markdown, and as HTML for what Markdown would keep from acting.
  const { deeds } = await watched(all, (body) =>
    Promise.resolve(`${serialiseBody(parseBody(body))}<hr>${body}`),
  );
  let number = 0;
  for (const [kind, bodies] of Object.entries(hostileBodies)) {
    const acting = bodies.filter(() => acts(deeds[number++]!)).length;
    t.diagnostic(`${kind}: ${acting} of ${bodies.length}`);
    assert.ok(acting > bodies.length / 2, `${kind}: only ${acting} of ${bodies.length}`);
  }
  assert.ok(deeds.filter(acts).length > 200);
  assert.ok(deeds.some(({ took }) => took.includes('document.cookie')));
  assert.ok(deeds.filter(({ asked }) => asked.length > 0).length > 20);
});

test(
  'rendered, none of them runs a script, takes a name or asks for more than an image',
  { skip },
  async () => {
    const all = Object.values(hostileBodies).flat();
    const groups = all.flatMap((_, index) => (index % 8 === 0 ? [all.slice(index, index + 8)] : []));
    const images = new Set<string>();
    const render = async (body: string): Promise<string> => {
      const rendered = await renderBody(body);
      for (const src of rendered.images) images.add(new URL(src, 'http://127.0.0.1').pathname);
      return rendered.html;
    };
    const articles = [...groups.map((group) => group.join('\n\n<!-- -->\n\n')), all.join('\n\n')];
    const { deeds, elsewhere } = await watched(articles, render);
    for (const [index, { ran, took, asked }] of deeds.entries()) {
      const others = asked.filter((url) => !images.has(new URL(url, 'http://127.0.0.1').pathname));
      assert.deepEqual({ ran, took, others }, { ran: false, took: [], others: [] }, articles[index]);
    }
    assert.deepEqual(elsewhere, []);
  },
);
