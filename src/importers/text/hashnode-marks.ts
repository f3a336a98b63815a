import { outsideCode } from './outside-code.ts';
import { withEdits } from './with-edits.ts';

/** `![x](address align="left")`, with or without a title; `%[address]`, a card; `%%[name]`, a form of Hashnode's own. */
const marks =
  /(!\[[^\]\n]{0,1000}\]\(\s{0,5}<?[^\s()<>]{1,2000}>?(?:\s{1,5}"[^"\n]{0,500}")?)\s{1,5}align=["']?\w{1,10}["']?\s{0,5}\)|(?<![%\w])%\[\s{0,5}(https?:\/\/[^\s[\]<>]{1,2000})\s{0,5}\]|(?<!\w)%%\[[\w-]{1,100}\]/g;

/**
 * What Hashnode's editor writes beside Markdown, as Markdown: pictures without their alignment, cards as
 * links. Code stays as it is, and so does the number of lines.
 */
export function plainHashnode(markdown: string): string {
  if (!/\salign=|%\[/.test(markdown)) return markdown;
  const visible = outsideCode(markdown);
  const edits = Array.from(visible.matchAll(marks), ({ 0: whole, 1: image, 2: address, index }) => {
    const insert = image === undefined ? (address === undefined ? '' : `<${address}>`) : `${image})`;
    return { at: index, remove: whole.length, insert };
  });
  return withEdits(markdown, edits);
}
