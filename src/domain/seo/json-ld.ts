/** JSON-LD in schema.org's vocabulary. */

/** A value of a property; null and empty lists are left out. */
export type JsonLdValue = string | number | boolean | null | JsonLdNode | readonly JsonLdValue[];

/** A thing: its `@type`, perhaps its `@id`, its properties. */
export interface JsonLdNode {
  readonly [property: string]: JsonLdValue;
}

/** A thing of some type, without what is not known of it. */
export function thing(type: string, properties: Readonly<Record<string, JsonLdValue>>): JsonLdNode {
  const known = Object.entries(properties).filter(([, value]) => value !== null && !isEmpty(value));
  return { '@type': type, ...Object.fromEntries(known) };
}

function isEmpty(value: JsonLdValue): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A thing that is told of elsewhere in the same graph. */
export function reference(id: string): JsonLdNode {
  return { '@id': id };
}

/** Several things, one alone as itself. */
export function oneOrMany(values: readonly JsonLdValue[]): JsonLdValue {
  return values.length === 1 ? (values[0] ?? null) : values;
}

/** An instant as schema.org's DateTime (ISO 8601). */
export function instant(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}

/** Minutes as schema.org's Duration (ISO 8601): 95 is "PT1H35M". */
export function duration(minutes: number | null): string | null {
  if (minutes === null || minutes < 0) return null;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `PT${rest}M`;
  return rest === 0 ? `PT${hours}H` : `PT${hours}H${rest}M`;
}

/** The things of a page as one document, as JSON text. */
export function jsonLdDocument(things: readonly JsonLdNode[]): string {
  return scriptJson({ '@context': 'https://schema.org', '@graph': things });
}

/**
 * JSON text that may stand in a <script> of HTML as it is: "<", ">" and "&" as escapes, so that neither
 * "</script>" nor "<!--" can be in it, and the two line ends that JSON allows and older JavaScript does not.
 */
function scriptJson(value: JsonLdNode): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
