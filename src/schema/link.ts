import { builder } from '../builder.ts';
import type { LabelledLink } from '../domain/site-content.ts';
import { loadWrittenUrl } from '../loaders/site.ts';

export const Link = builder.objectRef<LabelledLink>('Link').implement({
  description: 'A link with its text.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What it says.' }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where it leads; null when that is no address.',
      resolve: ({ url }, _args, scope) => loadWrittenUrl(scope, url),
    }),
  }),
});
