/** `{% raw %}{{{% endraw %}`: nothing but delimiters between the tags. */
const rawDelimiters = /\{%-?\s?raw\s?-?%\}([{}%]{1,3})\{%-?\s?endraw\s?-?%\}/g;
/** The Go blog's `{{raw "<"}}`. */
const rawSign = /\{\{raw "([<>&'])"\}\}/g;

/**
 * Code with the signs that its author had to hide from a template engine, which reads code too. Only
 * these two forms are undone: they say nothing themselves, so no post shows them to its readers.
 */
export function unescapeTemplates(code: string): string {
  return code.replace(rawDelimiters, '$1').replace(rawSign, '$1');
}
