import { placeOf, seriesGrammar } from './series-grammar.ts';
import type { SeriesGrammar, SeriesPlace } from './series-grammar.ts';

/** What a post says of itself. */
export interface SeriesStatement {
  readonly place: SeriesPlace;
  /** What the series is called, or is about; null when that is not said. */
  readonly name: string | null;
  readonly topic: string | null;
}

/** What is read of a text: such sentences stand at its beginning or its end. */
const readAtStart = 6_000;
const readAtEnd = 3_000;

/**
 * The sentence in which a post calls itself a part of a series: "This is the second post of our series on
 * technical debt." Null when there is none.
 *
 * @param summaries its description and summary, where "In the second post …" is about the post itself
 */
export function seriesStatement(
  body: string,
  summaries: readonly string[],
  language: string,
): SeriesStatement | null {
  const grammar = seriesGrammar(language);
  if (!grammar) return null;
  for (const text of summaries) {
    const found = read(text, grammar.opening, grammar) ?? read(text, grammar.self, grammar);
    if (found) return found;
  }
  if (!grammar.series.test(body)) return null;
  const plain = readable(body);
  const ends =
    plain.length <= readAtStart + readAtEnd
      ? [plain]
      : [plain.slice(0, readAtStart), plain.slice(-readAtEnd)];
  for (const text of ends) {
    const found = read(text, grammar.self, grammar);
    if (found) return found;
  }
  return null;
}

/** Without the marks of links and emphasis, a paragraph a line. */
function readable(body: string): string {
  return body
    .slice(0, 400_000)
    .replace(/\]\([^()\s]{0,1000}\)|\]\[[^\]\n]{0,100}\]/g, ']')
    .replace(/[[\]*_]/g, '')
    .replace(/\n(?!\s*\n)/g, ' ');
}

function read(text: string, pattern: RegExp, grammar: SeriesGrammar): SeriesStatement | null {
  const match = pattern.exec(text);
  const place = placeOf(match, grammar);
  if (!match || place === null) return null;
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 120);
  // "In the last post of this series we talked about …" is about another one.
  const sentence = (/^[^.!?\n]*/.exec(after)?.[0] ?? '').slice(0, 60);
  if (pattern === grammar.opening && grammar.past.test(sentence)) return null;
  return { place, ...titleOf(match[0], after, grammar) };
}

function titleOf(
  said: string,
  after: string,
  { words, about, named }: SeriesGrammar,
): Pick<SeriesStatement, 'name' | 'topic'> {
  const topic = about.exec(after)?.groups?.['topic'] ?? null;
  const before = said.slice(0, said.search(new RegExp(`(?:${words.series})$`, 'iu')));
  const of = new RegExp(`.*(?:^|\\s)(?:${words.of})\\s+`, 'isu');
  const name = (named.exec(before.replace(of, ' '))?.groups?.['name'] ?? '')
    .split(/\s+/)
    .filter((word) => word !== '' && !new RegExp(`^(?:${words.plain}|${words.post})$`, 'iu').test(word))
    .join(' ');
  return { name: name.length < 3 ? null : name, topic: topic === null ? null : trimTopic(topic) };
}

/** Up to where the sentence goes on to something else. */
function trimTopic(topic: string): string {
  const [first = ''] = topic.split(/,|\s(?:and we|we|where|which|that|so|to be|but)\s|\s[–—-]\s/);
  return first.trim();
}
