import { BREAK, Kind, visit, type DocumentNode } from 'graphql';

/** Names that reach an object's prototype when somebody copies keys without care. */
const prototypeNames = new Set(['__proto__', 'constructor', 'prototype']);

/** JSON nested deeper than this is no variable of any document of ours; walking it could fill the stack. */
const maxNesting = 50;

/**
 * Says what in some JSON must not go further, or null. PostgreSQL cannot store NUL, lone surrogates are not
 * text in UTF-8, and prototype names are attacks.
 */
export function hostileJson(value: unknown, nesting = 0): string | null {
  if (typeof value === 'string') return hostileText(value);
  if (typeof value !== 'object' || value === null) return null;
  if (nesting > maxNesting) return `it is nested deeper than ${maxNesting}`;
  for (const [key, inner] of Object.entries(value)) {
    const problem = hostileName(key) ?? hostileText(key) ?? hostileJson(inner, nesting + 1);
    if (problem !== null) return problem;
  }
  return null;
}

/** The same for the strings and names that a client writes into a document. */
export function hostileDocument(document: DocumentNode): string | null {
  let problem: string | null = null;
  const stopAt = (found: string | null): unknown => {
    problem = found;
    return found === null ? undefined : BREAK;
  };
  visit(document, {
    [Kind.STRING]: (node) => stopAt(hostileText(node.value)),
    [Kind.FIELD]: (node) => stopAt(hostileName(node.alias?.value)),
    [Kind.VARIABLE]: (node) => stopAt(hostileName(node.name.value)),
    [Kind.OBJECT_FIELD]: (node) => stopAt(hostileName(node.name.value)),
  });
  return problem;
}

function hostileText(text: string): string | null {
  if (text.includes('\0')) return 'a string holds the character U+0000';
  return text.isWellFormed() ? null : 'a string holds half a surrogate pair';
}

function hostileName(name: string | undefined): string | null {
  return name !== undefined && prototypeNames.has(name) ? `the name "${name}" is not allowed` : null;
}
