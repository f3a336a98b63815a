import { createHash } from 'node:crypto';
import { codeStylesheet } from '../domain/code-stylesheet.ts';
import type { MediaAnswer } from './media.ts';

/** Where a front end finds the colours of highlighted code: `<link rel="stylesheet" href="…/media/code.css">`. */
export const codeStylesPath = '/media/code.css';

/** The stylesheet for the classes in `PostBody.html`. Its address stays, so it is kept for a day only. */
export function codeStyles(): MediaAnswer {
  const text = codeStylesheet();
  const headers = {
    'content-type': 'text/css; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=86400',
    etag: `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`,
  };
  return { headers, bytes: new TextEncoder().encode(text) };
}
