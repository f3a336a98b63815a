import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A page of a headless Chromium, driven through the DevTools protocol. */
export interface Page {
  /** Addresses that the page asked for, in order. */
  readonly requests: readonly string[];
  /** What the console and the browser's own log said: errors, warnings, policy violations. */
  readonly complaints: readonly string[];
  open(url: string): Promise<void>;
  /** The value of an expression in the page; promises are awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits until an expression is true in the page. */
  until(expression: string, what: string): Promise<void>;
  press(key: string, code: number, modifiers?: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser's command; null when there is none on this machine. */
export const browserCommand: string | null =
  names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) ?? null;

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--remote-debugging-port=0',
  '--window-size=1500,950',
];

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** Starts a browser with a profile of its own and opens an empty page. */
export async function openPage(command: string): Promise<Page> {
  const profile = await mkdtemp(join(tmpdir(), 'colophon-browser-'));
  const child = spawn(command, [...flags, `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore' });
  const port = await debuggingPort(profile);
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    readonly type: string;
    readonly webSocketDebuggerUrl: string;
  }[];
  const target = targets.find(({ type }) => type === 'page');
  if (target === undefined) throw new Error('the browser opened no page');
  const line = await connect(target.webSocketDebuggerUrl);
  for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await line.send(`${domain}.enable`);
  return drive(line, () => stop(child, profile));
}

async function debuggingPort(profile: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    if (text.includes('\n')) return text.split('\n')[0]!;
    await wait(100);
  }
  throw new Error('the browser did not start');
}

async function stop(child: ChildProcess, profile: string): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

interface Line {
  readonly requests: string[];
  readonly complaints: string[];
  readonly send: (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>;
}

async function connect(address: string): Promise<Line> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const waiting = new Map<number, (message: Message) => void>();
  const requests: string[] = [];
  const complaints: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    const params = JSON.stringify(message.params);
    if (message.method === 'Network.requestWillBeSent')
      requests.push(requestUrl(message.params).slice(0, 200));
    if (message.method === 'Log.entryAdded' || message.method === 'Runtime.exceptionThrown')
      complaints.push(params);
    if (message.method === 'Runtime.consoleAPICalled' && /"type":"(?:error|warning)"/.test(params))
      complaints.push(params);
  });
  let last = 0;
  const send: Line['send'] = async (method, params = {}) => {
    const id = (last += 1);
    const answer = new Promise<Message>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  };
  socket.addEventListener('message', ({ data }) => {
    // A dialog stops the page until somebody answers it.
    if ((JSON.parse(String(data)) as Message).method !== 'Page.javascriptDialogOpening') return;
    complaints.push('the page opened a dialog');
    void send('Page.handleJavaScriptDialog', { accept: false });
  });
  return { requests, complaints, send };
}

function requestUrl(params: Record<string, unknown> | undefined): string {
  const { url } = params?.request as { readonly url: string };
  return url;
}

function drive({ send, requests, complaints }: Line, close: () => Promise<void>): Page {
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    return (result as { readonly value?: unknown }).value;
  };
  return {
    requests,
    complaints,
    evaluate,
    close,
    open: async (url) => {
      await send('Page.navigate', { url });
    },
    until: async (expression, what) => {
      for (let tries = 0; tries < 300; tries += 1) {
        if ((await evaluate(expression)) === true) return;
        await wait(100);
      }
      throw new Error(`waited in vain for ${what}; the page complains: ${complaints.join('\n')}`);
    },
    press: async (key, code, modifiers = 0) => {
      const event = { key, windowsVirtualKeyCode: code, modifiers };
      await send('Input.dispatchKeyEvent', { ...event, type: 'keyDown' });
      await send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
    },
    screenshot: async () => Buffer.from(String((await send('Page.captureScreenshot')).data), 'base64'),
  };
}
