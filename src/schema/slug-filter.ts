import { builder } from '../builder.ts';
import type { SlugFilter as SlugFilterShape } from '../domain/post-filter.ts';

export const SlugFilter = builder.inputRef<SlugFilterShape>('SlugFilter').implement({
  description:
    'Slugs that an item must have. What is given must all hold; a slug that names nothing matches nothing.',
  fields: (t) => ({
    any: t.stringList({ description: 'At least one of these; an empty list is met by nothing.' }),
    all: t.stringList({ description: 'Every one of these.' }),
    none: t.stringList({ description: 'Not one of these.' }),
  }),
});
