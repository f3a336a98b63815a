import type { JsonLdNode, JsonLdValue } from './json-ld.ts';
import { oneOrMany, thing } from './json-ld.ts';
import type { AgentFacts, PageImage, SiteFacts } from './page-facts.ts';

/** Who publishes the site: schema.org's Organization. */
export function publisherThing({ name, url, profiles }: SiteFacts): JsonLdNode {
  return thing('Organization', { '@id': `${url}#publisher`, name, url, sameAs: profiles });
}

/** An author or speaker: Person or Organization, with what else is to be told of them. */
export function agentThing(agent: AgentFacts, more: Readonly<Record<string, JsonLdValue>> = {}): JsonLdNode {
  const { name, kind, url, role, image, profiles } = agent;
  const known = { '@id': `${url}#author`, name, url, sameAs: profiles, ...more };
  return kind === 'PERSON'
    ? thing('Person', { ...known, jobTitle: role, image: image && imageThing(image) })
    : thing('Organization', { ...known, logo: image && imageThing(image) });
}

/** Several of them, one alone as itself. */
export function agentThings(agents: readonly AgentFacts[]): JsonLdValue {
  return oneOrMany(agents.map((agent) => agentThing(agent)));
}

/** ImageObject, with its measures where they are known. */
export function imageThing({ url, alt, width, height }: PageImage): JsonLdNode {
  return thing('ImageObject', { url, caption: alt, width: pixels(width), height: pixels(height) });
}

/** A length is a Distance or a QuantitativeValue, in UN/CEFACT's unit for pixels. */
function pixels(value: number | null): JsonLdNode | null {
  return value === null ? null : thing('QuantitativeValue', { value, unitCode: 'E37' });
}
