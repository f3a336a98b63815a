import { DomainError } from './errors.ts';
import { FILTER_CONDITIONS, FILTER_DEPTH, FILTER_VALUES } from './limits.ts';

type Maybe<T> = T | null | undefined;

/** Slugs of which an item must have at least one, every one, or none. A slug that names nothing matches nothing. */
export interface SlugFilter {
  readonly any?: Maybe<readonly string[]>;
  readonly all?: Maybe<readonly string[]>;
  readonly none?: Maybe<readonly string[]>;
}

/** The same for categories, by slug or tree path; with what is filed below them unless told otherwise. */
export interface CategoryFilter extends SlugFilter {
  readonly includeChildren?: Maybe<boolean>;
}

/** An interval of time: `from` is in it, `before` is not. */
export interface TimeFilter {
  readonly from?: Maybe<Date>;
  readonly before?: Maybe<Date>;
}

/** An interval of whole numbers; both ends are in it. */
export interface NumberFilter {
  readonly min?: Maybe<number>;
  readonly max?: Maybe<number>;
}

/** Which posts are wanted. All conditions of one level must hold. */
export interface PostFilter {
  readonly tags?: Maybe<SlugFilter>;
  readonly categories?: Maybe<CategoryFilter>;
  readonly authors?: Maybe<SlugFilter>;
  readonly series?: Maybe<SlugFilter>;
  readonly languages?: Maybe<readonly string[]>;
  readonly published?: Maybe<TimeFilter>;
  readonly readingTimeMinutes?: Maybe<NumberFilter>;
  readonly hasSeries?: Maybe<boolean>;
  readonly AND?: Maybe<readonly PostFilter[]>;
  readonly OR?: Maybe<readonly PostFilter[]>;
  readonly NOT?: Maybe<PostFilter>;
}

interface Size {
  readonly conditions: number;
  readonly values: number;
  readonly depth: number;
}

/**
 * Refuses a filter that is too large to be asked in good faith, before any of it becomes SQL.
 *
 * @throws DomainError BAD_USER_INPUT
 */
export function checkPostFilter(filter: PostFilter): void {
  const { conditions, values, depth } = sizeOf(filter);
  const over = [
    depth > FILTER_DEPTH && `nests ${depth} levels deep; ${FILTER_DEPTH} are allowed`,
    conditions > FILTER_CONDITIONS && `has ${conditions} conditions; ${FILTER_CONDITIONS} are allowed`,
    values > FILTER_VALUES && `lists ${values} values; ${FILTER_VALUES} are allowed`,
  ].find((text) => text !== false);
  if (over !== undefined) throw new DomainError('BAD_USER_INPUT', `The filter ${over}.`);
}

function sizeOf(filter: PostFilter): Size {
  const lists = [filter.tags, filter.categories, filter.authors, filter.series].flatMap((slugs) =>
    slugs == null ? [] : [slugs.any, slugs.all, slugs.none].filter((list) => list != null),
  );
  if (filter.languages != null) lists.push(filter.languages);
  const others = [filter.published, filter.readingTimeMinutes, filter.hasSeries].filter(
    (given) => given != null,
  );
  const inner = [...(filter.AND ?? []), ...(filter.OR ?? []), ...(filter.NOT == null ? [] : [filter.NOT])];
  const sizes = inner.map(sizeOf);
  return {
    conditions: lists.length + others.length + sizes.reduce((sum, size) => sum + 1 + size.conditions, 0),
    values:
      lists.reduce((sum, list) => sum + list.length, 0) + sizes.reduce((sum, size) => sum + size.values, 0),
    depth: 1 + Math.max(0, ...sizes.map((size) => size.depth)),
  };
}
