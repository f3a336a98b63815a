/**
 * Documents that ask for everything that the lines of an export say, made from the schema itself: a field that is
 * added to the graph is in the next export.
 */
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A type whose things have a line each, and the list of the root that has them all. */
export interface LineType {
  readonly type: GraphQLObjectType;
  /** Of the root. */
  readonly list: string;
}

/** Lists that lines hold. The others say the same from the other end, or are ranked by what the lines say. */
const heldLists: Readonly<Record<string, readonly string[]>> = { Post: ['related', 'linkedPosts'] };

/** Fields that only repeat what stands beside them. */
const leftOut: Readonly<Record<string, readonly string[]>> = { SeriesPart: ['outline'], Seo: ['headTags'] };

/** Types without a list of the root that have lines all the same. */
const others: ReadonlySet<string> = new Set(['Redirect', 'Gone', 'Site']);

/** Items of a list in one answer; a longer one is asked for page after page. */
const listPage = 100;
/** Menus within menus, at most. */
const deepest = 8;

/** Types by their lists, in the order of their names. */
export function lineTypes(schema: GraphQLSchema): LineType[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const found = fields.flatMap((field): LineType[] => {
    const node = nodeOf(getNamedType(field.type));
    const isFree = !field.args.some(isRequired);
    return node !== null && isFree && isNode(node) ? [{ type: node, list: field.name }] : [];
  });
  return found.sort((a, b) => (a.list < b.list ? -1 : 1));
}

/** @throws {TypeError} when there is no such type of things */
export function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new TypeError(`${name} is no object type`);
  return type;
}

/** What the line of a type says. */
export class LineSelection {
  readonly #withLines: ReadonlySet<string>;

  constructor(schema: GraphQLSchema) {
    this.#withLines = new Set([...lineTypes(schema).map(({ type }) => type.name), ...others]);
  }

  /** Names of its fields that are lists of other things. */
  lists(type: GraphQLObjectType): readonly string[] {
    return heldLists[type.name] ?? [];
  }

  /** All fields of a line, the id first, the others by name. */
  of(type: GraphQLObjectType): string {
    return `__typename ${this.#fields(type, [])}`;
  }

  /** One list of a line. `after`: a variable, or null for the beginning. */
  list(type: GraphQLObjectType, name: string, after: string | null): string {
    const field = type.getFields()[name];
    return field === undefined ? '' : this.#list(field, [type.name], after);
  }

  #fields(type: GraphQLObjectType, above: readonly string[]): string {
    return Object.values(type.getFields())
      .filter(({ name, args }) => !leftOut[type.name]?.includes(name) && !args.some(isRequired))
      .sort((a, b) => order(a.name, b.name))
      .map((field) => this.#field(type, field, above))
      .join(' ');
  }

  #field(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, above: readonly string[]): string {
    const named = getNamedType(field.type);
    if (isLeafType(named)) return field.name;
    const inside = [...above, type.name];
    if (nodeOf(named) !== null)
      return heldLists[type.name]?.includes(field.name) ? this.#list(field, inside, null) : '';
    if (!isObjectType(named)) return isCompositeType(named) ? `${field.name} { __typename }` : '';
    // What has a line of its own is named; so is what is further away than next to it.
    if (isNode(named) && (this.#withLines.has(named.name) || above.length > 0)) return `${field.name} { id }`;
    if (inside.filter((name) => name === named.name).length >= deepest) return '';
    return `${field.name} { ${this.#fields(named, inside)} }`;
  }

  #list(field: GraphQLField<unknown, unknown>, above: readonly string[], after: string | null): string {
    const edge = edgeOf(getNamedType(field.type));
    const edgeFields = Object.values(edge?.getFields() ?? {}).filter(({ name }) => name !== 'cursor');
    const inner = edge === null ? '' : edgeFields.map((one) => this.#field(edge, one, above)).join(' ');
    const page = after === null ? '' : `, after: ${after}`;
    return `${field.name}(first: ${listPage}${page}) { edges { ${inner} } pageInfo { hasNextPage endCursor } }`;
  }
}

function order(a: string, b: string): number {
  if (a === 'id' || b === 'id') return a === 'id' ? -1 : 1;
  return a < b ? -1 : 1;
}

function isRequired({ type, defaultValue }: GraphQLField<unknown, unknown>['args'][number]): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function isNode(type: GraphQLNamedType): boolean {
  return (
    isObjectType(type) && type.getInterfaces().some((one) => isInterfaceType(one) && one.name === 'Node')
  );
}

/** What a connection is a list of; null for a type that is none. */
function nodeOf(type: GraphQLNamedType): GraphQLObjectType | null {
  const node = edgeOf(type)?.getFields()['node'];
  const named = node === undefined ? null : getNamedType(node.type);
  return isObjectType(named) ? named : null;
}

function edgeOf(type: GraphQLNamedType): GraphQLObjectType | null {
  const edges =
    isObjectType(type) && type.name.endsWith('Connection') ? type.getFields()['edges'] : undefined;
  const named = edges === undefined ? null : getNamedType(edges.type);
  return isObjectType(named) ? named : null;
}
