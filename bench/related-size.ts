/**
 * How long related posts of a large blog take on the embedded database: `node bench/related-size.ts 20000`.
 * The posts are made of a vocabulary whose words are as unequal as those of a language (Zipf).
 */
import { refreshRelated } from '../src/actions/refresh-related.ts';
import { writeContent } from '../src/db/change-log.ts';
import type { WriteTransaction } from '../src/db/change-log.ts';
import { openDatabase } from '../src/db/client.ts';
import { migrate } from '../src/db/migrate.ts';
import { entityId } from '../src/domain/entity-id.ts';
import { randomness } from '../test/support/random.ts';

const count = Number(process.argv[2] ?? 2_000);
const random = randomness(5);
const now = new Date('2026-06-01T00:00:00Z');

/** Words of a post come from the whole vocabulary, the first ones far more often, and from its subject. */
function textOf(): string {
  const subject = random.below(2_000) * 50;
  const word = (): string => {
    const share = random.below(1_000_000) / 1_000_000;
    return random.chance(0.25) ? `s${subject + random.below(50)}` : `w${Math.floor(Math.exp(share * 11))}`;
  };
  return Array.from({ length: 600 }, word).join(' ');
}

async function addPosts(
  { prisma }: Pick<WriteTransaction, 'prisma'>,
  from: number,
  to: number,
): Promise<void> {
  const made = Array.from({ length: to - from }, (_, index) => {
    const slug = `post-${from + index}`;
    const sortDate = new Date(Date.UTC(2010, 0, 1) + (from + index) * 6 * 3_600_000);
    return { id: entityId('Post', 'bench', slug), slug, sortDate, text: textOf() };
  });
  await prisma.post.createMany({
    data: made.map(({ id, slug, sortDate, text }) => ({
      id,
      slug,
      path: `/${slug}`,
      title: text.slice(0, 40),
      excerptText: '',
      status: 'PUBLISHED',
      language: 'en',
      publishedAt: sortDate,
      sortDate,
      sortUpdated: sortDate,
      sortTitle: slug,
      wordCount: 600,
      readingTimeMinutes: 3,
    })),
  });
  await prisma.postBody.createMany({
    data: made.map(({ id, text }) => ({ postId: id, markdown: '', html: '', text, toc: [] })),
  });
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const [wall, busy] = [performance.now() - start, (user + system) / 1000];
  console.log(`${what}: ${wall.toFixed(0)} ms, ${busy.toFixed(0)} ms of CPU ${JSON.stringify(result)}`);
}

const db = await openDatabase({ databaseUrl: null, dataDir: null });
await migrate(db);
for (let from = 0; from < count; from += 500) await addPosts(db, from, Math.min(from + 500, count));
await db.prisma.$executeRawUnsafe('analyze');
await timed(`${count} posts made anew`, () => refreshRelated(db, { now, rebuild: true }));
for (let extra = count; extra < count + 5; extra += 1) {
  await writeContent(db, now, async (tx) => {
    await addPosts(tx, extra, extra + 1);
    const id = entityId('Post', 'bench', `post-${extra}`);
    tx.record({ action: 'CREATED', entityType: 'POST', entityId: id, path: `/post-${extra}` });
  });
  await timed('one new post', () => refreshRelated(db, { now }));
}
console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
await db.close();
