import { extensionOf } from '../files/folder.ts';
import { imageExtensions } from './image-file.ts';

/** Where addresses stand in Markdown, HTML and shortcodes. Each pattern is linear on hostile text. */
const patterns = [
  /\]\(\s{0,10}<?([^()<>\s]{1,1000})/g,
  /\]\(\s{0,10}<([^<>\n]{1,1000})>/g,
  /\b(?:src|href|data-src|poster|path|image_path)\s{0,5}=\s{0,5}["']([^"'<>\n]{1,1000})["']/gi,
  /^ {0,3}\[[^\]\n]{1,200}\]:\s{0,10}<?([^<>\s]{1,1000})/gm,
  // MyST: `{figure} a.png`, the marks of its fence being blanks here.
  /^[ \t>:]{0,100}\{(?:figure|image)\}[ \t]{1,5}(\S{1,1000})/gm,
  /\{%-?\s{0,5}(?:image|img|picture|asset_img)\s{1,5}["']?([^"'\s{}%]{1,500})/g,
];

/** References to images in a body, as they are written, each once. */
export function imageReferences(body: string): string[] {
  const found = new Set<string>();
  for (const pattern of patterns) {
    for (const [, reference = ''] of body.matchAll(pattern)) {
      if (imageExtensions.has(extensionOf(reference.replace(/[?#].*$/s, '')))) found.add(reference);
    }
  }
  return [...found];
}

/** Spellings under which a renderer may meet a reference: as written, and percent-encoded or decoded. */
export function spellings(reference: string): string[] {
  try {
    const decoded = decodeURI(reference);
    return [...new Set([reference, decoded, encodeURI(decoded)])];
  } catch {
    // Not a URI: as written is all there is.
    return [reference];
  }
}
