import { element } from '../../text/html-source.ts';

/** A piece of a line with the elements that are to stand around it, such as "strong". */
export interface Run {
  readonly html: string;
  readonly marks: ReadonlySet<string>;
}

/**
 * Runs of text as HTML with as few elements as they need: of neighbours that share a mark, one element
 * holds all, and blanks at its ends stand outside it, where Markdown wants them.
 */
export function joinRuns(runs: readonly Run[]): string {
  const written: string[] = [];
  for (let at = 0; at < runs.length;) {
    const run = runs[at];
    if (!run) break;
    const [mark, length] = longestMark(runs, at);
    if (mark === null) written.push(run.html);
    else written.push(marked(mark, joinRuns(runs.slice(at, at + length).map((one) => without(one, mark)))));
    at += length;
  }
  return written.join('');
}

/** The mark that holds for most runs from here on, and for how many. */
function longestMark(runs: readonly Run[], at: number): [mark: string | null, length: number] {
  let [best, length]: [string | null, number] = [null, 1];
  for (const mark of runs[at]?.marks ?? []) {
    let end = at + 1;
    while (runs[end]?.marks.has(mark)) end += 1;
    if (best === null || end - at > length) [best, length] = [mark, end - at];
  }
  return [best, length];
}

function without({ html, marks }: Run, mark: string): Run {
  return { html, marks: new Set([...marks].filter((one) => one !== mark)) };
}

function marked(name: string, html: string): string {
  if (name === 'code') return element(name, html);
  const inside = html.trim();
  if (inside === '') return html;
  const start = html.indexOf(inside);
  return html.slice(0, start) + element(name, inside) + html.slice(start + inside.length);
}
