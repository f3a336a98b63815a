import { DomainError } from '../domain/errors.ts';
import { PAGE_DEFAULT, PAGE_MAX } from '../domain/limits.ts';

/**
 * The `language` of an address: a BCP 47 tag in its canonical spelling, or null when none is asked for.
 *
 * @throws DomainError BAD_USER_INPUT when it is no language tag
 */
export function readLanguage(query: URLSearchParams): string | null {
  const written = query.get('language');
  if (written === null) return null;
  try {
    const [tag] = Intl.getCanonicalLocales(written.slice(0, 100));
    if (tag !== undefined) return tag;
  } catch {
    // Falls through: it is not one.
  }
  throw new DomainError('BAD_USER_INPUT', 'language must be a BCP 47 tag, such as "de" or "pt-BR".');
}

/**
 * The `limit` of an address: how many items a feed has at most.
 *
 * @throws DomainError BAD_USER_INPUT when it is no whole number from 1 to 100
 */
export function readLimit(query: URLSearchParams): number {
  const written = query.get('limit');
  if (written === null) return PAGE_DEFAULT;
  const limit = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (limit >= 1 && limit <= PAGE_MAX) return limit;
  throw new DomainError('BAD_USER_INPUT', `limit must be a whole number from 1 to ${PAGE_MAX}.`);
}
