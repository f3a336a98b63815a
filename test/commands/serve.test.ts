/** `colophon serve` as whoever types it sees it. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { colophon, databaseEnv, startColophon, type Env, type Running } from '../support/colophon.ts';
import { folderWith, postFile, writeIn } from '../support/small-blog.ts';
import { serverUrl } from '../support/server-template.ts';
import { until } from '../support/until.ts';

interface Serving extends Running {
  readonly url: string;
  readonly titles: () => Promise<readonly string[]>;
}

async function serve(
  t: { after(hook: () => void): void },
  words: readonly string[],
  env: Env,
): Promise<Serving> {
  const running = startColophon(['serve', ...words], { PORT: '0', DRAIN_DELAY_MS: '0', ...env });
  t.after(() => running.child.kill('SIGKILL'));
  await running.says('Ctrl-C');
  const url = /GraphiQL +(http:\S+)\/graphql/.exec(running.said.out)![1]!;
  const titles = async (): Promise<readonly string[]> => {
    const body = JSON.stringify({
      query: '{ posts(first: 100, orderBy: { field: TITLE }) { nodes { title } } }',
    });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const { data } = (await response.json()) as { data: { posts: { nodes: { title: string }[] } } };
    return data.posts.nodes.map(({ title }) => title);
  };
  return { ...running, url, titles };
}

test('an empty database is given the sample blog only when it is the embedded one', async (t) => {
  const { said, titles, child, ended } = await serve(t, [], await databaseEnv(t));
  const sample = serverUrl === undefined;
  assert.equal((await titles()).length > 20, sample);
  assert.match(said.out, sample ? /^The sample blog: \d+ created/ : /Nothing is stored yet/);
  assert.match(said.out, /curl -s http:\S+\/graphql/);
  child.kill('SIGTERM');
  assert.equal((await ended).code, 0);
});

test('--sample brings it into any database; SIGTERM: readiness says so first, what is in flight is finished, exit 0', async (t) => {
  const env = { ...(await databaseEnv(t)), DRAIN_DELAY_MS: '1500' };
  const { url, titles, child, ended } = await serve(t, ['--sample'], env);
  assert.ok((await titles()).length > 20);
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
  child.kill('SIGTERM');
  await until(async () => (await fetch(`${url}/readyz`)).status === 503, 1_400);
  const stopping = await fetch(`${url}/readyz`);
  assert.equal(((await stopping.json()) as { status: string }).status, 'stopping');
  assert.equal(stopping.headers.get('connection'), 'close');
  assert.ok((await titles()).length > 20);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  const started = performance.now();
  assert.equal((await ended).code, 0);
  assert.ok(performance.now() - started < 10_000);
});

test('a folder is served with --watch and --prune', async (t) => {
  const due = new Date(Date.now() + 12_000);
  const folder = await folderWith(t, {
    'posts/a.md': postFile('Apple'),
    'posts/b.md': postFile('Banana'),
    'posts/due.md': `---\ntitle: Due soon\ndate: ${due.toISOString()}\n---\n\nText.\n`,
  });
  const env = await databaseEnv(t);
  const { said, url, titles, child, ended } = await serve(t, [folder, '--watch', '--prune'], env);
  assert.match(said.out, /^Imported:\n {2}posts +3 created$/m);

  await t.test('a post that falls due meanwhile is published at its time', async () => {
    const early = await titles();
    // On a machine under load it may have started after the time already.
    if (new Date() < due) assert.deepEqual(early, ['Apple', 'Banana']);
    await until(async () => (await titles()).join() === 'Apple,Banana,Due soon', 60_000);
    assert.ok(new Date() >= due);
  });

  await t.test('what is saved is taken up, and what is deleted goes', async () => {
    await writeIn(folder, 'posts/a.md', postFile('Apricot'));
    await writeIn(folder, 'posts/more/c.md', postFile('Cherry'));
    await rm(join(folder, 'posts/due.md'));
    await until(async () => (await titles()).join() === 'Apricot,Banana,Cherry', 60_000);
    // The posts are there before the import is over, and Ctrl-C would end it half way.
    await until(() => said.err.includes('imported again: '), 60_000);
  });

  await t.test('a taken port, or a data directory in use: one clear line, exit 1', async () => {
    const { port } = new URL(url);
    const other = { ...(await databaseEnv(t)), PORT: port, LOG_LEVEL: 'silent' };
    const taken = await colophon(['serve'], other);
    assert.equal(taken.code, 1);
    assert.match(
      taken.err,
      new RegExp(`^colophon: Something else listens at 127\\.0\\.0\\.1:${port}\\.[^\\n]+\\n$`, 'm'),
    );
    if (serverUrl !== undefined) return;
    const second = await colophon(['serve'], { ...env, PORT: '0', LOG_LEVEL: 'silent' });
    assert.equal(second.code, 1);
    assert.match(
      second.err,
      /^colophon: The data directory \S+ is in use by another Colophon process[^\n]+\n$/,
    );
  });

  assert.deepEqual(await titles(), ['Apricot', 'Banana', 'Cherry'], 'the first serves on');
  child.kill('SIGINT');
  assert.equal((await ended).code, 0);
});
