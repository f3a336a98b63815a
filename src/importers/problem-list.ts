import type { Problem, Severity } from '../domain/blog-record.ts';

/** What is wrong, why it matters and what its author can do about it. */
export interface Complaint {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** Collects what is wrong with a blog while it is read. */
export class ProblemList {
  readonly #items: Problem[] = [];

  /** The file does not go in. */
  error(file: string, line: number | null, complaint: Complaint): void {
    this.#add('error', file, line, complaint);
  }

  /** The file goes in, something in it was not understood. */
  warn(file: string, line: number | null, complaint: Complaint): void {
    this.#add('warning', file, line, complaint);
  }

  /** Nothing is wrong with the file. */
  suggest(file: string, line: number | null, complaint: Complaint): void {
    this.#add('suggestion', file, line, complaint);
  }

  /** By file, then by line. */
  sorted(): Problem[] {
    return this.#items.toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  }

  #add(severity: Severity, file: string, line: number | null, complaint: Complaint): void {
    this.#items.push({ severity, file, line, ...complaint });
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
