import type { ProblemList } from '../../problem-list.ts';
import type { SourceDocument } from '../document.ts';
import type { FieldName } from '../fields/field-keys.ts';
import { asFlag, asText } from '../../fields/values.ts';
import { folderOf } from '../files/folder.ts';
import { isHeldBack } from './path-parts.ts';

/** Words of a status that keep a post back; every other status, such as "evergreen", is about something else. */
const heldBack = new Set([
  ...[
    'draft',
    'drafts',
    'unpublished',
    'private',
    'pending',
    'review',
    'in-review',
    'hidden',
    'trash',
    'deleted',
  ],
  ...['wip', 'in-progress', 'idea', 'future', 'todo', 'not-published', 'unlisted'],
]);

/**
 * Whether the author wants a post to be public. In doubt it is a draft: a draft that shows is worse than a post
 * that waits. A date to come keeps it "published": it is shown when the date is there.
 */
export function wantedStatus(document: SourceDocument, problems: ProblemList): 'draft' | 'published' {
  const { file, fields } = document;
  const folders = folderOf(file).toLowerCase().split('/');
  if (folders.some((name) => name === '_drafts' || name === 'drafts')) return 'draft';
  if (isHeldBack(file)) return 'draft';
  if (readFlag(document, 'draft', problems) === true) return 'draft';
  if (isUnpublished(document)) return 'draft';
  const status = asText(fields.peek('status'))
    ?.toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (status !== undefined && heldBack.has(status)) return understood(document, 'status');
  if (status === 'published' || status === 'publish' || status === 'public') understood(document, 'status');
  if (readFlag(document, 'hidden', problems) === true) {
    const key = fields.keyOf('hidden');
    const why = `"${key}" keeps it out of lists, and a post here is either in the lists or a draft.`;
    problems.warn(file, fields.lineOf('hidden'), {
      what: 'kept as a draft',
      why,
      todo: `Remove "${key}" to publish it.`,
    });
    return 'draft';
  }
  tellExpiry(document, problems);
  return 'published';
}

function understood({ fields }: SourceDocument, name: FieldName): 'draft' {
  fields.get(name);
  return 'draft';
}

/** `published: false` and its like. A date there is read elsewhere. */
function isUnpublished({ fields }: SourceDocument): boolean {
  if (asFlag(fields.peek('published')) !== null) fields.get('published');
  return fields.all('published').some((value) => asFlag(value) === false);
}

/** A yes or no. Anything else counts as yes: the key is there because the post was to be held back. */
function readFlag({ file, fields }: SourceDocument, name: FieldName, problems: ProblemList): boolean | null {
  const value = fields.get(name);
  if (value === undefined) return null;
  const flag = asFlag(value);
  if (flag !== null) return flag;
  const what = `"${fields.keyOf(name)}" is neither true nor false`;
  problems.warn(file, fields.lineOf(name), {
    what,
    why: 'It was taken for true.',
    todo: 'Write true or false.',
  });
  return true;
}

function tellExpiry({ file, fields }: SourceDocument, problems: ProblemList): void {
  if (fields.peek('expiry') === undefined) return;
  const what = `"${fields.keyOf('expiry')}" is not acted upon`;
  const why = 'Posts do not expire here; the date is kept as metadata.';
  problems.warn(file, fields.lineOf('expiry'), {
    what,
    why,
    todo: 'Make the post a draft when its time is over.',
  });
}
