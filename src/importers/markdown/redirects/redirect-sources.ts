import type { Json } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import { asList, asText } from '../../fields/values.ts';
import { stemOf } from '../files/folder.ts';
import type { Folder } from '../files/folder.ts';
import { decodeText } from '../files/read-text.ts';
import { asObject } from '../../fields/plain-json.ts';

/** A redirect as its author wrote it. */
export interface WrittenRedirect {
  readonly file: string;
  readonly line: number | null;
  readonly from: string;
  readonly to: string;
}

/** `redirects.yml`: a map of old path to new, or a list of `{ from, to }` in its many spellings. */
export function listedRedirects(value: Json, file: string): WrittenRedirect[] {
  const map = asObject(value);
  if (map && !Array.isArray(map['redirects'])) {
    return Object.entries(map).flatMap(([from, target]) => {
      const to = asText(target);
      return to === null ? [] : [{ file, line: null, from, to }];
    });
  }
  return asList(map ? map['redirects'] : value).flatMap((item) => {
    const entry = asObject(item) ?? {};
    const to = asText(entry['to']) ?? asText(entry['target']) ?? asText(entry['destination']);
    return asList(entry['from'] ?? entry['source']).flatMap((old) => {
      const from = asText(old);
      return from === null || to === null ? [] : [{ file, line: null, from, to }];
    });
  });
}

/** Netlify's and Cloudflare's `_redirects`: "from to [status]"; rewrites and patterns are told and left out. */
export async function netlifyRedirects(folder: Folder, problems: ProblemList): Promise<WrittenRedirect[]> {
  const found: WrittenRedirect[] = [];
  for (const file of folder.files.keys()) {
    if (stemOf(file) !== '_redirects' || file.endsWith('.md')) continue;
    const text = decodeText(await folder.read(file, 2_000_000))?.text ?? '';
    const patterns: number[] = [];
    for (const [index, line] of text.split('\n').entries()) {
      const [from = '', to, status = '301'] = line
        .replace(/(?:^|\s)#.*$/, '')
        .trim()
        .split(/\s+/);
      if (from === '' || to === undefined) continue;
      if (/[*:]/.test(from.replace(/^https?:/, '')) || to.includes(':splat')) patterns.push(index + 1);
      else if (/^30[1278]/.test(status)) found.push({ file, line: index + 1, from, to });
    }
    if (patterns.length > 0) {
      problems.warn(file, patterns[0] ?? null, {
        what: `${patterns.length} redirects with patterns were left out`,
        why: 'Only single paths are redirected.',
        todo: 'Write out the paths that matter.',
      });
    }
  }
  return found;
}
