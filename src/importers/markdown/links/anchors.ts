import GithubSlugger from 'github-slugger';
import { bodyOutline } from '../../../domain/body-outline.ts';
import { outsideCode } from '../../text/outside-code.ts';
import { plainText } from '../../text/plain-text.ts';
import { decoded } from '../../text/decoded.ts';

/** Marked by "#", or underlined. */
const heading =
  /^(?:([ >]{0,6}#{1,6}[ \t]+[^\n]{1,500})$|([^\s#>|`-][^\n]{0,500})\n {0,3}(?:=+|-{2,})[ \t]*$)/gm;
const explicit = /\{#([^\s{}#]{1,200})\}[ \t]*$/;
const attribute = /\b(?:id|name)\s{0,3}=\s{0,3}["']?([^"'\s<>]{1,200})/gi;

/** Anchors of the page around a body, or of no place in particular. */
const ofThePage =
  /^(?:!|top|main|content|comments?|respond|toc|table-of-contents|disqus_thread|fn.*|user-content-.*)?$/i;

/** What the anchors of bodies are looked up in. */
interface Body {
  readonly key: string;
  readonly body: string;
}

/** The anchors of bodies, found out only where a link asks for one. */
export class Anchors {
  readonly #likely = new Map<string, ReadonlySet<string>>();
  readonly #sure = new Map<string, ReadonlySet<string> | null>();

  /**
   * What a link's tail should be: with the anchor as its body has it, where the link writes it as another
   * generator makes it ("#what-s-new" for "#whats-new"). Null when the body has no such anchor.
   *
   * @param tail "?a#b", "#b" or ""
   */
  mend(body: Body, tail: string): string | null {
    const hash = tail.indexOf('#');
    const fragment = hash < 0 ? '' : decoded(tail.slice(hash + 1).replace(/:~:.*$/s, ''));
    if (ofThePage.test(fragment)) return tail;
    for (const anchorsOf of [this.#likelyOf, this.#sureOf]) {
      const anchors = anchorsOf.call(this, body);
      if (anchors === null || anchors.has(fragment)) return tail;
      const [only, ...others] = [...anchors].filter((anchor) => fold(anchor) === fold(fragment));
      if (only !== undefined && others.length === 0) return `${tail.slice(0, hash)}#${only}`;
    }
    return null;
  }

  /** An anchor that begins as another does; null when there is none. */
  nearest(body: Body, tail: string): string | null {
    const wanted = fold(decoded(tail.slice(tail.indexOf('#') + 1)));
    const near = [...(this.#sureOf(body) ?? [])].filter((anchor) => {
      const [short = '', long = ''] = [fold(anchor), wanted].sort((a, b) => a.length - b.length);
      return short.length >= 6 && long.startsWith(short);
    });
    return near.sort((a, b) => b.length - a.length)[0] ?? null;
  }

  #likelyOf({ key, body }: Body): ReadonlySet<string> {
    const known = this.#likely.get(key) ?? likelyAnchors(body);
    this.#likely.set(key, known);
    return known;
  }

  #sureOf({ key, body }: Body): ReadonlySet<string> | null {
    const known = this.#sure.get(key);
    if (known !== undefined) return known;
    const anchors = bodyOutline(body)?.anchors ?? null;
    this.#sure.set(key, anchors);
    return anchors;
  }
}

/** Anchors that a body most likely has, found without parsing it: that takes as long as reading the blog. */
function likelyAnchors(markdown: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const visible = outsideCode(markdown);
  const anchors = new Set<string>();
  for (const [, id = ''] of visible.matchAll(attribute)) anchors.add(id);
  for (const { index, 1: marked, 2: underlined } of visible.matchAll(heading)) {
    // As it is written, with its inline code.
    const line = markdown.slice(index, index + (marked ?? underlined ?? '').length + 20).trimStart();
    const text = (line.split('\n')[0] ?? '').replace(/^[ >]*#{1,6}[ \t]+|[ \t]#+[ \t]*$/g, '');
    const id = explicit.exec(text)?.[1];
    anchors.add(id ?? slugger.slug(plainText(text)));
  }
  return anchors;
}

/** Without what generators treat each in their own way: case, marks, a number in front. */
function fold(anchor: string): string {
  const bare = anchor.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare.replace(/^\d+(?=\D)/, '');
}
