import { publishDuePosts } from '../actions/publish-due-posts.ts';
import { refreshRelated } from '../actions/refresh-related.ts';
import { createContext } from '../context.ts';
import type { Database } from '../db/client.ts';
import { watchVersion } from '../db/version-feed.ts';
import type { Settings } from '../env.ts';
import { schema } from '../schema.ts';
import { codeStyles, codeStylesPath } from '../web/code-styles.ts';
import { readMedia } from '../web/media.ts';
import { servePage } from '../web/serve-page.ts';
import { loadStartTabs } from './graphiql/start-tabs.ts';
import { listen, type Listening } from './http.ts';
import type { Log } from './log.ts';
import { startPublishSchedule } from './publish-schedule.ts';
import { Readiness } from './readiness.ts';
import { createServerYoga } from './yoga.ts';

interface Parts {
  readonly settings: Settings;
  readonly db: Database;
  readonly log: Log;
}

/**
 * Serves the graph of a database, and publishes its scheduled posts. Closing leaves the database open.
 *
 * @throws Node's error when it cannot listen; see listen()
 */
export async function startServer({ settings, db, log }: Parts): Promise<Listening> {
  const schedule = startPublishSchedule({ publish: (now) => publishDuePosts(db, now), log });
  const related = catchUp(db, log);
  const feed = await watchVersion(db, () => {
    schedule.wake();
  });
  const readiness = new Readiness(db, feed);
  const urls = { site: settings.siteUrl, media: settings.publicUrl ?? '' };
  const pages = { indexing: settings.indexing, maxBytes: settings.limits.responseBytes };
  const context = (requestId: string) => createContext({ db, viewer: { kind: 'public' }, requestId, urls });
  const yoga = createServerYoga({
    schema,
    settings,
    log,
    readiness,
    context: ({ requestId }) => context(requestId),
    readMedia: async (path) => (path === codeStylesPath ? codeStyles() : readMedia(db, path)),
    readPage: (page, preconditions) =>
      servePage(page, { db, viewer: { kind: 'public' }, urls, ...pages }, preconditions),
    startTabs: () => loadStartTabs(schema, context('graphiql')),
  });
  const stop = async (): Promise<void> => {
    await schedule.close();
    await related;
    await feed.close();
  };
  try {
    const { url, close } = await listen({ settings, readiness, handle: (...args) => void yoga(...args) });
    // With PORT=0 the port is known only now.
    urls.media ||= url;
    return { url, close: (options) => close(options).finally(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Related posts may be behind, when a process that imported was killed. Reading does not wait for them. */
async function catchUp(db: Database, log: Log): Promise<void> {
  try {
    await refreshRelated(db, { now: new Date() });
  } catch (error) {
    log.error(
      { err: error },
      'related posts could not be brought up to date; the next start or import tries again',
    );
  }
}
