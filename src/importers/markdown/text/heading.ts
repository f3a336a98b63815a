import { outsideCode } from '../../text/outside-code.ts';
import { plainText } from '../../text/plain-text.ts';

/** A heading of level 1 in a body. */
export interface FirstHeading {
  readonly text: string;
  /** Nothing but blank lines, comments and MDX imports stands before it. */
  readonly leading: boolean;
  /** The body without the heading. */
  readonly bodyWithout: string;
}

/** Lines that may stand before a heading without being text. */
const silentLine = /^\s*$|^(?:import|export)\s.*$/;

/** What is searched; a title further down is not one. */
const searchedCharacters = 100_000;

/**
 * The first heading of level 1, "# x" or underlined with "=". One that only prints the title by a
 * template (`# {{ page.title }}`) has no text of its own, and is found as ''.
 */
export function firstHeading(body: string): FirstHeading | null {
  const lines = body.slice(0, searchedCharacters).split('\n');
  const visible = outsideCode(body.slice(0, searchedCharacters)).split('\n');
  let leading = true;
  let at = 0;
  for (const [index, line] of visible.entries()) {
    const written = lines[index] ?? '';
    const underlined = /^ {0,3}=+\s*$/.test(visible[index + 1] ?? '') && line.trim() !== '';
    const heading = /^ {0,3}#(?:[ \t]|$)/.test(line) ? written.trim().slice(1) : null;
    if (heading !== null || underlined) {
      const end = at + written.length + 1 + (underlined ? (lines[index + 1] ?? '').length + 1 : 0);
      const text = headingText(heading ?? written);
      return { text, leading, bodyWithout: body.slice(0, at) + body.slice(end).replace(/^\n+/, '') };
    }
    if (!silentLine.test(line)) leading = false;
    at += written.length + 1;
  }
  return null;
}

const maxHeading = 1000;

/** Without a closing "#", without the `{#id}` of Pandoc and Docusaurus, and without templates. */
function headingText(heading: string): string {
  const bare = heading
    .slice(0, maxHeading)
    .trim()
    .replace(/\{#[^{}]*\}$|[ \t]#+$/, '');
  return plainText(bare.replace(/\{\{[^{}]*\}\}/g, ''));
}
