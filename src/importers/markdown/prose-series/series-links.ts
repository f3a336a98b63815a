import type { LinkedBody } from '../links/link-bodies.ts';
import { placeOf, seriesGrammar } from './series-grammar.ts';
import type { SeriesGrammar, SeriesPlace } from './series-grammar.ts';

/** A link that calls another post a part of the same series. */
export interface SeriesLink {
  /** Key of the other post. */
  readonly to: string;
  /** Which part it is, or where from here; `whole`: the link's text is about the series itself. */
  readonly place: SeriesPlace | 'previous' | 'next' | 'whole' | null;
  /** The sentence itself speaks of a series. */
  readonly saysSeries: boolean;
}

/** Links that name their target as a part: "in the [first post](…)", "Part 1 — [Using modules](…)". */
export function seriesLinks({ key, text, links, language }: LinkedBody): SeriesLink[] {
  const grammar = seriesGrammar(language);
  if (!grammar) return [];
  return links.flatMap(({ link, target }) => {
    if (target.kind !== 'post' || target.post.key === key || target.post.language !== language) return [];
    const sentence = sentenceAround(text, link.at, link.length);
    const place = sentence && placeNamed(sentence, grammar);
    if (!sentence || place === undefined) return [];
    const saysSeries = grammar.series.test(`${sentence.before}${sentence.label}${sentence.after}`);
    return [{ to: target.post.key, place, saysSeries }];
  });
}

interface Sentence {
  readonly before: string;
  readonly label: string;
  readonly after: string;
}

/** What stands around a link in its sentence; of a reference, around the place that uses it. */
function sentenceAround(text: string, at: number, length: number): Sentence | null {
  const head = text.slice(Math.max(0, at - 400), at);
  const definition = /(?:^|\n) {0,3}\[([^\]\n]{1,100})\]:[ \t]*<?$/.exec(head)?.[1];
  if (definition !== undefined) {
    const used = text.indexOf(`][${definition}]`);
    return used < 0 ? null : around(text, used, used + definition.length + 3);
  }
  const label = /\]\([ \t]*<?$/.exec(head);
  return label ? around(text, at - label[0].length, at + length + 1) : null;
}

function around(text: string, labelEnd: number, linkEnd: number): Sentence | null {
  const head = text.slice(Math.max(0, labelEnd - 300), labelEnd);
  const open = head.lastIndexOf('[');
  if (open < 0) return null;
  const before =
    head
      .slice(0, open)
      .split(/[.!?]\s|\n\s*\n|\n\s*[-*+\d]+[.)]?\s|\)/)
      .at(-1) ?? '';
  const after = text.slice(linkEnd, linkEnd + 80).split(/[.!?]\s|\n\s*\n|\[/)[0] ?? '';
  return { before: before.slice(-120), label: head.slice(open + 1), after };
}

/** Undefined: the link is of another kind. */
function placeNamed(
  { before, label, after }: Sentence,
  grammar: SeriesGrammar,
): SeriesLink['place'] | undefined {
  const place =
    placeOf(grammar.numbered.exec(label), grammar) ?? placeOf(lastMatch(grammar.numbered, before), grammar);
  const words = `${before} ${label}`;
  // "the last post" is the one before, not the end of the series.
  if (place !== null && place !== 'last') return place;
  if (grammar.previous.test(words)) return 'previous';
  if (grammar.next.test(words)) return 'next';
  if (place !== null) return place;
  // "A five-part series" may be anybody's.
  if (grammar.series.test(label) && !/[\d-]/.test(label)) return 'whole';
  return grammar.series.test(words + after) ? null : undefined;
}

/** A number before a link is that of the link only right before it. */
function lastMatch(pattern: RegExp, text: string): RegExpExecArray | null {
  return pattern.exec(text.slice(-40));
}
