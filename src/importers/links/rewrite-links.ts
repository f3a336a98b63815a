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
    if (target.kind !== 'post' || target.tail === link.address) continue;
    const path = link.address.startsWith('#') ? '' : target.post.path;
    markdown += body.slice(done, link.at) + written(link, target.post.title, path + target.tail);
    done = link.at + link.length;
  }
  return { markdown: markdown + body.slice(done), links };
}

function written({ form, text }: WrittenLink, title: string, address: string): string {
  const safe = safeAddress(address);
  return form === 'tag' || form === 'auto' ? `[${(text ?? title).replace(/[[\]]/g, '\\$&')}](${safe})` : safe;
}
