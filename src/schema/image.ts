import { builder } from '../builder.ts';
import { imageById, loadImageUrl } from '../loaders/images.ts';
import { load } from '../loaders/loader.ts';
import type { ReadScope } from '../loaders/scope.ts';

/** An image where it is shown: what it says depends on the place, so it has no id. */
interface ShownImage {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string | null;
  readonly caption: string | null;
}

export const Image = builder.objectRef<ShownImage>('Image').implement({
  description: 'An image where it is shown.',
  fields: (t) => ({
    url: t.field({ type: 'URL', description: 'Where it is served.', resolve: ({ url }) => url }),
    width: t.exposeInt('width', { nullable: true, description: 'In pixels; null when not known.' }),
    height: t.exposeInt('height', { nullable: true, description: 'In pixels; null when not known.' }),
    alt: t.exposeString('alt', {
      nullable: true,
      description: 'What it shows, for those who do not see it.',
    }),
    caption: t.exposeString('caption', { nullable: true, description: 'The text beneath it.' }),
  }),
});

/** The image with some id, as it is shown with some texts; null when there is none. */
export async function loadImage(
  scope: ReadScope,
  id: string | null,
  texts: { readonly alt: string | null; readonly caption?: string | null },
): Promise<ShownImage | null> {
  const image = id === null ? null : await load(scope, imageById, id);
  if (image === null) return null;
  const { width, height } = image;
  const url = await loadImageUrl(scope, image);
  return url === null ? null : { url, width, height, alt: texts.alt, caption: texts.caption ?? null };
}
