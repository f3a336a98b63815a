import type { JsonObject } from '../../fields/plain-json.ts';

/** Somebody named in a byline. */
export interface AuthorMention {
  /** The id in a list of authors, when the byline gives one beside the name. */
  readonly id: string | null;
  readonly name: string;
  /** What they do, as that post says. */
  readonly role: string | null;
  readonly organisation: string | null;
  readonly url: string | null;
  /** Everything a map says of them: image, profiles, bio. */
  readonly data: JsonObject;
}

/** A mention of no more than a name. */
export function mentionOf(name: string): AuthorMention {
  return { id: null, name, role: null, organisation: null, url: null, data: {} };
}
