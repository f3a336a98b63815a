/**
 * How long searches take in the database, at 100,000 posts on the embedded one:
 *
 *   node bench/search-speed.ts [--posts 100000] [--data /tmp/colophon-search] [--queries 20]
 *
 * The posts are made up (bench/search/synthetic-posts.ts) and indexed by the code that indexes real ones. The
 * folder is kept and used again. What is timed is the SQL of a search for its first page: the statement
 * that looks up its words and the one that reads the page.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureSearches } from './search/measure-searches.ts';
import { makeIndex } from './search/make-index.ts';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '100000' },
    data: { type: 'string', default: '/tmp/colophon-search' },
    queries: { type: 'string', default: '20' },
  },
});

if (!existsSync(values.data)) await makeIndex(values.data, Number(values.posts));
await measureSearches(values.data, Number(values.queries));
