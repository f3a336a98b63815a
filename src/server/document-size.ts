import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How much a document asks for, fragments counted wherever they are spread. */
export interface DocumentSize {
  /** Fields inside fields. */
  readonly depth: number;
  readonly aliases: number;
  /** Fields of the operation itself. */
  readonly rootFields: number;
  readonly directives: number;
}

const nothing: DocumentSize = { depth: 0, aliases: 0, rootFields: 0, directives: 0 };

/** Measures the largest operation of a document, each number on its own. */
export function measureDocument(document: DocumentNode): DocumentSize {
  const measure = new Measure(document);
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => {
      const parts = [node, ...(node.variableDefinitions ?? [])];
      return beside(measure.selections(node.selectionSet), parts.map(ownDirectives).reduce(beside, nothing));
    })
    .reduce(largest, nothing);
}

/**
 * A fragment is measured once, by itself, and counted in full at every spread: where it was met first must
 * not hide how deep it is elsewhere (graphql-armor issue 824), and fragments that double each other must not
 * take exponential time. A cycle counts as nothing: validation refuses it by name.
 */
class Measure {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #measured = new Map<string, DocumentSize>();

  constructor(document: DocumentNode) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    }
  }

  selections(set: SelectionSetNode): DocumentSize {
    return set.selections.map((node) => this.#selection(node)).reduce(beside, nothing);
  }

  #selection(node: SelectionNode): DocumentSize {
    if (node.kind === Kind.FRAGMENT_SPREAD)
      return beside(ownDirectives(node), this.#fragment(node.name.value));
    if (node.kind === Kind.INLINE_FRAGMENT)
      return beside(ownDirectives(node), this.selections(node.selectionSet));
    const inside = node.selectionSet === undefined ? nothing : this.selections(node.selectionSet);
    return {
      depth: inside.depth + 1,
      aliases: inside.aliases + (node.alias === undefined ? 0 : 1),
      rootFields: 1,
      directives: inside.directives + ownDirectives(node).directives,
    };
  }

  #fragment(name: string): DocumentSize {
    const known = this.#measured.get(name);
    const fragment = this.#fragments.get(name);
    if (known !== undefined || fragment === undefined) return known ?? nothing;
    this.#measured.set(name, nothing);
    const size = beside(ownDirectives(fragment), this.selections(fragment.selectionSet));
    this.#measured.set(name, size);
    return size;
  }
}

const ownDirectives = (node: { readonly directives?: readonly unknown[] | undefined }): DocumentSize => ({
  ...nothing,
  directives: node.directives?.length ?? 0,
});

const beside = (a: DocumentSize, b: DocumentSize): DocumentSize => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  rootFields: a.rootFields + b.rootFields,
  directives: a.directives + b.directives,
});

const largest = (a: DocumentSize, b: DocumentSize): DocumentSize => ({
  depth: Math.max(a.depth, b.depth),
  aliases: Math.max(a.aliases, b.aliases),
  rootFields: Math.max(a.rootFields, b.rootFields),
  directives: Math.max(a.directives, b.directives),
});
