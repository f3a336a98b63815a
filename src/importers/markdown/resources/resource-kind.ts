import type { EventKindName, ResourceKindName } from '../../../domain/blog-record.ts';
import { foldKey } from '../fields/field-keys.ts';

const kinds: ReadonlyMap<string, ResourceKindName> = new Map<string, ResourceKindName>([
  ['webinar', 'WEBINAR'],
  ['video', 'VIDEO'],
  ['screencast', 'VIDEO'],
  ['ebook', 'EBOOK'],
  ['book', 'EBOOK'],
  ['whitepaper', 'REPORT'],
  ['report', 'REPORT'],
  ['demo', 'DEMO'],
  ['customerstory', 'CUSTOMER_STORY'],
  ['casestudy', 'CUSTOMER_STORY'],
  ['event', 'EVENT'],
]);

const eventKinds: ReadonlyMap<string, EventKindName> = new Map<string, EventKindName>([
  ['workshop', 'WORKSHOP'],
  ['training', 'WORKSHOP'],
  ['meetup', 'MEETUP'],
  ['usercall', 'USER_CALL'],
  ['officehours', 'USER_CALL'],
  ['conference', 'CONFERENCE'],
  ['summit', 'CONFERENCE'],
]);

/** The kind of resource that a word names; "workshop" and its like are events. Null for any other word. */
export function resourceKind(word: string): ResourceKindName | null {
  const folded = foldKey(word);
  return kinds.get(folded) ?? (eventKinds.has(folded) ? 'EVENT' : null);
}

/** The sort of event that a word names; null for any other word. */
export function eventKind(word: string): EventKindName | null {
  return eventKinds.get(foldKey(word)) ?? null;
}
