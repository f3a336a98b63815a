import { InputError } from '../../blog-reader.ts';
import { exportTables, hasTables, type ExportTables } from '../export-tables.ts';
import { isRedirectList, isRedirectYaml } from '../read-redirects.ts';
import { parseJson } from '../../files/parse-json.ts';
import { readSourceText } from '../../files/read-source-text.ts';
import type { SourceFile } from '../../files/source-file.ts';

/** JSON is read whole, and takes some five times its size in memory. */
const maxExportBytes = 300_000_000;
const maxYamlBytes = 5_000_000;
const tooLarge = 'Remove what is no content (members, mails) from the export, or export posts in parts.';
/** An export has one, a zip of Ghost's two or three; whoever brings more named another folder. */
const maxJsonFiles = 20;

/** What the inputs hold, each file read once. */
export interface GhostInputs {
  readonly file: string;
  readonly tables: ExportTables;
  readonly redirects: readonly Redirects[];
  /** Files that were looked at and are neither. */
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
}

/** A file of redirects: the list of a redirects.json, or the text of a redirects.yaml. */
export type Redirects =
  { readonly file: string; readonly list: unknown } | { readonly file: string; readonly yaml: string };

/**
 * Finds the export and the redirects among the files of the inputs: by what is in them, those that lie higher
 * first. A theme's files, settings and members are not opened.
 *
 * @throws {InputError} when there is no export, more than one, or one that cannot be read
 */
export async function readInputs(files: readonly SourceFile[]): Promise<GhostInputs> {
  const candidates = byDepth(files.filter(({ name }) => isCandidate(name)));
  const json = candidates.filter(({ name }) => /\.json$/i.test(name));
  const yaml = candidates.filter(({ name }) => /\.ya?ml$/i.test(name));
  const found: { file: string; tables: ExportTables }[] = [];
  const redirects: Redirects[] = [];
  const skipped: { file: string; why: string }[] = [];
  const broken: InputError[] = [];
  for (const file of json.slice(0, maxJsonFiles)) {
    const value = await jsonOf(file, broken);
    if (value === undefined) continue;
    if (isRedirectList(value)) redirects.push({ file: file.name, list: value });
    else if (hasTables(value)) found.push({ file: file.name, tables: exportTables(value, file.name) });
    else skipped.push({ file: file.name, why: 'JSON, but no Ghost export and no list of redirects' });
  }
  for (const file of yaml.slice(0, maxJsonFiles)) {
    const text = await readSourceText(file, maxYamlBytes, tooLarge);
    if (isRedirectYaml(text)) redirects.push({ file: file.name, yaml: text });
    else skipped.push({ file: file.name, why: 'no redirects' });
  }
  return { ...theOne(found, broken, skipped, redirects), redirects, skipped };
}

/** Whether a file may be an export or redirects: themes have JSON of their own, members are not for us. */
export function isCandidate(name: string): boolean {
  return (
    /\.(?:json|ya?ml)$/i.test(name) &&
    !/(?:^|\/)(?:themes|adapters|node_modules|images|media|files|__MACOSX)\//.test(name) &&
    !/(?:^|\/)(?:package(?:-lock)?\.json|routes[^/]*\.ya?ml|\.[^/]*)$/i.test(name)
  );
}

function byDepth(files: readonly SourceFile[]): SourceFile[] {
  const depth = ({ name }: SourceFile): number => name.split('/').length;
  return files.toSorted((a, b) => depth(a) - depth(b) || (a.name < b.name ? -1 : 1));
}

/** Undefined for a file that is no JSON; it counts only when no other file is the export. */
async function jsonOf(file: SourceFile, broken: InputError[]): Promise<unknown> {
  try {
    return parseJson(await readSourceText(file, maxExportBytes, tooLarge), file.name);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    broken.push(error);
    return undefined;
  }
}

function theOne(
  found: readonly { readonly file: string; readonly tables: ExportTables }[],
  broken: readonly InputError[],
  skipped: GhostInputs['skipped'],
  redirects: readonly Redirects[],
): { file: string; tables: ExportTables } {
  const [first, second] = found;
  if (second)
    throw new InputError(
      `${found.map(({ file }) => file).join(' and ')} are exports both. Import one at a time.`,
    );
  if (first) return first;
  if (broken[0]) throw broken[0];
  const other = skipped[0]?.file ?? redirects[0]?.file;
  throw new InputError(
    `There is no Ghost export here${other === undefined ? '' : ` (${other} is none)`}: a JSON file with a list of posts in "db", "data" or at its top. Export it in Ghost under Settings → Import/Export (Labs in older versions).`,
  );
}
