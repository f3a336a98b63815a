/** Bounds on what one request may ask for, where the graph itself enforces them. */

/** Items of a page when neither `first` nor `last` is given. */
export const PAGE_DEFAULT = 20;

/** Items of a page, and ids of `nodes(ids:)`, at most. */
export const PAGE_MAX = 100;

/** Cost of a document at most, for the public; what costs how much stands in the schema. */
export const COST_PUBLIC = 5_000;

/** Levels of AND, OR and NOT in a filter. */
export const FILTER_DEPTH = 5;

/** Conditions in a filter, counted over all levels. */
export const FILTER_CONDITIONS = 30;

/** Values in a filter's lists (slugs, languages), counted over all levels. */
export const FILTER_VALUES = 200;

/** Characters of an excerpt: when nothing is said, and at most. */
export const EXCERPT_DEFAULT = 200;
export const EXCERPT_MAX = 2_000;

/** Characters of a search query at most. */
export const SEARCH_CHARACTERS = 256;

/** Words of a search query at most, excluded ones among them. */
export const SEARCH_WORDS = 32;

/** Languages that a client may name in one list: the one it wants and those that stand in for it. */
export const LANGUAGES_MAX = 10;

/** Characters of a fragment of a text that a search found, about; and fragments of one text at most. */
export const FRAGMENT_LENGTH = 180;
export const FRAGMENTS = 3;

/** Characters of a language tag that a client may ask for; RFC 5646 (section 4.4.1) expects 35 to do. */
export const LANGUAGE_LENGTH = 100;

/** Characters of a body that highlights look into: what matches further down is found, but not shown. */
export const HIGHLIGHTED_LENGTH = 100_000;
