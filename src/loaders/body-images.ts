import { absoluteUrl } from '../domain/address.ts';
import { imagesOfBody } from '../domain/stored-images.ts';
import type { StoredImage } from '../domain/stored-images.ts';
import type { PostBody } from '../generated/prisma/client.ts';
import { imageBySrc } from './images.ts';
import { load } from './loader.ts';
import { postById } from './posts.ts';
import type { ReadScope } from './scope.ts';
import { loadPageUrl, loadWrittenUrl } from './site.ts';

/** An image of a body with its absolute address. */
export interface BodyImage extends Omit<StoredImage, 'src'> {
  readonly url: string;
}

/** The images of a body in order; without those whose address leads nowhere. */
export async function loadBodyImages(scope: ReadScope, body: PostBody): Promise<BodyImage[]> {
  const images = await Promise.all(imagesOfBody(body.html).map((image) => loadImage(scope, body, image)));
  return images.filter((image) => image !== null);
}

/** Of a file of the blog its own size counts, however large it is shown. */
async function loadImage(
  scope: ReadScope,
  { postId }: PostBody,
  { src, ...shown }: StoredImage,
): Promise<BodyImage | null> {
  if (src.startsWith('/media/')) {
    const own = await load(scope, imageBySrc, src);
    const size = own?.width && own.height ? { width: own.width, height: own.height } : {};
    return { url: `${scope.urls.media}${src}`, ...shown, ...size };
  }
  const url = (await loadWrittenUrl(scope, src)) ?? (await loadUrlInPage(scope, postId, src));
  return url === null ? null : { url, ...shown };
}

/** An address that begins where the page is. */
async function loadUrlInPage(scope: ReadScope, postId: string, src: string): Promise<string | null> {
  const post = await load(scope, postById, postId);
  const page = post && (await loadPageUrl(scope, post.path));
  return page !== null && URL.canParse(src, page) ? absoluteUrl('', new URL(src, page).href) : null;
}
