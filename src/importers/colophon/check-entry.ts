import type { z } from 'zod';
import type { ProblemList } from '../problem-list.ts';

/** What entries are checked by, and where to tell. */
export interface EntryCheck {
  readonly problems: ProblemList;
  readonly file: string;
  /** The line that a name of the entry stands in; null when nobody knows. */
  readonly lineOf: (name: string) => number | null;
}

/**
 * An entry as its type says, or null, told among the problems. What is not a field of it is told too: nothing is
 * guessed, and nothing dropped without a word.
 */
export function checkEntry<E>(
  shape: z.ZodObject & z.ZodType<E>,
  value: unknown,
  check: EntryCheck,
): E | null {
  const { problems, file, lineOf } = check;
  const parsed = shape.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.map(String) ?? [];
    problems.error(file, lineOf(path[0] ?? ''), {
      what: `${path.join('.') || 'it'} ${/^(?:is|does|has)\b/.test(issue?.message ?? '') ? '' : 'is not as an export has it: '}${issue?.message ?? ''}`,
      why: 'An export is read to the letter.',
      todo: 'Correct it, or export again.',
    });
    return null;
  }
  const unknown =
    typeof value === 'object' && value !== null
      ? Object.keys(value).filter((name) => !(name in shape.shape))
      : [];
  for (const name of unknown) {
    problems.warn(file, lineOf(name), {
      what: `"${name.slice(0, 100)}" was left out`,
      why: 'It is not a field of an export.',
      todo: 'What you want to keep beside the fields goes below "metadata".',
    });
  }
  return parsed.data;
}
