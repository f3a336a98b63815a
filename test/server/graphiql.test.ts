/** The page at /graphql: its files, its policy, its ready documents, and the whole of it in a browser. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browserCommand, openPage } from '../support/browser.ts';
import { serveBlog } from '../support/served-blog.ts';

const { url, ask } = await serveBlog({ after });
const html = { headers: { accept: 'text/html' } };

interface Start {
  readonly workers: Readonly<Record<string, string>>;
  readonly graphiql: {
    readonly defaultTabs: readonly { readonly query: string }[];
  };
}

async function readPage(): Promise<{ response: Response; text: string; start: Start }> {
  const response = await fetch(`${url}/graphql`, html);
  const text = await response.text();
  const [, json = ''] = /<script type="application\/json" id="start">(.*)<\/script>/.exec(text) ?? [];
  return { response, text, start: JSON.parse(json) as Start };
}

test('the page names no other origin, and its policy allows none', async () => {
  const { response, text } = await readPage();
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.match(
    policy,
    /^default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src /,
  );
  assert.doesNotMatch(policy, /https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
  assert.deepEqual(
    [...text.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, address = '']) => address)
      .filter((to) => !to.startsWith('/graphql/')),
    [],
  );
});

test('its files may be kept for ever, their addresses hold their hash, and they come compressed', async () => {
  const { text, start } = await readPage();
  const linked = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
  for (const path of [...linked, ...Object.values(start.workers)]) {
    assert.match(path, /\.[0-9a-f]{16}\.(?:js|css|svg)$/);
    const file = await fetch(url + path, { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(file.status, 200, path);
    assert.equal(file.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(file.headers.get('content-encoding'), 'gzip');
    assert.ok((await file.bytes()).length > 100);
  }
  assert.equal((await fetch(`${url}/graphql/assets/graphiql.0000000000000000.js`)).status, 404);
});

test('the ready documents run on what is stored, and tell of it', async () => {
  const tabs = (await readPage()).start.graphiql.defaultTabs;
  const names = tabs.map(({ query }) => /^query (\w+)/m.exec(query)?.[1]);
  assert.deepEqual(names, ['ArticlePage', 'SeriesPage', 'TagPage', 'RelatedPosts', 'Search']);
  const told = ['The second part', 'Part 3 to come', 'graphql', 'Another post', '"totalCount":'];
  for (const [index, { query }] of tabs.entries()) {
    const answer = (await ask(query)) as { errors?: unknown };
    assert.equal(answer.errors, undefined, names[index]);
    assert.ok(JSON.stringify(answer).includes(told[index]!), `${names[index]} tells of "${told[index]}"`);
  }
});

test('who asks for JSON gets no page', async () => {
  const response = await fetch(`${url}/graphql?query={__typename}`, {
    headers: { accept: 'application/json' },
  });
  assert.deepEqual(await response.json(), { data: { __typename: 'Query' } });
});

const skip = browserCommand === null && 'no Chromium on this machine';

test(
  'in a browser: a query runs, docs can be read, nothing breaks the policy or leaves the origin',
  { skip },
  async (t) => {
    const page = await openPage(browserCommand!);
    t.after(() => page.close());
    await page.open(`${url}/graphql`);
    await page.until(`document.querySelectorAll('.graphiql-tab').length === 5`, 'five tabs');
    await page.until(
      `document.querySelector('.graphiql-query-editor .view-line')?.textContent !== ''`,
      'the editor',
    );
    await page.until(`document.querySelector('.graphiql-execute-button') !== null`, 'the button');
    await page.evaluate(`document.querySelector('.graphiql-execute-button').click()`);
    await page.until(
      `document.querySelector('.result-window')?.textContent.replaceAll('\\u00a0', ' ').includes('The second part') === true`,
      'the answer',
    );
    await page.evaluate(`document.querySelector('[aria-label="Show Documentation Explorer"]').click()`);
    await page.until(`document.querySelector('a.graphiql-doc-explorer-type-name') !== null`, 'the docs');
    await page.evaluate(`document.querySelector('a.graphiql-doc-explorer-type-name').click()`);
    await page.until(`document.body.textContent.includes('Everything that can be read.')`, 'the docs');
    const foreign = page.requests.filter((to) => !to.startsWith(url) && !to.startsWith('data:'));
    assert.deepEqual(foreign, []);
    assert.deepEqual(page.complaints, []);
  },
);
