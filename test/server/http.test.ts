/** The port: time limits, draining, and what is said when it cannot be had. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { readSettings } from '../../src/env.ts';
import { listen, type Listening } from '../../src/server/http.ts';

type Handle = Parameters<typeof listen>[0]['handle'];

const answerAtOnce: Handle = (_request, response) => response.end('answer');

async function start(t: TestContext, env: Record<string, string>, handle: Handle): Promise<Listening> {
  const readiness = { stopping: false, stop: () => (readiness.stopping = true) };
  const settings = readSettings({ PORT: '0', DRAIN_DELAY_MS: '0', ...env });
  const server = await listen({ settings, readiness, handle });
  t.after(() => server.close({ delay: false }));
  return server;
}

/** Sends bytes and waits until the server has closed the connection. */
async function sendRaw(url: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return text;
}

test('headers that come too slowly close the connection', async (t) => {
  const { url } = await start(t, { HEADERS_TIMEOUT_MS: '300', REQUEST_TIMEOUT_MS: '2000' }, answerAtOnce);
  const started = performance.now();
  assert.match(await sendRaw(url, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '), /^HTTP\/1\.1 408/);
  assert.ok(performance.now() - started < 3_000);
});

test('a body that comes too slowly closes the connection', async (t) => {
  const { url } = await start(
    t,
    { HEADERS_TIMEOUT_MS: '300', REQUEST_TIMEOUT_MS: '600' },
    (incoming, response) => {
      incoming.on('end', () => response.end()).resume();
    },
  );
  assert.match(
    await sendRaw(url, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'),
    /^HTTP\/1\.1 408/,
  );
});

test('who listens at a taken port hears EADDRINUSE', async (t) => {
  const { url } = await start(t, {}, answerAtOnce);
  await assert.rejects(start(t, { PORT: new URL(url).port }, answerAtOnce), { code: 'EADDRINUSE' });
});

test('closing: what is in flight is finished, every answer says connection: close, then the port is shut', async (t) => {
  let release = (): void => undefined;
  const server = await start(t, { DRAIN_DELAY_MS: '400' }, (incoming, response) => {
    if (incoming.url === '/slow') release = () => response.end('finished');
    else response.end('answer');
  });
  const agent = new Agent({ keepAlive: true });
  t.after(() => {
    agent.destroy();
  });
  const slow = get(`${server.url}/slow`, agent);
  await wait(100);
  const closing = server.close();
  const during = await get(server.url, agent);
  assert.equal(during.headers.connection, 'close');
  await wait(500);
  await assert.rejects(get(server.url, agent), { code: 'ECONNREFUSED' });
  release();
  assert.equal((await slow).text, 'finished');
  await closing;
});

test('what does not finish in time is cut off', async (t) => {
  const server = await start(t, { DRAIN_TIMEOUT_MS: '300' }, () => undefined);
  const hanging = assert.rejects(get(server.url, new Agent()), { code: 'ECONNRESET' });
  await wait(100);
  const started = performance.now();
  await server.close();
  await hanging;
  assert.ok(performance.now() - started < 2_000);
});

test('the address that is told can be opened', async (t) => {
  const everywhere = await start(t, { HOST: '0.0.0.0' }, answerAtOnce);
  assert.match(everywhere.url, /^http:\/\/localhost:\d+$/);
});

async function get(
  url: string,
  agent: Agent,
): Promise<{ headers: IncomingMessage['headers']; text: string }> {
  const outgoing = request(url, { agent });
  outgoing.end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { headers: response.headers, text };
}
