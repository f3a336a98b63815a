import { writeContent } from '../db/change-log.ts';
import { entityChange } from './entity-change.ts';
import type { ImportRun } from './import-run.ts';
import { siteUrlOf } from './plan-posts.ts';
import { refreshSearch } from './refresh-search.ts';
import { allTerms } from './search-texts.ts';
import { recordHash } from './record-hash.ts';
import { saveOrigins } from './save-origins.ts';
import { upsertRows } from './upsert-rows.ts';

const key = 'site';
const id = '1';

/** Writes what the blog says of itself, if it says something, and something else than the last time. */
export async function writeSite(run: ImportRun): Promise<void> {
  const { site, source } = run.record;
  if (site === null) return noteUrl(run);
  const hash = recordHash(site, siteUrlOf(run.record));
  const known = run.stored.origins('SITE').get(key)?.hash;
  run.tally.mark('site', key, known === undefined ? 'created' : known === hash ? 'unchanged' : 'updated');
  if (run.dryRun || known === hash) return;
  await writeContent(run.db, run.now, async (tx) => {
    const before = await tx.prisma.site.findUnique({ where: { id: 1 } });
    const urls = { ...objectOf(before?.urls), [source]: siteUrlOf(run.record) };
    const written = await upsertRows(tx, 'Site', [{ id: 1, ...site, urls }]);
    await saveOrigins(tx, source, 'SITE', [{ key, entityId: id, hash }]);
    // Terms have no language of their own.
    if (before?.defaultLanguage !== site.defaultLanguage) await refreshSearch(tx, await allTerms(tx));
    if (written.size > 0) tx.record(entityChange('SITE', id, '/', before === null ? null : '/'));
  });
}

/** Where a blog stands that says nothing else of itself: an export must tell, for its links to be known as its own. */
async function noteUrl({ db, now, dryRun, record: { source, siteUrl } }: ImportRun): Promise<void> {
  const stored = await db.prisma.site.findUnique({ where: { id: 1 } });
  const urls = objectOf(stored?.urls);
  if (dryRun || stored === null || siteUrl === undefined || Reflect.get(urls, source) === siteUrl) return;
  await writeContent(db, now, async ({ prisma }) => {
    await prisma.site.update({ where: { id: 1 }, data: { urls: { ...urls, [source]: siteUrl } } });
  });
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
