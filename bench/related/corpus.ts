import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BlogRecord, PostRecord } from '../../src/domain/blog-record.ts';
import { renderBody } from '../../src/domain/render-body.ts';
import { readMarkdownBlog } from '../../src/importers/markdown/read-blog.ts';
import { linksBetween, withoutLinks } from './links.ts';

/** Where the corpora are, when they are at hand. */
export const corporaFolder = join(import.meta.dirname, '../../../shared/corpora');

/** Blogs to measure on. Parameters were chosen by the mean of those without labels. */
export const corpora: readonly {
  readonly name: string;
  /** Folder of the labels' keys; null: links between posts are found here. */
  readonly labels: string | null;
  readonly hosts: RegExp;
}[] = [
  { name: '18f-blog', labels: 'content/posts/', hosts: /^18f\.gsa\.gov$/ },
  { name: 'golang-blog', labels: '_content/blog/', hosts: /^(?:go\.dev|blog\.golang\.org)$/ },
  { name: 'rust-blog', labels: null, hosts: /^blog\.rust-lang\.org$/ },
  { name: 'otel-blog', labels: null, hosts: /^opentelemetry\.io$/ },
  { name: 'docusaurus-blogs/babel', labels: null, hosts: /^babeljs\.io$/ },
  {
    name: 'docusaurus-blogs/electron',
    labels: null,
    hosts: /^(?:www\.)?electronjs\.org$|^electron\.atom\.io$/,
  },
  { name: 'docusaurus-blogs/helm', labels: null, hosts: /^(?:www\.)?helm\.sh$/ },
  { name: 'docusaurus-blogs/react-native', labels: null, hosts: /^reactnative\.dev$|^facebook\.github\.io$/ },
  { name: 'flavours/jekyll-docs', labels: null, hosts: /^jekyllrb\.com$/ },
];

/** A post as far as it may be looked at: without its links. */
export interface CorpusPost {
  readonly record: PostRecord;
  readonly text: string;
  readonly headings: readonly string[];
}

/** A blog, and which of its posts editors linked with each other. */
export interface Corpus {
  readonly name: string;
  readonly record: BlogRecord;
  readonly posts: readonly CorpusPost[];
  /** By the places of posts; hubs and posts without a neighbour are not in it. */
  readonly relevant: ReadonlyMap<number, ReadonlySet<number>>;
  /** Posts that are neither asked about nor an answer: round-ups that link to everything. */
  readonly hubs: ReadonlySet<number>;
}

/** More neighbours make a hub. */
const mostNeighbours = 20;

export async function readCorpus({ name, labels, hosts }: (typeof corpora)[number]): Promise<Corpus> {
  const { record } = await readMarkdownBlog(join(corporaFolder, name), { source: name });
  const posts: CorpusPost[] = [];
  for (const post of record.posts) {
    const { text, toc } = await renderBody(withoutLinks(post.markdown), { language: post.language });
    posts.push({ record: post, text, headings: toc.map((entry) => entry.text) });
  }
  const graph = labels === null ? linksBetween(record.posts, hosts) : labelled(name, labels, record.posts);
  const hubs = new Set(
    [...graph].filter(([, others]) => others.size > mostNeighbours).map(([place]) => place),
  );
  const relevant = new Map<number, Set<number>>();
  for (const [place, others] of graph) {
    const language = record.posts[place]?.language;
    const kept = [...others].filter(
      (other) => !hubs.has(other) && record.posts[other]?.language === language,
    );
    if (!hubs.has(place) && kept.length > 0) relevant.set(place, new Set(kept));
  }
  return { name, record, posts, relevant, hubs };
}

/** The labels' graph, in both directions. */
function labelled(name: string, folder: string, posts: readonly PostRecord[]): Map<number, Set<number>> {
  const file = join(corporaFolder, 'labels', name, 'related.json');
  const labels = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  const places = new Map(posts.map(({ key }, place) => [key.slice(folder.length), place]));
  const graph = new Map<number, Set<number>>();
  for (const [from, others] of Object.entries(labels)) {
    for (const to of Object.keys(others)) {
      const [a, b] = [places.get(from), places.get(to)];
      if (a === undefined || b === undefined || a === b) continue;
      graph.set(a, (graph.get(a) ?? new Set()).add(b));
      graph.set(b, (graph.get(b) ?? new Set()).add(a));
    }
  }
  return graph;
}
