import { parseYaml } from '../markdown/front-matter/yaml.ts';
import { ParseError } from '../markdown/front-matter/parse-error.ts';
import type { ForeignBlog } from '../foreign/foreign-blog.ts';
import type { ProblemList } from '../problem-list.ts';
import { isMap, listOf, textOf } from '../fields/json-values.ts';
import { plainSource, redirectTarget } from './redirect-pattern.ts';

type Redirects = ForeignBlog['redirects'];

interface Written {
  readonly from: unknown;
  readonly to: unknown;
}

/** More than any site has moved. */
const maxRedirects = 20_000;

/** Whether a JSON value is what Ghost calls redirects.json: a list of `{ from, to, permanent }`. */
export function isRedirectList(value: unknown): boolean {
  const [first] = listOf(value);
  return isMap(first) && 'from' in first && 'to' in first;
}

/** The redirects of a redirects.json. */
export function redirectsOfJson(value: unknown, file: string, problems: ProblemList): Redirects {
  const written = listOf(value).map((entry) =>
    isMap(entry) ? { from: entry['from'], to: entry['to'] } : null,
  );
  return usable(written, file, problems);
}

/** Whether a text is a redirects.yaml: a map of `301` or `302`. */
export function isRedirectYaml(text: string): boolean {
  return /^\s*(?:#[^\n]*\n\s*)*["']?30[12]["']?\s*:/.test(text.slice(0, 10_000));
}

/** The redirects of a redirects.yaml: `301:` and `302:` with a map of old paths to new ones. */
export function redirectsOfYaml(text: string, file: string, problems: ProblemList): Redirects {
  try {
    const { value } = parseYaml(text);
    const maps = isMap(value) ? [value['301'], value['302']].filter(isMap) : [];
    const written = maps.flatMap((map) => Object.entries(map).map(([from, to]) => ({ from, to })));
    return usable(written, file, problems);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    problems.error(file, error.line, {
      what: 'the redirects cannot be read',
      why: error.message,
      todo: 'Mend the YAML: "301:" and below it "/old/: /new/", a line each.',
    });
    return [];
  }
}

function usable(written: readonly (Written | null)[], file: string, problems: ProblemList): Redirects {
  const redirects: { from: string; to: string; place: { file: string; line: null } }[] = [];
  const patterns: string[] = [];
  for (const entry of written.slice(0, maxRedirects)) {
    const source = textOf(entry?.from);
    const from = source === null ? null : plainSource(source);
    const to = redirectTarget(textOf(entry?.to));
    if (from !== null && to !== null) redirects.push({ from, to, place: { file, line: null } });
    else patterns.push(source === null ? '(without "from")' : source.slice(0, 80));
  }
  if (patterns.length > 0) tellOfPatterns(patterns, file, problems);
  if (written.length > maxRedirects) tellOfMany(written.length, file, problems);
  return redirects;
}

function tellOfPatterns(patterns: readonly string[], file: string, problems: ProblemList): void {
  const shown = patterns.slice(0, 5).join(' · ') + (patterns.length > 5 ? ' · …' : '');
  problems.warn(file, null, {
    what: `${patterns.length} ${patterns.length === 1 ? 'redirect was' : 'redirects were'} left out: ${shown}`,
    why: 'Only redirects from one path to a path or an address are supported, not patterns (regular expressions).',
    todo: 'Write a redirect for each path that is still asked for, or set the pattern up in the web server.',
  });
}

function tellOfMany(count: number, file: string, problems: ProblemList): void {
  problems.warn(file, null, {
    what: `Of ${count} redirects the first ${maxRedirects} were read`,
    why: 'More than that are better served by a rule of the web server.',
    todo: 'Set the rest up in the web server.',
  });
}
