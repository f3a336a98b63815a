import { createLog } from '../../src/server/log.ts';
import { startServer } from '../../src/server/start-server.ts';
import { readSettings } from '../../src/env.ts';
import { testDatabase } from './database.ts';
import { post, resource, seed, series } from './seed.ts';

/** Anything with an `after` hook: a test's context. */
interface Owner {
  after(hook: () => Promise<void>): void;
}

/** A picture that the seed can store: its bytes are those that seeds store, their hash is the address. */
const cover = {
  file: 'images/cover.svg',
  sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
  mimeType: 'image/svg+xml',
  byteSize: 3,
  width: 10,
  height: 10,
};

/** A small blog with a series whose last part is to come, over the real graph, on a real port. */
export async function serveBlog(t: Owner, env: Readonly<Record<string, string>> = {}) {
  const last: (() => Promise<void>)[] = [];
  const db = await testDatabase({ after: (hook) => last.push(hook) });
  const about = { tags: ['graphql', 'node'], authors: ['jane'], categories: ['engineering'] };
  await seed(db, {
    posts: [
      post('one', {
        ...about,
        title: 'The first part',
        cover: { image: cover, alt: 'A cover', caption: null },
      }),
      post('two', {
        ...about,
        title: 'The second part',
        markdown: '## A heading\n\nText.',
        authors: ['jane', 'joe'],
      }),
      post('three', { ...about, title: 'Another post' }),
      post('hidden', { ...about, title: 'A draft', wanted: 'draft' }),
    ],
    series: [series('journey', ['one', 'two', null])],
    resources: [resource('talk', { tags: ['graphql'], speakers: ['joe'] })],
  });
  const logLines: string[] = [];
  const log = createLog('info', { write: (text) => logLines.push(text) });
  const settings = readSettings({ NODE_ENV: 'test', PORT: '0', DRAIN_DELAY_MS: '0', ...env });
  const server = await startServer({ settings, db, log });
  t.after(async () => {
    await server.close({ delay: false });
    for (const close of last) await close();
  });
  const ask = async (query: string, variables: object = {}): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  };
  return { db, server, url: server.url, logLines, ask };
}
