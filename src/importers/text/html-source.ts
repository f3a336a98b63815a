const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML, between tags and inside an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

/** An element with the attributes that have a value. */
export function element(
  name: string,
  inside: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
): string {
  return `${openTag(name, attributes)}${inside}</${name}>`;
}

/** The start of an element, or the whole of one that holds nothing (img, br). */
export function openTag(name: string, attributes: Readonly<Record<string, string | number | null>>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  return `<${name}${written.join('')}>`;
}

/** An element around text that has some, nothing around none. */
export function block(name: string, inside: string | null): string {
  return inside === null || inside.trim() === '' ? '' : element(name, inside);
}
