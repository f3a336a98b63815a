import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog } from '../../src/server/log.ts';
import { startPublishSchedule, type PublishDue } from '../../src/server/publish-schedule.ts';
import { until } from '../support/until.ts';

const log = createLog('silent', { write: () => undefined });

test('publishes at the start, then at the next time, and looks again when woken', async (t) => {
  const looks: number[] = [];
  let due = new Date(Date.now() + 300);
  const publish: PublishDue = (now) => {
    looks.push(now.getTime());
    return Promise.resolve({ published: 0, nextDue: now < due ? due : null });
  };
  const schedule = startPublishSchedule({ publish, log });
  t.after(() => schedule.close());
  await until(() => looks.length === 2);
  assert.ok(looks[1]! >= due.getTime(), 'the second look is not before the time');
  due = new Date(Date.now() + 100);
  schedule.wake();
  await until(() => looks.length === 4);
});

test('woken a hundred times while it looks, it looks once more', async (t) => {
  let looks = 0;
  const publish: PublishDue = async () => {
    looks += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { published: 0, nextDue: null };
  };
  const schedule = startPublishSchedule({ publish, log });
  t.after(() => schedule.close());
  await until(() => looks === 1);
  for (let times = 0; times < 100; times += 1) schedule.wake();
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.equal(looks, 2);
});

test('a failure is told and does not end it; closed, it is quiet', async () => {
  const lines: string[] = [];
  const telling = createLog('error', { write: (text) => lines.push(text) });
  let looks = 0;
  const publish: PublishDue = () => {
    looks += 1;
    return Promise.reject(new Error('the database is away'));
  };
  const schedule = startPublishSchedule({ publish, log: telling });
  await until(() => lines.length === 1);
  schedule.wake();
  await until(() => lines.length === 2);
  await schedule.close();
  schedule.wake();
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(looks, 2);
});
