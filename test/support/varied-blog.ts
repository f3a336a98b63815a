import type { BlogRecord } from '../../src/domain/blog-record.ts';
import { randomness } from './random.ts';
import { author, category, post, resource, series, tag } from './seed.ts';

export const variedTags = ['sql', 'typescript', 'css', 'rust', 'go', 'ops'];
export const variedAuthors = ['ada', 'bob', 'cleo', 'dan'];
export const variedCategories = ['eng', 'eng/db', 'eng/web', 'eng/db/tuning', 'people', 'product'];
export const variedSeries = ['saga', 'tour', 'diary'];

const words = ['Zebra', 'apple', 'Äpfel', 'mango', 'ähre', 'Été', 'zoo', '猫', 'the end', 'The End'];

/**
 * A blog whose posts have all sorts of things in common, ties in every order included; the same each time.
 * One post in ten is a draft and one is scheduled.
 */
export function variedBlog(count: number, seed = 7): Partial<BlogRecord> {
  const random = randomness(seed);
  const posts = Array.from({ length: count }, (_, index) => {
    const day = 1 + random.below(20);
    return post(`post-${index}`, {
      title: `${random.one(words)} ${random.below(4)}`,
      language: random.chance(0.2) ? 'de' : 'en',
      publishedAt: index % 10 === 3 ? new Date('2027-01-01') : new Date(Date.UTC(2026, 0, day)),
      updatedAt: random.chance(0.5) ? new Date(Date.UTC(2026, 1, 1 + random.below(9))) : null,
      wanted: index % 10 === 7 ? 'draft' : 'published',
      markdown: 'word '.repeat(1 + random.below(5) * 300),
      tags: random.some(variedTags, random.below(4)),
      authors: random.some(variedAuthors, random.below(3)),
      categories: random.some(variedCategories, random.below(3)),
      related: random.chance(0.2)
        ? [`post-${random.below(count)}`].filter((key) => key !== `post-${index}`)
        : [],
    });
  });
  const parts = (offset: number) =>
    posts
      .filter((_, index) => index % 7 === offset)
      .map(({ key }) => key)
      .concat();
  return {
    posts,
    tags: variedTags.map((slug) => tag(slug)),
    authors: variedAuthors.map((key) => author(key, { name: key === 'bob' ? 'ADA' : key })),
    categories: variedCategories.map((treePath) => category(treePath)),
    series: variedSeries.map((slug, index) => series(slug, [...parts(index), null])),
    resources: Array.from({ length: 30 }, (_, index) =>
      resource(`resource-${index}`, {
        kind: random.one(['WEBINAR', 'VIDEO', 'EBOOK', 'EVENT'] as const),
        wanted: index % 10 === 7 ? 'draft' : 'published',
        startsAt: new Date(Date.UTC(2026, 0, 1 + random.below(9))),
        tags: random.some(variedTags, random.below(4)),
        speakers: random.some(variedAuthors, random.below(3)),
      }),
    ),
  };
}
