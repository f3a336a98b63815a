import type { Post } from '../generated/prisma/client.ts';
import { cutExcerpt } from '../domain/excerpt.ts';
import { load } from '../loaders/loader.ts';
import { newestPostFirst } from '../loaders/post-list.ts';
import { postById } from '../loaders/posts.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { partsBySeries } from '../loaders/series-parts.ts';
import type { ListOwner } from './list-owner.ts';
import { loadOwnedPosts } from './list-owner.ts';
import { loadEncodedUrl } from './page-urls.ts';
import { postFilePath } from './post-files.ts';

/** Posts in a list of links, at most. */
export const listedPosts = 500;

/** Characters that say what a link leads to. */
const noteLength = 160;

/** Text of one line that Markdown shows as it is. */
export function plainLine(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.replace(/[\\[\]<>`*_&]/g, (sign) => `\\${sign}`);
}

/** The same where a line begins with it: no heading, no list. */
function openingLine(text: string): string {
  return plainLine(text).replace(/^([#+-]|\d+(?=[.)]))/, (sign) =>
    /\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
  );
}

/** What a line of a list says, as llmstxt.org has it: a link, and a few words about it. */
export function linkLine(name: string, url: string, note: string | null = null): string {
  const about = note === null || note.trim() === '' ? '' : `: ${plainLine(cutExcerpt(note, noteLength))}`;
  return `[${plainLine(name)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})${about}`;
}

/** A post in a list: the link leads to it as Markdown. */
export async function postLine(scope: ReadScope, post: Post): Promise<string> {
  const url = await loadEncodedUrl(scope, await postFilePath(scope, post, '.md'));
  return `- ${linkLine(post.title, url, post.description ?? post.excerptText)}`;
}

/** What stands over a list: a title, and what it is about. */
export function headLines(title: string, about: string | null): string[] {
  return [
    `# ${plainLine(title)}`,
    ...(about === null || about.trim() === '' ? [] : ['', `> ${openingLine(about)}`]),
  ];
}

/** A tag, an author, a category or a series as Markdown: a list of its posts, a series in its own order. */
export async function writeListMarkdown(
  scope: ReadScope,
  owner: ListOwner,
  languages: readonly string[] | null,
): Promise<string> {
  const posts =
    owner.type === 'Series' && languages === null
      ? seriesLines(scope, owner)
      : newestLines(scope, owner, languages);
  const lines = [
    ...headLines(owner.name, owner.description),
    '',
    `Page: <${await loadEncodedUrl(scope, owner.path)}>`,
    '',
    ...(await posts),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

async function newestLines(
  scope: ReadScope,
  owner: ListOwner,
  languages: readonly string[] | null,
): Promise<string[]> {
  const page = { size: listedPosts, backward: false, after: null, before: null };
  const posts = await loadOwnedPosts(scope, owner, {
    page,
    filter: null,
    order: [newestPostFirst],
    languages,
  });
  return Promise.all(posts.map((post) => postLine(scope, post)));
}

async function seriesLines(scope: ReadScope, { id }: ListOwner): Promise<string[]> {
  const parts = await load(scope, partsBySeries, id);
  return Promise.all(
    parts.map(async ({ position, title, postId, summary }) => {
      const post = postId === null ? null : await load(scope, postById, postId);
      if (post === null) return `${position}. ${plainLine(title ?? '')} (to come)`;
      const url = await loadEncodedUrl(scope, await postFilePath(scope, post, '.md'));
      return `${position}. ${linkLine(title ?? post.title, url, summary ?? post.description ?? post.excerptText)}`;
    }),
  );
}
