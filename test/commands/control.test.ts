/** Commands beside a running server that holds the embedded database. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { colophon, envOf, startColophon, type Env } from '../support/colophon.ts';
import { folderWith, postFile } from '../support/small-blog.ts';
import { embeddedPlace } from '../support/test-place.ts';

/** Enough to be caught in the middle of: posts are written 50 at a time. */
const many = (name: string): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 120 }, (_, n) => [
      `posts/${name}-${n}.md`,
      postFile(`${name} ${n}`, 'word '.repeat(300)),
    ]),
  );

/** A feed of one post, at an address that does not answer before it is told to. */
async function heldFeed(t: { after(hook: () => void): unknown }) {
  let answer = (): void => undefined;
  const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
  const feed = createServer((_, response) => {
    const item = { id: '1', title: 'Held', content_text: 'Text' };
    const body = { version: 'https://jsonfeed.org/version/1.1', title: 'Held', items: [item] };
    void mayAnswer.then(() => response.end(JSON.stringify(body)));
  });
  const asked = once(feed, 'request');
  feed.listen(0, '127.0.0.1');
  await once(feed, 'listening');
  t.after(() => {
    feed.closeAllConnections();
    feed.close();
  });
  const { port } = feed.address() as AddressInfo;
  return { words: ['import', `http://127.0.0.1:${port}/feed.json`, '--allow-private'], asked, answer };
}

async function serve(env: Env, words: readonly string[] = []) {
  const running = startColophon(['serve', ...words], { PORT: '0', DRAIN_DELAY_MS: '0', ...env });
  await running.says('Ctrl-C');
  const url = /GraphiQL +(http:\S+)/.exec(running.said.out)![1]!;
  const count = async (): Promise<number> => {
    const body = JSON.stringify({ query: '{ posts { totalCount } }' });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { data } = (await response.json()) as { data: { posts: { totalCount: number } } };
    return data.posts.totalCount;
  };
  return { ...running, count };
}

suite('beside a running server', () => {
  let env: Env;
  let server: Awaited<ReturnType<typeof serve>>;
  const ends: (() => Promise<void>)[] = [];
  const owner = { after: (hook: () => Promise<void>): unknown => ends.push(hook) };

  before(async () => {
    env = envOf(owner, await embeddedPlace());
    server = await serve(env, [await folderWith(owner, { 'posts/first.md': postFile('First') })]);
  });
  after(async () => {
    server.child.kill('SIGKILL');
    await server.ended;
    for (const end of ends) await end();
  });

  test('an import goes in without a restart, and reads as it does without a server', async (t) => {
    const folder = await folderWith(t, { 'posts/a.md': postFile('A'), 'posts/b.md': postFile('B') });
    const beside = await colophon(['import', folder], env);
    assert.equal(beside.code, 0, beside.err);
    assert.equal(await server.count(), 3);
    const alone = await colophon(['import', folder], envOf(t, await embeddedPlace()));
    const shared = (out: string): string => out.replace(/The database also holds.*\n/, '');
    assert.equal(shared(beside.out), alone.out);
    // How many posts there are to relate is not the same.
    const steps = (err: string): string => err.replaceAll(/^related .*\n/gm, '');
    assert.equal(steps(beside.err), steps(alone.err));
    const wrong = await colophon(['import', join(folder, 'none')], env);
    assert.equal(wrong.code, 2);
  });

  test('only the owner may open its socket', async () => {
    const control = join(env['DATA_DIR']!, 'control');
    assert.equal((await stat(control)).mode & 0o777, 0o700);
    const socket = await stat(join(control, 'socket'));
    assert.ok(socket.isSocket());
    assert.equal(socket.mode & 0o777, 0o600);
  });

  test('a second import waits for the first; Ctrl-C ends one at its next step', async (t) => {
    const held = await heldFeed(t);
    const first = startColophon(held.words, env);
    await held.asked;
    const folder = await folderWith(t, many('Apple'));
    const second = startColophon(['import', folder, '--source', 'many'], env);
    await second.says('Waiting: ');
    first.child.kill('SIGINT');
    await server.says('who asked for the job is gone: it ends at its next step');
    held.answer();
    const stopped = await first.ended;
    assert.equal(stopped.code, 130);
    assert.match(stopped.err, /^colophon: Stopped\. What was imported so far is stored/m);
    // It is in the middle of it, or just done.
    await second.says('posts 50/120');
    second.child.kill('SIGINT');
    assert.ok([0, 130].includes((await second.ended).code!));
    const { code, out } = await colophon(['import', folder, '--source', 'many'], env);
    assert.equal(code, 0);
    const [, created = 0, unchanged = 0] =
      /posts +(?:(\d+) created)?(?:, )?(?:(\d+) unchanged)?/.exec(out) ?? [];
    assert.equal(Number(created) + Number(unchanged), 120);
    assert.ok(Number(unchanged) >= 50);
  });

  test('a backup is made while it answers', async (t) => {
    const file = join(await folderWith(t, {}), 'blog.colophon');
    const { code, out, err } = await colophon(['backup', file], env);
    assert.equal(code, 0, err);
    assert.match(out, new RegExp(`^Wrote content version \\d+ with \\d+ posts to ${file} \\(`));
    assert.equal((await stat(file)).mode & 0o777, 0o600);
  });

  test('a killed server: the client says so; the next one finds a stale socket and listens again', async (t) => {
    const held = await heldFeed(t);
    const importing = startColophon(held.words, env);
    await held.asked;
    server.child.kill('SIGKILL');
    const { code, err } = await importing.ended;
    assert.equal(code, 1);
    assert.match(err, /^colophon: The server that did this has ended before it was done\. /m);
    await server.ended;
    server = await serve(env);
    const next = await heldFeed(t);
    const last = startColophon(next.words, env);
    await next.asked;
    const started = performance.now();
    server.child.kill('SIGTERM');
    await server.says('stopping on SIGTERM');
    next.answer();
    assert.equal((await server.ended).code, 0);
    assert.ok(performance.now() - started < 10_000);
    const told = await last.ended;
    assert.equal(told.code, 1);
    assert.match(told.err, /^colophon: The server was told to stop\. Stopped\. What was imported so far/m);
  });
});
