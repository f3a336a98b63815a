/**
 * Everything in an export that must not come along, as it stands there: values of columns and settings by their
 * names, wherever they are.
 */
export function secretsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(secretsOf);
  if (typeof value !== 'object' || value === null) return [];
  const row = value as Readonly<Record<string, unknown>>;
  const isSetting = typeof row['key'] === 'string' && isSecretName(row['key']);
  return Object.entries(row).flatMap(([name, inner]) => {
    if (typeof inner !== 'string') return secretsOf(inner);
    const secret = isSecretName(name) || (isSetting && name === 'value');
    // Shorter ones ("none", "true") are words like any other.
    return secret && inner.length >= 12 ? [inner] : [];
  });
}

function isSecretName(name: string): boolean {
  return /password|secret|email|key|token|uuid|hash|stripe|mailgun/.test(name);
}
