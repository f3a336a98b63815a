import { relatednessWeights, tagRarity } from '../../src/domain/relatedness.ts';
import type { RelatablePost, RelatednessWeights } from '../../src/domain/relatedness.ts';
import { profileOf, termWeighing } from '../../src/domain/relatedness-profile.ts';
import type { TermWeighing } from '../../src/domain/relatedness-profile.ts';
import { Ranking } from '../../src/domain/relatedness-ranking.ts';
import { languageStatistics, TermCounts } from '../../src/domain/relatedness-statistics.ts';
import { countTerms, fieldWeights } from '../../src/domain/relatedness-terms.ts';
import type { FieldWeights } from '../../src/domain/relatedness-terms.ts';
import type { Corpus } from './corpus.ts';

/** What to change of the product's ranking, to see what a part of it gives. */
export interface Variant {
  readonly fields?: Partial<FieldWeights>;
  readonly terms?: Partial<TermWeighing>;
  readonly weights?: Partial<RelatednessWeights>;
  /** Terms of a profile at most, as large blogs have. */
  readonly size?: number;
  readonly series?: false;
}

/** The product's own ranking of a corpus, with links and picks switched off. */
export async function product(
  corpus: Corpus,
  variant: Variant = {},
): Promise<(place: number) => readonly number[]> {
  const { record, posts } = corpus;
  const total = posts.length;
  const counted = posts.map(({ record: post, text, headings }) =>
    countTerms(
      {
        language: post.language,
        title: post.title,
        lead: [post.subtitle, post.description].filter((line) => line !== null),
        headings,
        topics: topicsOf(corpus, post.tags, post.categories),
        body: text,
      },
      { ...fieldWeights, ...variant.fields },
    ),
  );
  const counts = TermCounts.for(total);
  for (const { hashes } of counted) counts.add(hashes);
  const languages = new Map(
    [...Map.groupBy(record.posts, ({ language }) => language)].map(([language, of]) => [
      language,
      languageStatistics(of.map(({ publishedAt }) => publishedAt?.getTime() ?? null)),
    ]),
  );
  const weighing = { ...termWeighing, ...variant.terms };
  const tagged = frequencies(record.posts.map(({ tags }) => tags));
  const written = frequencies(record.posts.map(({ authors }) => authors));
  const relatable = record.posts.map((post, place): RelatablePost => {
    const terms = counted[place];
    if (terms === undefined) throw new Error('every post is counted');
    const posted = languages.get(post.language)?.posts ?? 0;
    return {
      id: post.key,
      language: post.language,
      translationKey: post.translationKey,
      date: post.publishedAt?.getTime() ?? null,
      tags: new Map(post.tags.map((tag) => [tag, tagRarity(total, tagged.get(tag) ?? 0)])),
      authors: new Set(
        post.authors.filter(
          (author) => (written.get(author) ?? 0) <= Math.max(2, total * termWeighing.frequent),
        ),
      ),
      series: new Set(variant.series === false ? [] : seriesOf(corpus, post.key).map(({ key }) => key)),
      linked: new Set(),
      profile: profileOf(terms, counts, posted, variant.size, weighing),
    };
  });
  const ranking = await Ranking.over(
    relatable,
    { counts, languages },
    { weights: { ...relatednessWeights, ...variant.weights } },
  );
  const ranked = await ranking.rank(relatable, 0);
  return (place) => ranked[place] ?? [];
}

function topicsOf(corpus: Corpus, tags: readonly string[], categories: readonly string[]): string[] {
  const { record } = corpus;
  return [
    ...record.tags.filter(({ slug }) => tags.includes(slug)).map(({ name }) => name),
    ...record.categories.filter(({ treePath }) => categories.includes(treePath)).map(({ name }) => name),
  ];
}

function seriesOf({ record }: Corpus, key: string) {
  return record.series.filter(({ parts }) => parts.some(({ post }) => post === key));
}

function frequencies(lists: readonly (readonly string[])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of lists.flat()) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}
