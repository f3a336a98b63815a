/** A number that a list gives back beside a row, such as how many posts both have; null where it gives none. */
export function numberOf(row: unknown, name: string): number | null {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : null;
  return typeof value === 'number' ? value : null;
}

/** How an edge of terms or series tells why its node stands in a list of what shares posts. */
export const sharedPostCount = {
  nullable: true,
  description:
    'How many public posts it has in common with what the list hangs on; null where that is not what the list is of.',
  resolve: ({ node }: { readonly node: unknown }) => numberOf(node, 'sharedPostCount'),
} as const;
