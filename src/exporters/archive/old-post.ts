import { renderBody } from '../../domain/render-body.ts';
import type { PostOutline } from '../../loaders/archive/archived-posts.ts';
import { imagesOfBody } from '../../domain/stored-images.ts';

/** What an earlier version did not keep of a post, found out from what it made of it. */
export interface RecoveredPost {
  readonly summary: string | null;
  readonly images: Readonly<Record<string, string>>;
}

/**
 * Renders the Markdown again: where an image came out at another address than it has now, its reference is a file
 * of the blog; where another excerpt came out, there was a summary.
 *
 * @returns null for a post of which everything was kept
 */
export async function recoverPost(post: PostOutline): Promise<RecoveredPost | null> {
  const { markdown, html, excerptText, language } = post;
  if (post.images !== null || markdown === null || html === null) return null;
  const rendered = await renderBody(markdown, { language });
  const summary = excerptText === null || excerptText === rendered.excerptText ? null : escaped(excerptText);
  return { summary, images: moved(imagesOfBody(rendered.html), imagesOfBody(html)) };
}

type Images = readonly { readonly src: string }[];

function moved(written: Images, stored: Images): Record<string, string> {
  if (written.length !== stored.length) return {};
  return Object.fromEntries(
    written.flatMap(({ src }, index) => {
      const now = stored[index]?.src ?? '';
      return now.startsWith('/media/') && now !== src ? [[decoded(src), now]] : [];
    }),
  );
}

function decoded(reference: string): string {
  try {
    return decodeURI(reference);
  } catch {
    return reference;
  }
}

/** Plain text as Markdown that says nothing else. */
function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
