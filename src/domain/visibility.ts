/** Who asks. No request is the owner's: that is who exports all there is. Keys and previews add kinds. */
export interface Viewer {
  readonly kind: 'public' | 'owner';
}

/** What a post or resource may be; the names are the database's. */
export type Status = 'DRAFT' | 'SCHEDULED' | 'PUBLISHED';

/**
 * What a viewer may see, as data: `db/visible.ts` is the one place that makes SQL of it.
 * The rest follows from it: a tag, category or author is seen through a post or resource that is
 * seen, or because a data file declares it; a series through such a post or an announced part.
 */
export interface Sight {
  readonly statuses: readonly Status[];
  /** Also what is neither declared nor on anything that is seen. */
  readonly everything?: true;
}

const sights: Readonly<Record<Viewer['kind'], Sight>> = {
  public: { statuses: ['PUBLISHED'] },
  owner: { statuses: ['PUBLISHED', 'SCHEDULED', 'DRAFT'], everything: true },
};

/** The one rule of who sees what. */
export function sightOf({ kind }: Viewer): Sight {
  return sights[kind];
}
