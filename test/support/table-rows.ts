/** The cells of the rows of a Markdown page's tables whose first cell is `code`; the code is unquoted. */
export function codeRows(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => /^\| `[^`]+` +\|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map(([first = '', ...rest]) => [first.slice(1, -1), ...rest]);
}
