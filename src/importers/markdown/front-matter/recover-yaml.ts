/** What could be read of broken YAML. */
export interface RecoveredYaml {
  readonly value: Record<string, string | string[]>;
  /** Lines that were left out, counted from 1 within the text. */
  readonly unread: readonly number[];
}

/**
 * The last resort for broken YAML: reads it line by line, `key: value` and lists of `- item`, all as text.
 * Null when no line reads, or when a line that may hide the post (draft, published, status) does not.
 */
export function recoverYaml(text: string): RecoveredYaml | null {
  const entries = new Map<string, string | string[]>();
  const unread: number[] = [];
  let current: string | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const pair = /^["']?([A-Za-z][\w-]{0,60})["']?[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line);
    if (pair?.[1] !== undefined) {
      current = pair[1];
      entries.set(current, bare(pair[2] ?? ''));
    } else if (item && current !== null && addItem(entries, current, bare(item[1] ?? ''))) continue;
    else if (/draft|publish|status|hidden|private|unlisted/i.test(line)) return null;
    else unread.push(index + 1);
  }
  return entries.size === 0 ? null : { value: Object.fromEntries(entries), unread };
}

function addItem(entries: Map<string, string | string[]>, key: string, item: string): boolean {
  const value = entries.get(key);
  if (Array.isArray(value)) value.push(item);
  else if (value === '') entries.set(key, [item]);
  else return false;
  return true;
}

function bare(value: string): string {
  const text = value.trim();
  return /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}
