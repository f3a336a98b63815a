import assert from 'node:assert/strict';
import { renderBody } from '../../src/domain/render-body.ts';

/** Markdown, and the HTML that it becomes, without the breaks between blocks. */
export type MarkupCase = readonly [markdown: string, html: string];

/** Renders each and compares. */
export async function assertMarkup(cases: readonly MarkupCase[]): Promise<void> {
  for (const [markdown, expected] of cases) {
    const { html } = await renderBody(markdown);
    assert.equal(html.replace(/\s*\n\s*/g, ''), expected, markdown);
  }
}

/** The HTML of a box. */
export function boxOf(kind: string, title: string, inside: string): string {
  return `<aside class="admonition admonition-${kind}"><div class="admonition-title"><p>${title}</p></div>${inside}</aside>`;
}
