import { AuditTrail } from '@platform/audit';
import { Grants, TenantDb, TenantTx, acts, newId, systemActor } from '@platform/tenancy';
import type { OrganizationId } from '@platform/tenancy';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { platform } from '../support/platform.js';

const ThingActs = acts('thing', { make: ['system'] });

describe('a transaction of one organisation', () => {
  let database: TestDatabase;
  let started: Awaited<ReturnType<typeof platform>>;
  const one = systemActor(newId<'Organization'>());
  const other = systemActor(newId<'Organization'>());

  beforeAll(async () => {
    database = await testDatabase();
    started = await platform(database);
  });
  afterAll(async () => {
    await started.app.close();
    await database.drop();
  });
  const db = (): TenantDb => started.app.get(TenantDb);
  const events = (actor: typeof one): Promise<{ id: string }[]> => db().run(actor, (tx) => tx.query<{ id: string }>('select id from app.audit_event'));

  it('leaves one audit event and one queued reaction, or neither', async () => {
    const audit = started.app.get(AuditTrail);
    const record = (tx: TenantTx): Promise<unknown> => audit.record(tx, ThingActs.make, { kind: 'thing', id: newId() });
    await expect(db().run(one, async (tx) => { await record(tx); throw new Error('second thoughts'); })).rejects.toThrow('second thoughts');
    expect(await events(one)).toHaveLength(0);
    const runtime = await database.source('kenshu_runtime');
    const queued = async (): Promise<number> => (await runtime.query("select count(*)::int as n from pgboss.job where name = 'reaction'"))[0].n;
    expect(await queued()).toBe(0);
    await db().run(one, record);
    expect(await events(one)).toHaveLength(1);
    expect(await queued()).toBe(1);
  });

  it('shows another organisation nothing of it', async () => expect(await events(other)).toHaveLength(0));

  it('is known to TypeORM: a save inside it goes with it when it is rolled back', async () => {
    const inside = await db().run(one, async (tx) => {
      const runner = tx.manager.queryRunner;
      return { active: runner?.isTransactionActive, sql: await tx.query<{ n: number }>('select 1 as n') };
    });
    expect(inside).toEqual({ active: true, sql: [{ n: 1 }] });
    await expect(db().run(one, async (tx) => {
      await tx.manager.transaction(async (nested) => {
        await nested.query(`insert into app.object_grant values ($1, 'thing', $2, $3, now(), null)`, [one.organizationId, newId(), other.organizationId]);
      });
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    expect(await db().run(one, (tx) => tx.query('select 1 from app.object_grant'))).toHaveLength(0);
  });

  it('does not leak its organisation into the next transaction of the same connection', async () => {
    const source = await database.source('kenshu_runtime');
    const runner = source.createQueryRunner();
    await TenantTx.begin(runner, one);
    await runner.commitTransaction();
    const [row] = await runner.query('select app.current_organization() as id');
    await runner.release();
    expect(row.id).toBeNull();
  });

  it('refuses an organisation id that is not one, before any SQL', async () =>
    expect(db().run({ ...one, organizationId: "x'; drop table app.audit_event; --" as OrganizationId }, async () => 1)).rejects.toThrow('UUID'));

  it('honours a grant only of the one who owns the object', async () => {
    const object = newId();
    const clock = started.clock;
    const grants = started.app.get(Grants);
    const granted = (owner: string): Promise<boolean> => db().run(other, async (tx) =>
      (await tx.query<{ yes: boolean }>('select app.granted($1, $2, $3) as yes', ['thing', object, owner]))[0].yes);
    await db().run(other, (tx) => grants.give(tx, 'thing', object, other.organizationId, clock.now()));
    expect(await granted(one.organizationId)).toBe(false);
    await db().run(one, (tx) => grants.give(tx, 'thing', object, other.organizationId, clock.now()));
    expect(await granted(one.organizationId)).toBe(true);
    await db().run(one, (tx) => grants.revoke(tx, 'thing', object, other.organizationId, clock.now()));
    expect(await granted(one.organizationId)).toBe(false);
  });

  it('turns a race on a unique row into a conflict, not a defect', async () => {
    const id = newId();
    const insert = (): Promise<unknown> => db().run(one, (tx) => tx.query(
      `insert into app.object_grant values ($1, 'race', $2, $3, now(), null)`, [one.organizationId, id, other.organizationId]));
    await insert();
    await expect(insert()).rejects.toMatchObject({ kind: 'conflict', code: 'common.already_exists' });
  });
});
