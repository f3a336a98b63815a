import type { Counts, ContentKind, ImportReport } from '../actions/import-report.ts';
import type { Problem } from '../domain/blog-record.ts';

const kinds: readonly ContentKind[] = [
  'posts',
  'series',
  'resources',
  'authors',
  'tags',
  'categories',
  'redirects',
  'site',
];

/** Names shown of a long list; the rest is counted. */
const shown = 20;

/** What an import did, as a person reads it. */
export function reportText(
  report: ImportReport,
  { dryRun, prune }: { readonly dryRun: boolean; readonly prune: boolean },
): string {
  const lines = [
    dryRun ? 'Nothing was written. An import would do this:' : 'Imported:',
    ...kinds.flatMap((kind) => countLine(kind, report.counts[kind])),
    ...list(
      `${plural(report.skipped.length, 'file')} skipped`,
      report.skipped.map(({ file, why }) => `${file}: ${why}`),
    ),
    ...(prune
      ? []
      : list(
          `${report.missing.length} stored, but no longer in the folder; --prune removes them`,
          report.missing,
        )),
    ...problemLines(report.problems),
  ];
  return lines.join('\n');
}

/** The same in one line, for the log. */
export function reportLine({ counts, problems }: ImportReport): string {
  const sum = (outcome: keyof Counts): number =>
    kinds.reduce((total, kind) => total + counts[kind][outcome], 0);
  const parts = (['created', 'updated', 'removed', 'unchanged'] as const).map(
    (outcome) => `${sum(outcome)} ${outcome}`,
  );
  const faults = problems.filter(({ severity }) => severity !== 'suggestion');
  return [...parts, plural(faults.length, 'problem')].join(', ');
}

/** `file:line: what. Why. What to do.` */
export function problemText({ file, line, what, why, todo }: Problem): string {
  return `${file}${line === null ? '' : `:${line}`}: ${what}. ${why} ${todo}`;
}

function countLine(kind: ContentKind, counts: Counts): string[] {
  const parts = (['created', 'updated', 'removed', 'unchanged', 'missing'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`);
  return parts.length === 0 ? [] : [`  ${kind.padEnd(11)} ${parts.join(', ')}`];
}

function problemLines(problems: readonly Problem[]): string[] {
  const suggestions = problems.filter(({ severity }) => severity === 'suggestion');
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return [
    ...list(plural(suggestions.length, 'suggestion'), suggestions.map(problemText), Infinity),
    ...list(plural(warnings.length, 'warning'), warnings.map(problemText), Infinity),
    ...list(`${plural(errors.length, 'file')} did not go in`, errors.map(problemText), Infinity),
  ];
}

function list(title: string, items: readonly string[], most: number = shown): string[] {
  if (items.length === 0) return [];
  const rest = items.length > most ? [`  … and ${items.length - most} more`] : [];
  return [
    `${title}:`,
    ...items.slice(0, most).map((item) => `  ${item.replaceAll('\n', '\n    ')}`),
    ...rest,
  ];
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
