/** Where a CDATA section ends. */
export interface CdataEnd {
  /** Behind `]]>`; where that is missing, at the closing tag of the element. */
  readonly end: number;
  readonly missing: boolean;
}

const opening = '<![CDATA[';

/** What may follow the closing tag of a field of an item. */
const follows =
  /^\s*<(?:\/?(?:wp|dc|content|excerpt|wfw):|\/?item[\s>]|(?:category|pubDate|guid|link|title|description)[\s>])/;

/**
 * Finds the end of the section that begins at `start`. Where somebody lost the `]]>`, the next one is that of
 * a later field: then the section holds the closing tag of its own element, another field and that one's
 * opening. (Text that shows such XML cannot: WordPress writes `]]>` as `]]]]><![CDATA[>`.)
 *
 * @param whole nothing more comes
 * @returns null when the end is not in these bytes
 */
export function cdataEnd(bytes: Buffer, start: number, whole: boolean): CdataEnd | null {
  const from = start + opening.length;
  const close = bytes.indexOf(']]>', from);
  if (close === -1 && !whole) return null;
  const tag = closingTag(bytes, start);
  const field = tag === null ? -1 : bytes.subarray(0, close === -1 ? bytes.length : close).indexOf(tag, from);
  if (tag !== null && field !== -1 && (close === -1 || field < close)) {
    const after = bytes.toString('latin1', field + tag.length, field + tag.length + 200);
    const again = bytes.indexOf(opening, field);
    const nested =
      close === -1 || (again !== -1 && again < close && bytes.toString('latin1', close - 2, close) !== ']]');
    if (nested && follows.test(after)) return { end: field, missing: true };
  }
  return close === -1 ? null : { end: close + 3, missing: false };
}

/** Of the element that the section stands in. */
function closingTag(bytes: Buffer, start: number): string | null {
  const tag = bytes.lastIndexOf(0x3c, Math.max(0, start - 1));
  if (tag === -1 || start - tag > 500) return null;
  const name = /^<([^\s<>/!?]+)[^<>]*>\s*$/.exec(bytes.toString('latin1', tag, start))?.[1];
  return name === undefined ? null : `</${name}>`;
}
