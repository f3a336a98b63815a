import { builder } from '../builder.ts';
import { cutSection } from '../domain/body-section.ts';
import { readStoredHtml } from '../domain/body-tree.ts';
import { withMediaOrigin } from '../domain/media-address.ts';
import { blockText } from '../domain/plain-text.ts';
import { readToc } from '../domain/stored-toc.ts';
import type { TocEntry } from '../domain/table-of-contents.ts';
import { PostBody, TableOfContentsEntry } from './post-body.ts';

/** A section as it is cut out of a stored body; `html` as it stands there. */
interface Section {
  readonly heading: TocEntry;
  readonly html: string;
}

const BodySection = builder.objectRef<Section>('BodySection').implement({
  description: 'The part of a body under one heading, down to the next heading of its level or a higher one.',
  fields: (t) => ({
    heading: t.field({
      type: TableOfContentsEntry,
      description: 'The heading that it begins with.',
      resolve: ({ heading }) => heading,
    }),
    html: t.string({
      description: "Sanitised, its heading included, each element whole. The body's footnotes are not in it.",
      resolve: ({ html }, _args, scope) => withMediaOrigin(html, scope.urls.media),
    }),
    text: t.string({
      description: 'What a reader reads of it, without any markup.',
      complexity: 2,
      resolve: ({ html }) => blockText(readStoredHtml(html)),
    }),
  }),
});

builder.prismaObjectFields(PostBody, (t) => ({
  section: t.field({
    type: BodySection,
    nullable: true,
    description: 'The part of it under one heading; null when no heading has that anchor.',
    args: {
      anchor: t.arg.string({ required: true, description: 'As in tableOfContents, with or without "#".' }),
    },
    complexity: 2,
    resolve: ({ html, toc }, args) => {
      const anchor = args.anchor.replace(/^#/, '');
      const heading = readToc(toc).find(({ id }) => id === anchor);
      const section = heading && cutSection(html, anchor);
      return section ? { heading, html: section.html } : null;
    },
  }),
}));
