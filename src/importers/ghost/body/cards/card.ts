import type { ForeignBody } from '../../../foreign/foreign-blog.ts';
import type { JsonMap } from '../../../fields/json-values.ts';

/**
 * Why something of a body does not come along: `mail`, written for mails only; `form`, a form of Ghost's;
 * `members`, shown to members only; `live`, a list or a player that Ghost fills; `unknown`, a card that we
 * do not know.
 */
export interface LeftOut {
  readonly why: 'mail' | 'form' | 'members' | 'live' | 'unknown';
  /** Name of the card. */
  readonly name: string;
}

/** A card as a piece of the body, or why there is none. */
export type Card = ForeignBody | { readonly leftOut: LeftOut };

/** Makes a card of what the editor stored of it. */
export type CardReader = (payload: JsonMap) => Card;

/** A card that we write as HTML. */
export function htmlCard(text: string): Card {
  return { format: 'html', text };
}

/** A card of which nothing is to be seen, and nothing is lost. */
export const noCard: Card = { format: 'html', text: '' };
