/** Lines of Go's present format (pkg.go.dev/golang.org/x/tools/present), of which older Go blogs are made. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/^\.(?:code|play)(?:\s+-\w+)*\s+\S+\.\w+(?:\s+\S.*)?$/, ''],
  [/^\.(?:html|background)\s+\S+\.\w+$/, ''],
  [/^\.image\s+(\S+\.\w+)(?:\s+[\d_]+)*$/, '![](<$1>)'],
  [/^\.(?:link|video|iframe)\s+(https?:\/\/\S+)(?:\s+(?:video\/)?[\d_]+)*$/, '<$1>'],
  [/^\.link\s+(\S+)\s+(.+)$/, '[$2](<$1>)'],
  [/^\.caption\s+(.+)$/, '*$1*'],
];

/** What a line of that format becomes; null when it is an ordinary line. */
export function rewriteGoPresentLine(line: string): string | null {
  if (!line.startsWith('.')) return null;
  for (const [pattern, replacement] of patterns) {
    if (pattern.test(line)) return line.replace(pattern, replacement);
  }
  return null;
}
