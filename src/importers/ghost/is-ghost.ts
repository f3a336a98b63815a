import type { Brought } from '../brought.ts';
import { ProblemList } from '../problem-list.ts';
import { openInputs } from '../files/open-inputs.ts';
import { isCandidate } from './inputs/read-inputs.ts';
import type { SourceFile } from '../files/source-file.ts';
import { isRedirectYaml } from './read-redirects.ts';

const headBytes = 65_536;
const maxFiles = 20;

/** What an export begins with, whichever wrapper it has; keys that only Ghost's tables have. */
const beginnings = [
  /^\s*\{\s*"db"\s*:\s*[[{]/,
  /^\s*\{\s*"(?:meta|data)"\s*:\s*\{\s*"(?:exported_on|version|meta|posts)"\s*:/,
  /"(?:exported_on|posts_authors|posts_tags|posts_meta|mobiledoc|lexical|comment_id|codeinjection_head)"\s*:/,
];
const redirectList = /^\s*\[\s*\{\s*"(?:from|to|permanent)"\s*:\s*(?:"|true|false)/;

/**
 * Whether an input is a Ghost export, or a file of redirects that goes with one; looks at the beginnings of
 * files only. A folder that holds posts in Markdown is a blog in Markdown, though the export that it was made
 * from may still lie in it.
 */
export async function isGhost({ path, kind }: Pick<Brought, 'path' | 'kind'>): Promise<boolean> {
  const opened = await openInputs([path], new ProblemList()).catch(() => null);
  if (opened === null) return false;
  try {
    if (kind === 'folder' && opened.files.some(({ name }) => isPost(name))) return false;
    const [only, second] = opened.files;
    if (only && !second && (await isRedirects(only))) return true;
    for (const file of opened.files.filter(({ name }) => isExportName(name)).slice(0, maxFiles))
      if (await startsLikeExport(file)) return true;
    return false;
  } finally {
    await opened.close();
  }
}

/** In Markdown, and no word about a theme or about files that posts link to. */
function isPost(name: string): boolean {
  return (
    /\.(?:md|mdx|markdown)$/i.test(name) &&
    !/(?:^|\/)(?:themes|adapters|images|media|files|__MACOSX)\//.test(name) &&
    !/(?:^|\/)(?:readme|license|licence|changelog|contributing)[^/]*$/i.test(name)
  );
}

/** Not deeper than somebody's folder around what Ghost keeps in "content/data". */
function isExportName(name: string): boolean {
  return /\.json$/i.test(name) && isCandidate(name) && name.split('/').length <= 4;
}

async function startsLikeExport(file: SourceFile): Promise<boolean> {
  const head = await headOf(file);
  return beginnings.some((beginning) => beginning.test(head));
}

async function isRedirects(file: SourceFile): Promise<boolean> {
  if (/\.ya?ml$/i.test(file.name)) return isRedirectYaml(await headOf(file));
  return /\.json$/i.test(file.name) && redirectList.test(await headOf(file));
}

async function headOf(file: SourceFile): Promise<string> {
  const bytes = await file.head(headBytes).catch(() => new Uint8Array());
  return new TextDecoder().decode(bytes);
}
