import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { InputError, type BlogReader, type ReadBlog, type ReadOptions } from '../blog-reader.ts';
import { noFiles } from '../files/no-files.ts';
import { assembleBlog } from '../foreign/assemble-blog.ts';
import { ProblemList } from '../problem-list.ts';
import { feedBlog } from './feed-blog.ts';
import { loadFeedFile, loadFeedUrl, type LoadedFeed } from './load-feed.ts';

/** Reads one feed, from a file or an address. */
export const readFeed: BlogReader = async (inputs, options) => {
  const [input, second] = inputs;
  if (input === undefined || second !== undefined)
    throw new InputError('A feed is one file or one address. Import several one after the other.');
  const address = createHash('sha256').update(input).digest('hex');
  const known = (await options.memory?.feed(address, options.source)) ?? null;
  const before = options.follow ? known : null;
  const feed = await load(input, options, before);
  const source = options.source ?? known?.source ?? null;
  if (feed === 'unchanged' || feed.contentHash === before?.contentHash) return nothingNew(source ?? '');
  return readLoaded(feed, { input, address, options: { ...options, source } });
};

function load(
  input: string,
  { allowPrivate }: ReadOptions,
  before: Validators | null,
): Promise<LoadedFeed | 'unchanged'> {
  if (!/^https?:\/\//i.test(input)) return loadFeedFile(input);
  const { etag = null, lastModified = null } = before ?? {};
  return loadFeedUrl(input, { allowPrivate: allowPrivate ?? false, etag, lastModified });
}

interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

interface Reading {
  readonly input: string;
  readonly address: string;
  readonly options: ReadOptions;
}

async function readLoaded(loaded: LoadedFeed, { input, address, options }: Reading): Promise<ReadBlog> {
  const problems = new ProblemList();
  tellFaults(loaded, problems);
  const { feed, label, url, etag, lastModified, contentHash } = loaded;
  const host = URL.parse(feed.link ?? url ?? '')?.host ?? '';
  const source = options.source ?? (host || basename(input, extname(input)));
  const slugs = (await options.memory?.slugs(source)) ?? { known: new Map(), taken: new Set<string>() };
  const blog = feedBlog(feed, { source, label, url, slugs, problems });
  const record = await assembleBlog(blog, { problems, onProgress: options.onProgress });
  return {
    record: { ...record, isWindow: true },
    readFile: noFiles,
    trace: { address, source, etag, lastModified, contentHash },
  };
}

function tellFaults({ faults, stopped, label }: LoadedFeed, problems: ProblemList): void {
  if (faults !== null)
    problems.warn(label, faults.line, {
      what: `its XML is not well-formed (${faults.count === 1 ? 'once' : `${faults.count} times`}; first: ${faults.first})`,
      why: 'It was read as it is most likely meant.',
      todo: 'Look at what came of it, or mend the feed.',
    });
  if (stopped !== null)
    problems.error(label, null, {
      what: 'the rest of it was not read',
      why: stopped,
      todo: 'No feed needs that: check what it holds.',
    });
}

function nothingNew(source: string): ReadBlog {
  const none = {
    authors: [],
    tags: [],
    categories: [],
    posts: [],
    series: [],
    resources: [],
    redirects: [],
    problems: [],
  };
  const skipped = [{ file: source, why: 'nothing new since the last import' }];
  return { record: { source, site: null, ...none, skipped, isWindow: true }, readFile: noFiles };
}
