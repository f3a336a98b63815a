/**
 * How well related posts find what editors linked, on two real blogs, where they are at hand: a folder
 * `corpora` in `shared`, beside the project. bench/related/README.md says how it is measured.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { sharedTags, tfIdf } from '../../bench/related/baselines.ts';
import { corpora, corporaFolder, readCorpus } from '../../bench/related/corpus.ts';
import { measure } from '../../bench/related/measure.ts';
import { product } from '../../bench/related/product.ts';

const options = { skip: existsSync(corporaFolder) ? false : 'there is no ../shared/corpora here' };

/** What others measured for the two baselines, and what ours must not fall below. */
const blogs = {
  '18f-blog': { tfIdf: [0.554, 0.476], tags: [0.335, 0.275], floor: [0.59, 0.52] },
  'golang-blog': { tfIdf: [0.413, 0.38], tags: [0.148, 0.138], floor: [0.535, 0.46] },
} as const;

for (const [name, { tfIdf: known, tags, floor }] of Object.entries(blogs)) {
  test(`${name}: the baselines are as known, and the product is clearly better`, options, async () => {
    const corpus = await readCorpus(corpora.find((one) => one.name === name)!);
    const near = (figure: number, wanted: number): boolean => Math.abs(figure - wanted) < 0.02;
    const shared = measure(corpus, sharedTags(corpus));
    assert.ok(near(shared.recall, tags[0]) && near(shared.ndcg, tags[1]), JSON.stringify(shared));
    const cosine = measure(corpus, tfIdf(corpus));
    assert.ok(near(cosine.recall, known[0]) && near(cosine.ndcg, known[1]), JSON.stringify(cosine));
    const ours = measure(corpus, await product(corpus));
    assert.ok(ours.recall >= floor[0] && ours.ndcg >= floor[1], JSON.stringify(ours));
  });
}
