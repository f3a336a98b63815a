import { builder } from '../builder.ts';
import { withMediaOrigin } from '../domain/media-address.ts';
import { readToc } from '../domain/stored-toc.ts';
import type { TocEntry } from '../domain/table-of-contents.ts';
import { loadBodyImages } from '../loaders/body-images.ts';
import { Image } from './image.ts';

export const TableOfContentsEntry = builder.objectRef<TocEntry>('TableOfContentsEntry').implement({
  description: 'A heading of a body.',
  fields: (t) => ({
    // Not "id": clients' caches take a field of that name for a global id, and "introduction" is in every post.
    anchor: t.exposeString('id', {
      description: 'The id attribute of the heading in the HTML, for links to it.',
    }),
    text: t.exposeString('text', { description: 'What it says, as plain text.' }),
    level: t.exposeInt('level', { description: '1 to 6, as in h1 to h6.' }),
    parentAnchor: t.exposeString('parentId', {
      nullable: true,
      description: 'Anchor of the heading it stands under; null at the top.',
    }),
  }),
});

export const PostBody = builder.prismaObject('PostBody', {
  description: "A post's text in every form; rendered when it is written, not when it is read.",
  fields: (t) => ({
    markdown: t.exposeString('markdown', { description: 'As its author wrote it: CommonMark with GFM.' }),
    html: t.string({
      description:
        'Sanitised, safe to show as it is. Headings have ids, images sizes, code classes whose colours are at /media/code.css.',
      resolve: ({ html }, _args, scope) => withMediaOrigin(html, scope.urls.media),
    }),
    text: t.exposeString('text', { description: 'What a reader reads, without any markup.' }),
    tableOfContents: t.field({
      type: [TableOfContentsEntry],
      description: 'Its headings in order; parentAnchor makes a tree of them.',
      resolve: (body) => readToc(body.toc),
    }),
    images: t.field({
      type: [Image],
      description:
        'The images in it, in order. Width and height are those of the file when it is one of the blog, else those that the HTML says.',
      complexity: 2,
      resolve: (body, _args, scope) => loadBodyImages(scope, body),
    }),
  }),
});
