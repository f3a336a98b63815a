/**
 * Scores related posts against the links that editors made (bench/related/README.md):
 *
 *   node bench/related.ts             the baselines and the product, on every blog
 *   node bench/related.ts --ablation  what each signal gives
 */
import { corpora, readCorpus } from './related/corpus.ts';
import type { Corpus } from './related/corpus.ts';
import { sharedTags, tfIdf } from './related/baselines.ts';
import { measure } from './related/measure.ts';
import { product } from './related/product.ts';
import type { Variant } from './related/product.ts';

const still = { lift: 0, half: 1 };
const noTags = { lift: 0, alone: 0, few: { alone: 0, half: 1 } };

const ablation: Readonly<Record<string, Variant>> = {
  'the product': {},
  'no nearness in time': { weights: { nearDays: still, nearPosts: still } },
  'nearness by days only': { weights: { nearPosts: still } },
  "nearness by the blog's pace only": { weights: { nearDays: still } },
  'no authors': { weights: { authors: { lift: 0 } } },
  'no tags, nor words of topics': { weights: { tags: noTags }, fields: { topics: 0 } },
  'no tags but their words': { weights: { tags: noTags } },
  'no series': { series: false },
  'no pairs of words': { terms: { pair: 0 } },
  'rarity as in TF-IDF': { terms: { rarity: 1 } },
  'frequent words kept': { terms: { frequent: 1 } },
  'title as body': { fields: { title: 1 } },
  'headings as body': { fields: { headings: 0 } },
  'no description': { fields: { lead: 0 } },
  'profiles of 300 terms': { size: 300 },
  'text alone': {
    weights: {
      nearDays: still,
      nearPosts: still,
      authors: { lift: 0 },
      tags: noTags,
    },
    series: false,
  },
};

type Ranker = (place: number) => readonly number[];
type Rankers = Readonly<Record<string, (corpus: Corpus) => Ranker | Promise<Ranker>>>;

const rankers: Rankers = process.argv.includes('--ablation')
  ? Object.fromEntries(
      Object.entries(ablation).map(([name, variant]) => [name, (corpus) => product(corpus, variant)]),
    )
  : { 'shared tags': sharedTags, 'TF-IDF cosine': tfIdf, 'the product': (corpus) => product(corpus) };

const short = (figure: number): string => figure.toFixed(3).slice(1);

const rows = Object.keys(rankers).map((name) => [name]);
const head = ['recall@7/nDCG@7'];
for (const source of corpora) {
  const corpus = await readCorpus(source);
  head.push(`${source.name.split('/').at(-1) ?? ''} (${corpus.relevant.size})`);
  for (const [index, ranker] of Object.values(rankers).entries()) {
    const { recall, ndcg } = measure(corpus, await ranker(corpus));
    rows[index]?.push(`${short(recall)}/${short(ndcg)}`);
  }
}
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
