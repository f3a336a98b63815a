/** The socket of a server: where it is, and what it says to who does not speak as it does. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, suite, test } from 'node:test';
import { openControl } from '../../src/commands/control/control-server.ts';
import { JobQueue } from '../../src/commands/control/job-queue.ts';
import { findSocket } from '../../src/commands/control/socket-place.ts';
import { plainRequest } from '../../src/commands/run-import.ts';
import { createLog } from '../../src/server/log.ts';
import { testDatabase } from '../support/database.ts';
import { folderWith } from '../support/small-blog.ts';

const db = await testDatabase();
const log = createLog('silent', process.stderr);
const folder = await folderWith({ after }, {});

/** What the server says to these bytes. */
async function answerTo(dataDir: string, bytes: string): Promise<string> {
  const socket = connect({ path: findSocket(dataDir)!, allowHalfOpen: true });
  socket.write(bytes);
  try {
    return await text(socket);
  } finally {
    socket.destroy();
  }
}

suite('the control socket', () => {
  test('refuses what is no request of this version, and goes on', async () => {
    const control = await openControl({ db, dataDir: folder, queue: new JobQueue(), log });
    const request = {
      protocol: 1,
      job: 'import',
      dataDir: folder,
      request: { inputs: ['/x'], unknown: true },
    };
    for (const sent of [{ ...request, protocol: 2 }, { ...request, job: 'migrate' }, request, 'words']) {
      const said = await answerTo(folder, `${JSON.stringify(sent)}\n`);
      assert.match(said, /^\{"failed":\{"message":"The server .* is of another version\. /);
    }
    assert.match(await answerTo(folder, 'no JSON\n'), /is of another version/);
    assert.match(await answerTo(folder, 'x'.repeat(2_000_000)), /is of another version/);
    assert.match(await answerTo(folder, '{}\n'), /is of another version/);
    await control.close();
    assert.equal(findSocket(folder), null);
  });

  test('is in a temporary folder of its own where the path is too long', async () => {
    const long = join(folder, 'long'.repeat(30));
    await mkdir(long);
    const control = await openControl({ db, dataDir: long, queue: new JobQueue(), log });
    const path = findSocket(long)!;
    assert.ok(!path.startsWith(folder) && Buffer.byteLength(path) < 104);
    assert.equal((await stat(dirname(path))).mode & 0o777, 0o700);
    assert.match(await answerTo(long, '{}\n'), /is of another version/);
    await control.close();
    assert.ok(!existsSync(dirname(path)));
  });

  test(
    'closes although a client reads nothing, such as one that was suspended',
    { timeout: 60_000 },
    async () => {
      const control = await openControl({ db, dataDir: folder, queue: new JobQueue(), log });
      const socket = connect(findSocket(folder)!);
      // The answer repeats the path: more than a socket holds.
      const request = plainRequest(`/${'x'.repeat(900_000)}`);
      socket.write(`${JSON.stringify({ protocol: 1, job: 'import', dataDir: folder, request })}\n`);
      await once(socket, 'readable');
      await control.close();
      assert.equal(findSocket(folder), null);
      socket.destroy();
    },
  );

  test('is given up where none can be made, and leaves nothing behind', async (t) => {
    const file = join(folder, 'control-is-a-file');
    await mkdir(file);
    await writeFile(join(file, 'control'), '');
    await (await openControl({ db, dataDir: file, queue: new JobQueue(), log })).close();
    const long = join(folder, 'longer'.repeat(20));
    await mkdir(long);
    const temporary = process.env['TMPDIR'];
    t.after(() => {
      if (temporary === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = temporary;
    });
    process.env['TMPDIR'] = long;
    const control = await openControl({ db, dataDir: long, queue: new JobQueue(), log });
    assert.equal(findSocket(long), null);
    assert.deepEqual(await readdir(long), ['control']);
    await control.close();
  });
});

test('a queue runs one at a time; who waits may leave', async () => {
  const queue = new JobQueue();
  const order: string[] = [];
  let finish = (): void => undefined;
  const first = queue.run(() => new Promise<void>((resolve) => (finish = resolve)));
  const leaving = new AbortController();
  const second = queue.run(() => Promise.resolve(order.push('second')), {
    onWait: () => order.push('waits'),
    signal: leaving.signal,
  });
  const third = queue.run(() => Promise.resolve(order.push('third')));
  leaving.abort();
  await assert.rejects(second, { name: 'AbortError' });
  finish();
  await Promise.all([first, third]);
  assert.deepEqual(order, ['waits', 'third']);
  await queue.idle();
});
