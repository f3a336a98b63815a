import { builder } from '../builder.ts';
import { LANGUAGES_MAX } from '../domain/limits.ts';

/** Which language is wanted, on every list of posts: one post of each group of translations. */
export const languageArguments = builder.args((t) => ({
  language: t.string({
    description:
      'One post of each group of translations, in this language (a BCP 47 tag). "en-GB" is met by "en" when there is nothing closer, and "en" by "en-GB" when there is no "en". All posts when absent.',
  }),
  fallback: t.stringList({
    description: `Languages for what is not there in that one, the most wanted first, ${LANGUAGES_MAX - 1} at most; "*" is any. Without it such posts are left out.`,
  }),
}));
