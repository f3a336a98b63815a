import type { Element, ElementContent, Root, Text } from 'hast';
import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import type { HighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { bundledLanguages } from 'shiki/langs';
import { textOf } from './plain-text.ts';
import { elementsOf } from './tree-elements.ts';

/** What is longer stays plain: a reader of that much code wants a file, and tokenising takes 3 µs a character. */
const maxBlockLength = 50_000;
const maxBodyLength = 200_000;
const maxLineLength = 1000;

const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '' });
const classOf = /^var\(token-([a-z-]+)\)$/;
const languageClass = /^language-([\w+#.-]+)/;

let highlighter: Promise<HighlighterCore> | null = null;
const loading = new Map<string, Promise<void>>();

/**
 * Marks the parts of code with classes: `hl-keyword`, `hl-string` and so on, listed in
 * code-stylesheet.ts. The language is the fence's first word (`rust,ignore` is Rust); a block in none that
 * shiki knows, or longer than 50,000 characters, stays as it is, and so does a line of over 1,000.
 * Grammars are loaded when first needed.
 */
export async function highlightCode(tree: Root): Promise<void> {
  let left = maxBodyLength;
  const found: { code: Element; text: string; language: string }[] = [];
  for (const { element: pre } of elementsOf(tree)) {
    const [code] = pre.children;
    if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') continue;
    const language = takeLanguage(code);
    const text = textOf(code);
    if (language === null || text.length > maxBlockLength || text.length > left) continue;
    left -= text.length;
    found.push({ code, text, language });
  }
  for (const { code, text, language } of found) {
    const ready = await highlighterFor(language);
    code.children = tokens(ready, text, language);
  }
}

/** Reads the language of a block and leaves a class of that name alone. */
function takeLanguage(code: Element): string | null {
  const { className } = code.properties;
  const written = Array.isArray(className) ? className.join(' ') : '';
  const name = languageClass
    .exec(written)?.[1]
    ?.toLowerCase()
    .replace(/[.-]+$/, '');
  delete code.properties.className;
  if (name === undefined) return null;
  code.properties.className = [`language-${name}`];
  return isBundled(name) ? name : null;
}

function isBundled(name: string): name is keyof typeof bundledLanguages {
  return Object.hasOwn(bundledLanguages, name);
}

async function highlighterFor(language: string): Promise<HighlighterCore> {
  // The engine in JavaScript is as fast once warm, but takes 2 s of work for the first C++ that it sees,
  // this one 0.5 s; and this one is what the grammars are written for.
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  });
  const ready = await highlighter;
  if (isBundled(language)) {
    const load = loading.get(language) ?? ready.loadLanguage(bundledLanguages[language]);
    loading.set(language, load);
    await load;
  }
  return ready;
}

function tokens(ready: HighlighterCore, text: string, language: string): ElementContent[] {
  const lines = ready.codeToTokensBase(text, {
    lang: language,
    theme: 'classes',
    tokenizeMaxLineLength: maxLineLength,
    // No clock decides what a body looks like.
    tokenizeTimeLimit: 0,
  });
  const nodes: ElementContent[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) append(nodes, '\n', null);
    for (const { content, color } of line) append(nodes, content, classOf.exec(color ?? '')?.[1] ?? null);
  }
  return nodes;
}

/** Adds a token; one of the kind before it joins it, and so does white space. */
function append(nodes: ElementContent[], content: string, kind: string | null): void {
  const text: Text = { type: 'text', value: content };
  const last = nodes.at(-1);
  if (kind === null || content.trim() === '') {
    if (last?.type === 'text') last.value += content;
    else nodes.push(text);
    return;
  }
  const className = `hl-${kind}`;
  const [inner] = last?.type === 'element' && classNameOf(last) === className ? last.children : [];
  if (inner?.type === 'text') inner.value += content;
  else
    nodes.push({
      type: 'element',
      tagName: 'span',
      properties: { className: [className] },
      children: [text],
    });
}

function classNameOf({ properties: { className } }: Element): string | null {
  return Array.isArray(className) ? className.join(' ') : null;
}
