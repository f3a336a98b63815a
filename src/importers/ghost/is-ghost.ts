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
 * files only.
 *
 * @param input absolute path of a file, a zip or a folder
 */
export async function isGhost(input: string): Promise<boolean> {
  const opened = await openInputs([input], new ProblemList()).catch(() => null);
  if (opened === null) return false;
  try {
    const [only, second] = opened.files;
    if (only && !second && (await isRedirects(only))) return true;
    for (const file of opened.files.filter(({ name }) => isExportName(name)).slice(0, maxFiles))
      if (await startsLikeExport(file)) return true;
    return false;
  } finally {
    await opened.close();
  }
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
