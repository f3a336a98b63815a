import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';

/** A site on this machine whose pages the test writes, and what it was asked. */
export interface FeedServer {
  readonly origin: string;
  /** By path; served with an ETag, and 304 to whoever has it. */
  readonly pages: Map<string, string>;
  /** "GET /feed 200", oldest first. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

export async function serveFeeds(): Promise<FeedServer> {
  const pages = new Map<string, string>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    const etag = `"${createHash('sha256')
      .update(page ?? '')
      .digest('hex')}"`;
    const status = page === undefined ? 404 : request.headers['if-none-match'] === etag ? 304 : 200;
    asked.push(`${request.method ?? ''} ${request.url ?? ''} ${status}`);
    response.writeHead(status, { etag });
    response.end(status === 200 ? page : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: originOf(server), pages, asked, close: () => closed(server) };
}

function originOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** An RSS feed of these items, the newest first. */
export function rssOf(items: readonly string[]): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Far Away</title><link>https://far.example/</link><description>News from far away</description>
${items.join('\n')}</channel></rss>`;
}

/** An item of number `n`, a day after the one before. */
export function itemOf(n: number, title = `Post ${n}`): string {
  return `<item><title>${title}</title><link>https://far.example/2026/post-${n}/</link><guid isPermaLink="false">far-${n}</guid>
<pubDate>${new Date(Date.UTC(2026, 0, n)).toUTCString()}</pubDate><dc:creator>Ada Far</dc:creator><category>Rust</category>
<description>&lt;p&gt;Text of &lt;a href="/about"&gt;post ${n}&lt;/a&gt;.&lt;/p&gt;</description></item>`;
}
