import type { PageRequest } from '../../domain/page.ts';
import type { SearchPlan } from '../../domain/search-plan.ts';
import type { SearchQuery } from '../../domain/search-query.ts';
import type { WordPattern } from '../../domain/text-matches.ts';
import type { EntityType } from '../../generated/prisma/enums.ts';

/** What can be found. */
export type SearchedType = Extract<
  EntityType,
  'POST' | 'SERIES' | 'AUTHOR' | 'TAG' | 'CATEGORY' | 'RESOURCE'
>;

/**
 * What results are narrowed down to: one of each list that is given. Terms go by slug, categories by slug
 * or tree path, with all below them. `kinds` are `SearchDocument.kind`: POST, SERIES, AUTHOR, TAG, CATEGORY,
 * and of resources WEBINAR, VIDEO and so on.
 */
export interface SearchFilter {
  readonly kinds?: readonly string[] | null | undefined;
  readonly languages?: readonly string[] | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  readonly categories?: readonly string[] | null | undefined;
  readonly authors?: readonly string[] | null | undefined;
  /** Years of `sortDate`, in UTC. */
  readonly years?: readonly number[] | null | undefined;
}

/** A search as a client asks for it. Plain data. */
export interface SearchRequest {
  readonly query: SearchQuery;
  readonly filter: SearchFilter;
}

/** One page of it. */
export interface SearchPageRequest extends SearchRequest {
  readonly page: PageRequest;
}

/** A result: the row of what was found is read by its own loader (postById, tagById, …). */
export interface SearchHit {
  readonly id: string;
  readonly entityType: SearchedType;
  readonly language: string;
  /** The higher, the better; comparable within one search only. */
  readonly score: number;
  readonly sortDate: Date;
}

/** The query as the index understands it. */
export interface ResolvedSearch {
  /** The query that was answered, when words that nothing public holds were replaced by near ones; else null. */
  readonly corrected: SearchQuery | null;
  /** What results were matched by, for highlights: the wanted terms of all alternatives. */
  readonly matches: readonly WordPattern[];
  /** For this room. */
  readonly plan: SearchPlan;
  /** What its cursors belong to. */
  readonly name: string;
}
