import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from './browser.ts';

/** What a body did to the document that showed it. */
export interface Deeds {
  /** A script of it ran. */
  readonly ran: boolean;
  /** Names of the document and of its window that it took. */
  readonly took: readonly string[];
  /** Addresses at https://evil.example that it asked for. */
  readonly asked: readonly string[];
}

/** Bodies on a server, each in a document of its own. */
export interface ServedBodies {
  readonly origin: string;
  readonly count: number;
  /** What each body did, when `told` is what the outermost page has written down. */
  readonly deeds: (told: unknown) => readonly Deeds[];
  close(): Promise<void>;
}

/** Documents open at a time. */
const atOnce = 24;

/**
 * Serves bodies to a browser. In them `alert(1)` tells the outermost page, and https://evil.example is a
 * path of this server that writes down who asks.
 *
 * @param render makes the HTML of a body that has its number in it in both ways
 */
export async function serveBodies(
  bodies: readonly string[],
  render: (body: string, number: number) => Promise<string>,
): Promise<ServedBodies> {
  const asked = bodies.map((): string[] => []);
  const documents: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response, documents, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const [number, body] of bodies.entries()) {
    const named = body
      .replaceAll('alert(1)', `top.hit(${number})`)
      .replace(/(?:https:)?\/\/evil\.example\/?/g, `${origin}/evil/${number}/`);
    documents.push(documentOf(number, await render(named, number)));
  }
  return {
    origin,
    count: bodies.length,
    deeds: (told) => bodies.map((_, number) => deedsOf(told, number, asked[number] ?? [])),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Shows them all in a browser's page, some at a time, and says what they did. */
export async function watchBodies(page: Page, served: ServedBodies): Promise<readonly Deeds[]> {
  await page.open(`${served.origin}/`);
  await page.until('typeof show === "function" && document.body !== null', 'the outermost page');
  for (let from = 0; from < served.count; from += atOnce) {
    await page.evaluate(`show(${from}, ${Math.min(served.count, from + atOnce)})`);
  }
  return served.deeds(await page.evaluate('told'));
}

function deedsOf(told: unknown, number: number, asked: readonly string[]): Deeds {
  const all = (told as Record<string, readonly string[] | undefined>)[number] ?? [];
  return { ran: all.includes('script'), took: all.filter((what) => what !== 'script'), asked };
}

function answer(
  { url = '', headers }: IncomingMessage,
  response: ServerResponse,
  documents: readonly string[],
  asked: readonly string[][],
): void {
  const [, place = '', number = ''] = url.split('/');
  const kind = headers['sec-fetch-dest'];
  const send = (type: string, text: string): void => {
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
  };
  if (place === '')
    send('text/html', `<!doctype html><title>Bodies</title><script>${outermost}</script><body>`);
  else if (place === 'watch.js') send('text/javascript', watch);
  else if (place === 'body') send('text/html', documents[Number(number)] ?? documentOf(-1, ''));
  else if (place === 'evil') {
    asked[Number(number)]?.push(url);
    if (kind === 'script') send('text/javascript', `top.hit(${number})`);
    else if (kind === 'style') send('text/css', `p { color: red }`);
    else send('text/html', `<script>top.hit(${number})</script>`);
  } else response.writeHead(place === 'quiet' ? 204 : 404).end();
}

function documentOf(number: number, html: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>Body</title>
<script src="/watch.js" data-number="${number}"></script></head><body><article>${html}</article></body></html>`;
}

/** Runs in the outermost page: shows bodies in frames and writes down what they do. */
const outermost = `
var told = {}, usual = null;
var tell = (number, what) => { (told[number] ??= []).push(what); };
var hit = (number) => tell(number, 'script');
// Whatever a body sets off has had its turn when a few requests more have come back.
var settled = async (loads) => {
  for (let seen = -1; seen !== loads.count; ) {
    seen = loads.count;
    for (let turn = 0; turn < 3; turn += 1) {
      await fetch('/quiet');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
};
var showAll = async (numbers) => {
  const loads = { count: 0 };
  const frames = numbers.map((number) => {
    const frame = document.createElement('iframe');
    frame.src = '/body/' + number;
    return frame;
  });
  await Promise.all(frames.map((frame) => new Promise((resolve) => {
    frame.onload = () => { loads.count += 1; resolve(); };
    setTimeout(resolve, 120000);
    document.body.append(frame);
  })));
  await settled(loads);
  for (const frame of frames) frame.remove();
};
var show = async (from, to) => {
  if (usual === null) await showAll([-1]);
  await showAll(Array.from({ length: to - from }, (_, index) => from + index));
};`;

/**
 * Runs before each body: looks at every name of the document and the window when the body is there, then
 * does what a reader and a careless page do: points, clicks, opens, and parses the HTML again and again.
 */
const watch = `(() => {
  const number = Number(document.currentScript.dataset.number);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => top.hit(number);
  const kindOf = (value) => typeof value === 'function' ? 'function ' + value.name : Object.prototype.toString.call(value);
  const kindsOf = (object) => {
    const kinds = {};
    for (let o = object; o !== null; o = Object.getPrototypeOf(o)) {
      for (const name of Object.getOwnPropertyNames(o)) {
        // Frames have numbers; and what holds a frame is not the body's to say.
        if (/^\\d+$/.test(name) || name === 'frameElement') continue;
        try { kinds[name] = kindOf(object[name]); } catch (error) { kinds[name] = String(error); }
      }
    }
    return kinds;
  };
  const look = () => {
    const kinds = { document: kindsOf(document), window: kindsOf(window) };
    if (number === -1) top.usual = kinds;
    for (const [object, names] of Object.entries(top.usual)) {
      for (const name of Object.keys(names)) {
        if (kinds[object][name] !== names[name]) top.tell(number, object + '.' + name);
      }
    }
  };
  const isWeb = (link) => /^(?:https?|mailto|tel):$/.test(link.protocol ?? '');
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a, area');
    if (link && isWeb(link)) event.preventDefault();
  }, true);
  addEventListener('submit', (event) => {
    if (!/^javascript:/i.test(event.submitter?.formAction || event.target.action)) event.preventDefault();
  }, true);
  const stir = () => {
    for (const element of document.querySelectorAll('article, article *')) {
      for (const type of ['mouseover', 'pointerover', 'mouseenter', 'focus', 'toggle', 'wheel', 'animationstart']) {
        element.dispatchEvent(new Event(type));
      }
      if (element.tagName === 'DETAILS') element.open = !element.open;
      if (typeof element.click === 'function') element.click();
      else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  };
  const parseAgain = () => {
    const article = document.querySelector('article');
    if (article === null) return;
    const copy = document.createElement('div');
    copy.innerHTML = article.innerHTML;
    document.body.append(copy);
    copy.innerHTML = copy.innerHTML;
    const parsed = new DOMParser().parseFromString(article.innerHTML, 'text/html').body;
    const other = document.createElement('div');
    other.innerHTML = parsed.innerHTML;
    document.body.append(other);
  };
  addEventListener('DOMContentLoaded', look);
  addEventListener('load', () => {
    for (const act of [stir, parseAgain]) try { act(); } catch {}
  });
})();`;
