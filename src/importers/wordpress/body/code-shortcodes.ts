import type { Shortcode } from './shortcode-tree.ts';

/** Shortcodes whose inside is code. */
const holders = ['code', 'sourcecode', 'crayon', 'cc', 'codeblock', 'source', 'geshi', 'prettify', 'pre'];

/** Of plugins that name a shortcode after each language. */
const languages = (
  'actionscript3 as3 bash shell cf coldfusion clojure clj cpp c c-sharp csharp css delphi pas pascal diff patch ' +
  'erl erlang fsharp go golang groovy html htmlscript java javafx javascript js jscript json lua matlab ' +
  'objc obj-c perl pl php powershell ps py python r rails ror ruby rb rust scala scss sql swift typescript ts vb ' +
  'vbnet xhtml xml xslt yaml yml'
).split(' ');

const named = new Set(languages);

/** Whose inside is code where they say a language; else they mark words or a formula. */
const doubtful = new Set(['highlight', 'latex', 'tex', 'math', 'katex', 'asciimath']);

/** Names whose inside is not read. */
export const codeNames: ReadonlySet<string> = new Set([...holders, ...doubtful, ...languages]);

/** Whether a shortcode of one of these names holds code. */
export function holdsCode({ name, attributes, children }: Shortcode): boolean {
  if (children === null) return false;
  const says = attributes.bare.length > 0 || ['language', 'lang'].some((key) => attributes.named.has(key));
  return !doubtful.has(name) || says;
}

/** The language of a block of code, by its shortcode. */
export function codeLanguage(
  name: string,
  named_: ReadonlyMap<string, string>,
  bare: readonly string[],
): string | null {
  if (named.has(name)) return name;
  const said = ['language', 'lang', 'type', 'brush'].flatMap((key) => named_.get(key) ?? [])[0] ?? bare[0];
  return said ?? null;
}
