/** Documents made from the schema itself, so that a new field is asked for without anybody adding it here. */
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputObjectType,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLSchema,
} from 'graphql';

/** What arguments are filled with. */
export interface Values {
  /** For lists of strings in filters: slugs, languages. */
  readonly words: readonly string[];
  /** Lookups by the name of their input type, such as TagBy: one object for each thing and way. */
  readonly lookups: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  readonly paths: readonly string[];
  readonly ids: readonly string[];
  /** What is searched for. */
  readonly queries: readonly string[];
}

/**
 * Every root field in every way: each list as it comes with two levels below it, each thing by each of its
 * names with one, each list in each order and with each condition alone.
 */
export function* walkSchema(schema: GraphQLSchema, values: Values): Generator<string> {
  for (const field of Object.values(schema.getQueryType()!.getFields())) {
    for (const { args, depth } of rootArguments(field, values)) {
      yield `{ ${field.name}${args} ${selection(schema, getNamedType(field.type), depth)} }`;
    }
  }
}

/** Everything that is said of a node of any type, and of what it is linked to, `depth` links away. */
export function everyField(schema: GraphQLSchema, depth: number): string {
  return selection(schema, schema.getType('Node')!, depth);
}

/** Ways to want a language. */
const languages = ['language: "de"', 'language: "de", fallback: ["en", "*"]'];

interface RootArguments {
  readonly args: string;
  readonly depth: number;
}

function rootArguments(field: GraphQLField<unknown, unknown>, values: Values): RootArguments[] {
  const required = field.args.find(
    ({ name, type }) => isNonNullType(type) && ['by', 'id', 'ids', 'path'].includes(name),
  );
  if (required !== undefined) {
    const depth = required.name === 'ids' ? 2 : 1;
    const others = field.args.some(({ name }) => name === 'language') ? ['', ...languages] : [''];
    return requiredValues(required, values).flatMap((value) =>
      others.map((other) => ({
        args: `(${[`${required.name}: ${value}`, other].filter(Boolean).join(', ')})`,
        depth,
      })),
    );
  }
  const page = field.args.some(({ name }) => name === 'first') ? 'first: 100' : '';
  const queries = field.args.some(({ name }) => name === 'query')
    ? values.queries.map((query) => `query: ${JSON.stringify(query)}`)
    : [''];
  const optional = field.args.flatMap((arg) => [...optionalArguments(arg, values)]);
  // What a search finds is reached in other ways too, so it is not followed further.
  const deepest = queries[0] === '' ? 2 : 0;
  const all = ['', ...optional].map((args) => ({ args, depth: args === '' ? deepest : 0 }));
  return queries.flatMap((query, index) =>
    // Filters with some queries; the others as they are.
    (index < 3 ? all : all.slice(0, 1)).map(({ args, depth }) => ({
      args: inParentheses([page, query, args]),
      depth,
    })),
  );
}

