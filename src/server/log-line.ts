/** Fields that a line shows by other means, or that only machines read. */
const hidden = new Set(['level', 'time', 'msg', 'err']);

/**
 * Turns a JSON log entry into a line for a terminal: time, level, message, then `name=value` for the rest.
 * Control characters are dropped: a client must not be able to move somebody's cursor.
 */
export function logLine(json: string): string {
  const entry: unknown = JSON.parse(json);
  if (!isRecord(entry)) return json;
  const rest = Object.entries(entry)
    .filter(([name]) => !hidden.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const time = text(entry.time).slice(11, 19);
  const parts = [time, text(entry.level).toUpperCase().padEnd(5), text(entry.msg), ...rest];
  const line = printable(parts.join(' '));
  const stack = isRecord(entry.err) ? `\n${text(entry.err.stack)}` : '';
  return `${line}${stack}\n`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const printable = (value: string): string => value.replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ');
