import { builder } from '../builder.ts';
import type {
  CategoryFilter,
  NumberFilter,
  PostFilter as PostFilterShape,
  TimeFilter,
} from '../domain/post-filter.ts';
import { SlugFilter } from './slug-filter.ts';

const CategoryFilterInput = builder.inputRef<CategoryFilter>('CategoryFilter').implement({
  description: 'Categories in which a post must be filed, by slug or by tree path ("engineering/databases").',
  fields: (t) => ({
    any: t.stringList({ description: 'At least one of these; an empty list is met by nothing.' }),
    all: t.stringList({ description: 'Every one of these.' }),
    none: t.stringList({ description: 'Not one of these.' }),
    includeChildren: t.boolean({
      defaultValue: true,
      description: 'What is filed below a category is filed in it.',
    }),
  }),
});

export const DateTimeFilter = builder.inputRef<TimeFilter>('DateTimeFilter').implement({
  description: 'An interval of time. Two that meet share nothing.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'Not before this instant.' }),
    before: t.field({ type: 'DateTime', description: 'Before this instant.' }),
  }),
});

const IntFilter = builder.inputRef<NumberFilter>('IntFilter').implement({
  description: 'An interval of whole numbers, both ends included.',
  fields: (t) => ({
    min: t.int({ description: 'At least this.' }),
    max: t.int({ description: 'At most this.' }),
  }),
});

export const PostFilter = builder.inputRef<PostFilterShape>('PostFilter');

PostFilter.implement({
  description:
    'Which posts are wanted. Everything that is given must hold. At most 5 levels, 30 conditions and 200 values in all.',
  fields: (t) => ({
    tags: t.field({ type: SlugFilter, description: 'By the slugs of its tags.' }),
    categories: t.field({ type: CategoryFilterInput, description: 'By its categories.' }),
    authors: t.field({ type: SlugFilter, description: 'By the slugs of its authors.' }),
    series: t.field({ type: SlugFilter, description: 'By the slugs of the series it is in.' }),
    languages: t.stringList({ description: 'In one of these languages (BCP 47 tags).' }),
    published: t.field({ type: DateTimeFilter, description: 'By the date of publication.' }),
    readingTimeMinutes: t.field({ type: IntFilter, description: 'By the minutes it takes to read.' }),
    hasSeries: t.boolean({ description: 'Whether it is in a series.' }),
    AND: t.field({ type: [PostFilter], description: 'All of these hold.' }),
    OR: t.field({
      type: [PostFilter],
      description: 'At least one of these holds; an empty list is met by nothing.',
    }),
    NOT: t.field({ type: PostFilter, description: 'This does not hold.' }),
  }),
});
