import type { AgentFacts, PageImage } from '../../domain/seo/page-facts.ts';
import { oneLine } from '../../domain/seo/page-texts.ts';
import { readLinks } from '../../domain/site-content.ts';
import type { Author } from '../../generated/prisma/client.ts';
import { imageById, loadImageUrl } from '../images.ts';
import { load } from '../loader.ts';
import type { ReadScope } from '../scope.ts';
import { loadWrittenUrl } from '../site.ts';
import { isWebAddress, loadHref } from './site-facts.ts';

/** An image for a page; null when there is none, or it has no address that a reader could follow. */
export async function loadPageImage(
  scope: ReadScope,
  id: string | null,
  alt: string | null,
): Promise<PageImage | null> {
  const image = id === null ? null : await load(scope, imageById, id);
  const url = image && (await loadImageUrl(scope, image));
  if (image === null || !isWebAddress(url)) return null;
  return { url, alt: alt === null ? null : oneLine(alt), width: image.width, height: image.height };
}

/** The same as the images of a page: one or none. */
export async function loadPageImages(
  scope: ReadScope,
  id: string | null,
  alt: string | null,
): Promise<PageImage[]> {
  const image = await loadPageImage(scope, id, alt);
  return image === null ? [] : [image];
}

/** Authors or speakers as a page tells of them. */
export function loadAgents(scope: ReadScope, authors: readonly Author[]): Promise<AgentFacts[]> {
  return Promise.all(authors.map((author) => loadAgent(scope, author)));
}

export async function loadAgent(scope: ReadScope, author: Author): Promise<AgentFacts> {
  const { name, kind, path, role, bio, avatarId, links } = author;
  const written = await Promise.all(
    [author.url, ...readLinks(links).map((link) => link.url)].map((url) => loadWrittenUrl(scope, url)),
  );
  return {
    name,
    kind,
    url: await loadHref(scope, path),
    role,
    bio,
    image: await loadPageImage(scope, avatarId, name),
    profiles: [...new Set(written.filter(isWebAddress))],
  };
}
