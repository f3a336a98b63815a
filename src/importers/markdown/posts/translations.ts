import type { ProblemList } from '../../problem-list.ts';
import { asText } from '../../fields/values.ts';
import type { AddressedPost } from './post-draft.ts';
import type { PostIndex } from './post-index.ts';

/**
 * The translation key of each post that has translations: posts whose paths differ in the language alone,
 * or that share a permalink or a key of their front matter, or of which one names the other.
 */
export function translationKeys(
  posts: readonly AddressedPost[],
  index: PostIndex,
  problems: ProblemList,
): ReadonlyMap<string, string> {
  const groups = new Groups();
  for (const post of posts) {
    const { fields } = post.document;
    groups.join(post.key, `path:${post.base}`);
    const slug = sharedSlug(post);
    if (slug !== null) groups.join(post.key, `slug:${slug}`);
    // Polyglot's translations write down one permalink.
    if (post.address.path !== null) groups.join(post.key, `permalink:${post.address.path}`);
    const key = asText(fields.get('translationKey'));
    if (key !== null) groups.join(post.key, `key:${key}`);
    const original = asText(fields.get('translationOf'));
    const found = original === null ? null : index.find(original, post.key, post.language);
    if (found) groups.join(post.key, `path:${posts.find((other) => other.key === found.key)?.base ?? ''}`);
  }
  const keys = new Map<string, string>();
  for (const members of Map.groupBy(posts, ({ key }) => groups.rootOf(key)).values()) {
    const [first] = members;
    const languages = new Map<string, AddressedPost>();
    if (!first || new Set(members.map(({ language }) => language)).size < 2) continue;
    for (const post of members) {
      const other = languages.get(post.language);
      if (other) tellTwice(post, other, problems);
      else keys.set(post.key, first.base);
      languages.set(post.language, other ?? post);
    }
  }
  return keys;
}

/** Pelican's translations share their slug. */
function sharedSlug({ document: { format, fields } }: AddressedPost): string | null {
  return format === 'header' ? asText(fields.peek('slug')) : null;
}

function tellTwice(post: AddressedPost, other: AddressedPost, problems: ProblemList): void {
  problems.warn(post.key, null, {
    what: `left out of its translations`,
    why: `${other.key} is the same in the same language, "${post.language}".`,
    todo: 'Give one of them another language, or another translation key.',
  });
}

/** Things joined into groups (union-find). */
class Groups {
  readonly #parents = new Map<string, string>();

  rootOf(name: string): string {
    let root = name;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    return root;
  }

  join(a: string, b: string): void {
    const [left, right] = [this.rootOf(a), this.rootOf(b)];
    if (left !== right) this.#parents.set(left, right);
  }
}