function inParentheses(args: readonly string[]): string {
  const given = args.filter(Boolean);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function requiredValues({ name, type }: GraphQLArgument, values: Values): string[] {
  if (name === 'id') return values.ids.map((id) => JSON.stringify(id));
  if (name === 'ids') return [JSON.stringify(values.ids.slice(0, 100))];
  if (name === 'path') return values.paths.map((path) => JSON.stringify(path));
  const lookups = values.lookups[getNamedType(type).name];
  if (lookups === undefined) throw new Error(`no values for ${getNamedType(type).name}`);
  return lookups.map((lookup) => {
    const [key, value] = Object.entries(lookup)[0]!;
    return `{${key}: ${JSON.stringify(value)}}`;
  });
}

/** An optional argument in every way: each enum value, each field of an order, each condition of a filter. */
function* optionalArguments({ name, type }: GraphQLArgument, values: Values): Generator<string> {
  if (['first', 'last', 'after', 'before', 'fallback', 'query'].includes(name)) return;
  const named = getNamedType(type);
  if (name === 'language') {
    yield* languages;
    return;
  }
  if (isEnumType(named)) {
    for (const value of named.getValues()) yield `${name}: ${isList(type) ? `[${value.name}]` : value.name}`;
  } else if (named.name === 'Boolean') {
    yield `${name}: true`;
    yield `${name}: false`;
  } else if (isInputObjectType(named) && name === 'orderBy') {
    const field = getNamedType(named.getFields()['field']!.type);
    if (!isEnumType(field)) throw new Error('an order is of an enum');
    for (const value of field.getValues()) yield `${name}: [{field: ${value.name}, direction: DESC}]`;
  } else if (isInputObjectType(named)) {
    for (const condition of conditions(named, values, 2)) yield `${name}: ${condition}`;
  } else if (named.name !== 'Int') {
    throw new Error(`no values for the argument ${name}: ${String(type)}`);
  }
}

function* conditions(type: GraphQLInputObjectType, values: Values, depth: number): Generator<string> {
  for (const { name, type: of } of Object.values(type.getFields())) {
    for (const value of inputValues(of, values, depth)) yield `{${name}: ${value}}`;
  }
}

function* inputValues(type: GraphQLInputType, values: Values, depth: number): Generator<string> {
  const named = getNamedType(type);
  const wrap = (value: string): string => (isList(type) ? `[${value}]` : value);
  if (isInputObjectType(named)) {
    if (depth > 0) for (const condition of conditions(named, values, depth - 1)) yield wrap(condition);
  } else if (isEnumType(named)) for (const value of named.getValues()) yield wrap(value.name);
  else if (named.name === 'String') yield JSON.stringify(values.words);
  else if (named.name === 'Boolean') yield* ['true', 'false'];
  else if (named.name === 'Int') yield '1';
  else if (named.name === 'DateTime') yield '"2026-01-02T00:00:00Z"';
  else throw new Error(`no values for ${named.name}`);
}

function isList(type: GraphQLInputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** All scalars of a type, and all objects below it while there is depth left. */
function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (!isCompositeType(type)) return '';
  if (isUnionType(type) || isInterfaceType(type)) {
    const members = schema
      .getPossibleTypes(type)
      .map((member) => `... on ${member.name} ${prefixed(schema, member, depth)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  return `{ __typename ${fields(schema, type, depth, '')} }`;
}

/** Members of a union may have fields of one name and different types, so each gets names of its own. */
function prefixed(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  return `{ ${fields(schema, type, depth, `${type.name}_`)} }`;
}

function fields(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, prefix: string): string {
  if (!isObjectType(type)) return '';
  // A connection, its edges and its page stand for the list, so they cost no depth; nor does what tells of it.
  const thin = /(Connection|Edge|PageInfo|Facets?|Highlight|Fragment)$/.test(type.name);
  return Object.values(type.getFields())
    .filter((field) => !(type.name === 'Site' && field.name === 'contentVersion'))
    .flatMap((field) => variants(field, depth > 1).map((variant) => ({ field, ...variant })))
    .filter(({ field }) => depth > 0 || thin || !isCompositeType(getNamedType(field.type)))
    .map(({ field, alias, args }) => {
      const inner = getNamedType(field.type);
      return `${prefix}${alias}: ${field.name}${args} ${selection(schema, inner, thin ? depth : depth - 1)}`;
    })
    .join(' ');
}

/** A field below the root, where there is room with each value of its enum, boolean and language arguments. */
function variants(
  field: GraphQLField<unknown, unknown>,
  room: boolean,
): { readonly alias: string; readonly args: string }[] {
  // What must be given names something hidden: a heading of a draft.
  const required = field.args
    .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    .map(({ name }) => `${name}: "canary"`);
  const first = field.args.some(({ name }) => name === 'first') ? ['first: 100'] : [];
  const page = [...required, ...first].join(', ');
  const plain = { alias: field.name, args: page ? `(${page})` : '' };
  const others = field.args.flatMap(({ name, type }) => {
    const named = getNamedType(type);
    const values = isEnumType(named)
      ? named.getValues().map((value) => value.name)
      : named.name === 'Boolean'
        ? ['true']
        : [];
    return values.map((value) => ({
      alias: `${field.name}_${value}`,
      args: `(${[page, `${name}: ${isList(type) ? `[${value}]` : value}`].filter(Boolean).join(', ')})`,
    }));
  });
  if (field.args.some(({ name }) => name === 'fallback')) {
    const args = `(${[page, languages[1]].filter(Boolean).join(', ')})`;
    others.push({ alias: `${field.name}_translated`, args });
  }
  return room ? [plain, ...others] : [plain];
}
