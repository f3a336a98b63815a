import { watchPage } from './embed-urls.ts';
import type { End, Reading } from './reading.ts';
import { put } from './reading.ts';
import { rewriteSingle } from './tag-rewrites.ts';
import { insideOf, tagOf } from './template-tags.ts';

const rawOpening = /\{\{-?\s*raw\s+(["`])/y;
const literal = /^-?\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)/;
/** Tags that stand between double braces: the Go blog's `{{image "a.png" 800}}`, Zola's `{{ youtube(id="…") }}`. */
const call = /^\s*(?:(?:image|video|iframe)\s+["`]|[a-z_]\w*\s*\()/i;

/**
 * A value at `{{`: Liquid, Nunjucks, Go templates. The value of a literal is known, whatever filters
 * follow it (`{{ "/about/" | url }}`); that of a variable is not, and it vanishes, as in
 * `{{ site.baseurl }}/about/`.
 */
export function readTemplateValue(reading: Reading, at: number): End | null {
  const raw = readRaw(reading, at);
  if (raw !== null) return raw;
  const inside = insideOf(reading, at + 2, '}}');
  if (inside === null) return null;
  const end = at + 2 + inside.length + 2;
  const escaped = /^\/\*(.*)\*\/$/s.exec(inside);
  if (escaped) {
    // Zola's way to show a shortcode: `{{/* name() */}}`.
    reading.output.write(`\\{\\{${escaped[1] ?? ''}\\}\\}`);
    return end;
  }
  const value = literal.exec(inside);
  if (value) reading.output.write(watchPage(value[1] ?? value[2] ?? value[3] ?? ''));
  else if (call.test(inside)) put(reading, rewriteSingle(tagOf(inside), false));
  return end;
}

/** The Go blog's `{{raw `…`}}` and `{{raw "<"}}`: its inside is Markdown that no template touches. */
function readRaw({ source, next, output }: Reading, at: number): End | null {
  rawOpening.lastIndex = at;
  const opened = rawOpening.exec(source);
  if (!opened) return null;
  const quote = opened[1] ?? '';
  const end = next(`${quote}}}`, rawOpening.lastIndex);
  if (end === -1) return null;
  output.write(source.slice(rawOpening.lastIndex, end));
  return end + quote.length + 2;
}
