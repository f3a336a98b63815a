import { outsideCode } from '../text/outside-code.ts';
import type { LinkSource, LinkTarget, LinkTargets } from '../markdown/links/link-targets.ts';
import { safeAddress } from './safe-address.ts';
import { outsideTemplateCode } from './template-code.ts';
import { writtenLinks } from './written-links.ts';
import type { WrittenLink } from './written-links.ts';

/** A text whose links lead to where posts are, and where each of its links leads. */
export interface LinkedText {
  readonly markdown: string;
  readonly links: readonly { readonly link: WrittenLink; readonly target: LinkTarget }[];
}

/**
 * Makes links to other posts lead to their paths, however they are written: as files, relative, by an old
 * or an absolute address, as a generator's tag. What is code, and what names no post, stays as it is.
 */
export function rewriteLinks(body: string, from: LinkSource, targets: LinkTargets): LinkedText {
  const links = writtenLinks(outsideTemplateCode(outsideCode(body))).map((link) => ({
    link,
    target: targets.resolve(link, from),
  }));
  let markdown = '';
  let done = 0;
  for (const { link, target } of links) {
    if (link.form === 'wiki' && target.kind !== 'post') {
      // Brackets are no Markdown: what nobody has written yet stays as its name.
      markdown += body.slice(done, link.at) + escaped(link.text ?? link.address);
      done = link.at + link.length;
      continue;
    }
    if (target.kind !== 'post' || (target.tail === link.address && link.form !== 'wiki')) continue;
    const path = link.address.startsWith('#') ? '' : target.post.path;
    markdown += body.slice(done, link.at) + written(link, target.post.title, path + target.tail);
    done = link.at + link.length;
  }
  return { markdown: markdown + body.slice(done), links };
}

function written({ form, text, address: bare }: WrittenLink, title: string, address: string): string {
  const safe = safeAddress(address);
  if (form === 'wiki') return `[${escaped(text ?? bare.replace(/^.*\//, '').replace(/^#/, ''))}](${safe})`;
  return form === 'tag' || form === 'auto' ? `[${escaped(text ?? title)}](${safe})` : safe;
}

function escaped(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}
