import { slug } from 'github-slugger';
import { bodyOutline } from '../../../domain/body-outline.ts';
import { plainText } from '../text/plain-text.ts';

const heading = /^[ >]{0,6}#{1,6}[ \t]+([^\n]{1,500})$/gm;
const underlined = /^([^\n]{1,500})\n {0,3}(?:=+|-+)[ \t]*$/gm;
const explicit = /\{#([^\s{}#]{1,200})\}/g;
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
    if (ofThePage.test(fragment) || this.#likelyOf(body).has(fragment)) return tail;
    const anchors = this.#sureOf(body);
    if (anchors === null || anchors.has(fragment)) return tail;
    const alike = [...anchors].filter((anchor) => fold(anchor) === fold(fragment));
    const [only] = alike;
    return only === undefined || alike.length > 1 ? null : `${tail.slice(0, hash)}#${only}`;
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

/** Anchors that a body most likely has, found without parsing it. What is not among them may be there still. */
function likelyAnchors(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const pattern of [heading, underlined]) {
    for (const [, text = ''] of markdown.matchAll(pattern)) {
      anchors.add(slug(plainText(text.replace(/\s#+\s*$/, ''))));
    }
  }
  for (const pattern of [explicit, attribute]) {
    for (const [, id = ''] of markdown.matchAll(pattern)) anchors.add(id);
  }
  return anchors;
}

/** Without what generators treat each in their own way: case, marks, a number in front. */
function fold(anchor: string): string {
  const bare = anchor.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare.replace(/^\d+(?=\D)/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
