import { extensionOf } from './folder.ts';

const markdownExtensions = new Set([
  'md',
  'markdown',
  'mdown',
  'mkdn',
  'mkd',
  'mdx',
  'mdoc',
  'qmd',
  'rmd',
  'rmarkdown',
]);
const dataExtensions = new Set(['yml', 'yaml', 'toml', 'json']);

/** Written in Markdown, by its name. */
export function isMarkdown(path: string): boolean {
  return markdownExtensions.has(extensionOf(path));
}

/** A page in HTML, which static site generators take as a post when it has front matter. */
export function isHtml(path: string): boolean {
  return ['html', 'htm'].includes(extensionOf(path));
}

/** YAML, TOML or JSON, by its name. */
export function isData(path: string): boolean {
  return dataExtensions.has(extensionOf(path));
}
