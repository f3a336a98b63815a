import type { ImageRecord, Json, PostRecord } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { SourceDocument } from '../document.ts';
import { asFlag, asList, asText } from '../../fields/values.ts';
import type { ImageFinder } from '../images/image-finder.ts';
import { plainText } from '../../text/plain-text.ts';
import { resolveImage, writtenImage } from './cover.ts';
import type { AddressedPost } from './post-draft.ts';

type PostSeo = Pick<PostRecord, 'seoTitle' | 'seoDescription' | 'shareImage' | 'noIndex'>;

interface SeoContext {
  readonly images: ImageFinder;
  readonly problems: ProblemList;
}

/**
 * What a post tells search engines and cards in place of what it shows. What only repeats its title,
 * description or cover is left out.
 */
export async function postSeo(
  post: AddressedPost,
  description: string | null,
  context: SeoContext,
): Promise<PostSeo> {
  const { fields } = post.document;
  const title = asText(fields.get('seoTitle'));
  const seoTitle = title === null ? null : plainText(title);
  const seoDescription = asText(fields.get('seoDescription'));
  return {
    seoTitle: seoTitle === post.title ? null : seoTitle,
    seoDescription: seoDescription === description ? null : seoDescription,
    shareImage: await shareImage(post, context),
    noIndex: isKeptOut(post.document),
  };
}

async function shareImage(
  { key, document: { fields } }: AddressedPost,
  { images, problems }: SeoContext,
): Promise<ImageRecord | null> {
  const line = fields.lineOf('shareImage');
  const written = writtenImage(fields.get('shareImage'));
  // An image for cards is the cover too, where there is no other.
  if (written === null || written.reference === writtenImage(fields.peek('cover'))?.reference) return null;
  return resolveImage(written.reference, { file: key, line, what: 'the image for cards' }, images, problems);
}

/** `noindex: true`, `robots: noindex, nofollow` (or a list of such words), `sitemap: false`. */
function isKeptOut({ fields }: SourceDocument): boolean {
  const words = asList(fields.peek('robots')).flatMap(robotsWords);
  const forbidden = words.includes('noindex') || words.includes('none');
  if (forbidden) fields.get('robots');
  const [noIndex, excluded, sitemap] = (['noIndex', 'sitemapExclude', 'sitemap'] as const).map((name) => {
    const flag = asFlag(fields.peek(name));
    // Anything else, such as a map that says how often the page changes, is kept as metadata.
    if (flag !== null) fields.get(name);
    return flag;
  });
  return forbidden || noIndex === true || excluded === true || sitemap === false;
}

function robotsWords(value: Json): string[] {
  return (asText(value) ?? '').toLowerCase().split(/[\s,;]+/);
}
