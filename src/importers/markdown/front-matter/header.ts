const field = /^[ \t]*(?:\.\.[ \t]+)?([a-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$/i;

/** Tags that say something to Nikola instead of to readers. */
const instructions = new Set(['draft', 'private', 'mathjax']);

/**
 * The header lines of Pelican and MultiMarkdown (`Title: A title`) and of Nikola (`.. title: A title`): every value
 * is text, whatever signs are in it; indented lines go on with the value above.
 */
export function parseHeader(text: string): Record<string, string | boolean> {
  const entries: [string, string][] = [];
  for (const line of text.split('\n')) {
    const last = entries.at(-1);
    const [, key, value = ''] = field.exec(line) ?? [];
    const isMore = /^(?: {2,}|\t)/.test(line) && !/^[ \t]*\.\. /.test(line);
    if (last && isMore) last[1] = `${last[1]} ${line.trim()}`.trim();
    else if (key !== undefined) entries.push([key, value.trim().replace(/^(["'])(.*)\1$/, '$2')]);
  }
  const values: Record<string, string | boolean> = Object.fromEntries(entries);
  return /^[ \t]*\.\./.test(text) ? withoutInstructions(values) : values;
}

/** Nikola's tag `draft` keeps a post back, as `private` does. */
function withoutInstructions(values: Record<string, string | boolean>): Record<string, string | boolean> {
  const tags = String(values['tags'] ?? '')
    .split(',')
    .map((tag) => tag.trim());
  const kept = tags.filter((tag) => !instructions.has(tag.toLowerCase())).join(', ');
  const isHeld = tags.some((tag) => /^(?:draft|private)$/i.test(tag));
  return { ...values, ...(isHeld ? { draft: true } : {}), ...('tags' in values ? { tags: kept } : {}) };
}
