import type { ForeignBody } from '../../foreign/foreign-blog.ts';
import type { Card, LeftOut } from './cards/card.ts';

/** A body as it was read: its pieces in order, and what of it was left out. */
export interface ReadBody {
  readonly pieces: readonly ForeignBody[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Collects a body. What we write ourselves joins up; a card is a piece of its own, because its author's
 * HTML may leave open what it likes.
 */
export class BodyPieces {
  readonly #pieces: ForeignBody[] = [];
  readonly #leftOut: LeftOut[] = [];
  #html: string[] = [];

  html(text: string): void {
    if (text !== '') this.#html.push(text);
  }

  card(card: Card): void {
    if ('leftOut' in card) this.leftOut(card.leftOut);
    else if (card.text.trim() !== '') {
      this.#flush();
      this.#pieces.push(card);
    }
  }

  leftOut(what: LeftOut): void {
    this.#leftOut.push(what);
  }

  done(): ReadBody {
    this.#flush();
    return { pieces: this.#pieces, leftOut: this.#leftOut };
  }

  #flush(): void {
    if (this.#html.length > 0) this.#pieces.push({ format: 'html', text: this.#html.join('\n') });
    this.#html = [];
  }
}
