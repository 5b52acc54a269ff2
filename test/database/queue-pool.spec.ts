import { JobQueue } from '@platform/jobs';
import { TenantDb, newId, systemActor } from '@platform/tenancy';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { platform } from '../support/platform.js';

describe('many transactions that queue something at once', () => {
  let database: TestDatabase;
  let started: Awaited<ReturnType<typeof platform>>;
  beforeAll(async () => {
    database = await testDatabase();
    started = await platform(database); // a pool of five
  });
  afterAll(async () => {
    await started.app.close();
    await database.drop();
  });

  it('do not wait for each other when they hold every connection there is', async () => {
    const [db, queue] = [started.app.get(TenantDb), started.app.get(JobQueue)];
    let waiting = 0;
    let open = (): void => undefined;
    const allOpen = new Promise<void>((done) => { open = done; });
    const one = (): Promise<void> => db.run(systemActor(newId<'Organization'>()), async (tx) => {
      waiting += 1;
      if (waiting === 5) open();
      await allOpen; // now the pool is empty
      await queue.send(tx, 'never-heard-of', { n: waiting });
    });
    await Promise.all(Array.from({ length: 5 }, one));
    const runtime = await database.source('kenshu_runtime');
    expect(await runtime.query("select count(*)::int as n from pgboss.job where name = 'never-heard-of'")).toEqual([{ n: 5 }]);
  });
});
