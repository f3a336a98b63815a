/**
 * schema.org's vocabulary, as schema-dts declares it: which types and properties there are, what each property
 * may hold, what is a kind of what.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The declarations of schema-dts, by name. */
interface Declarations {
  /** Interface -> those that it extends. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** Interface -> property -> the names of what it may hold. */
  readonly properties: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Union -> its members: names of types, and literals in quotes. */
  readonly unions: ReadonlyMap<string, readonly string[]>;
}

const file = join(dirname(createRequire(import.meta.url).resolve('schema-dts')), 'schema.d.ts');
const { parents, properties, unions } = readDeclarations();

function readDeclarations(): Declarations {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const nameOf = (type: ts.TypeNode): string => {
    if (ts.isExpressionWithTypeArguments(type)) return type.expression.getText(source);
    return ts.isTypeReferenceNode(type) ? type.typeName.getText(source) : type.getText(source);
  };
  const membersOf = (type: ts.TypeNode): string[] =>
    ts.isUnionTypeNode(type) ? type.types.map(nameOf) : [nameOf(type)];
  const parents = new Map<string, readonly string[]>();
  const properties = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const unions = new Map<string, readonly string[]>();
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement)) unions.set(statement.name.text, membersOf(statement.type));
    if (!ts.isInterfaceDeclaration(statement)) continue;
    const bases = (statement.heritageClauses ?? []).flatMap(({ types }) => types.map(nameOf));
    parents.set(statement.name.text, bases);
    const held = statement.members.filter(ts.isPropertySignature).map((member): [string, string[]] => {
      const type = member.type!;
      const wrapped = ts.isTypeReferenceNode(type) ? type.typeArguments?.[0] : undefined;
      return [(member.name as ts.StringLiteral).text, membersOf(wrapped ?? type)];
    });
    properties.set(statement.name.text, new Map(held));
  }
  return { parents, properties, unions };
}

/** What a property of a type may hold; null when the type has no such property. */
function rangeOf(type: string, property: string): readonly string[] | null {
  const found = (name: string): readonly string[] | null => {
    const own = properties.get(name)?.get(property);
    if (own !== undefined) return own;
    for (const parent of parents.get(name) ?? []) {
      const inherited = found(parent);
      if (inherited !== null) return inherited;
    }
    return null;
  };
  return found(`${type}Leaf`);
}

/** Whether a type is another one, or a kind of it. */
export function isKindOf(type: string, other: string): boolean {
  const members = unions.get(other) ?? [];
  return type === other || members.some((member) => member !== other && isKindOf(type, member));
}

const time = String.raw`\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?`;

/** What the literals of schema.org's data types look like. */
const literals: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === 'string' && value.trim() !== '',
  URL: (value) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value) && URL.canParse(value),
  Date: (value) => typeof value === 'string' && new RegExp(`^${time}$`).test(value),
  DateTime: (value) => typeof value === 'string' && new RegExp(`^${time}$`).test(value),
  Duration: (value) =>
    typeof value === 'string' && /^P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/.test(value),
  Boolean: (value) => typeof value === 'boolean',
  Number: (value) => typeof value === 'number',
  Integer: (value) => Number.isInteger(value),
};

/** A thing as JSON-LD has it. */
export type Node = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a JSON-LD document in schema.org's vocabulary: types and properties that do not exist, values
 * outside of a property's range, references to what is not there.
 */
export function schemaOrgFaults(document: Node): string[] {
  const graph = document['@graph'] as readonly Node[];
  const ids = new Set(
    nodesIn(graph)
      .filter((node) => '@type' in node)
      .map((node) => node['@id']),
  );
  const faults = document['@context'] === 'https://schema.org' ? [] : ['@context'];
  for (const node of graph) faults.push(...nodeFaults(node, ids, String(node['@type'])));
  return faults;
}

/** Every thing in a value, references included. */
export function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
}

function nodeFaults(node: Node, ids: ReadonlySet<unknown>, path: string): string[] {
  const type = String(node['@type']);
  if (!parents.has(`${type}Leaf`)) return [`${path}: there is no type ${type}`];
  return Object.entries(node).flatMap(([property, value]) => {
    const at = `${path}.${property}`;
    if (property === '@type') return [];
    if (property === '@id') return literals['URL']!(value) ? [] : [`${at}: no address`];
    const range = rangeOf(type, property);
    if (range === null) return [`${at}: ${type} has no such property`];
    if (Array.isArray(value) && value.length === 0) return [`${at}: empty`];
    return [value].flat().flatMap((one: unknown) => valueFaults(one, range, ids, at));
  });
}

function valueFaults(
  value: unknown,
  range: readonly string[],
  ids: ReadonlySet<unknown>,
  at: string,
): string[] {
  const wrong = [`${at}: ${JSON.stringify(value).slice(0, 100)} is none of ${range.join(', ')}`];
  if (typeof value !== 'object' || value === null)
    return range.some((name) => isLiteral(value, name)) ? [] : wrong;
  const node = value as Node;
  if (!('@type' in node)) return range.includes('IdReference') && ids.has(node['@id']) ? [] : wrong;
  if (!range.some((name) => isKindOf(String(node['@type']), name))) return wrong;
  return nodeFaults(node, ids, at);
}

/** A literal of a data type, or a member of an enumeration by its whole address. */
function isLiteral(value: unknown, name: string): boolean {
  const literal = literals[name];
  if (literal !== undefined) return literal(value);
  return (
    typeof value === 'string' &&
    (unions.get(name) ?? []).includes(`"${value}"`) &&
    value.startsWith('https://')
  );
}
