import type { TestingModule } from '@nestjs/testing';
import { ApproveSupplierSite, ChangeSupplierSite, LinkJoinedOrganization, SupplierModule, SupplierSites } from '@libs/supplier';
import { AuditQueries } from '@platform/audit';
import type { FixedClock } from '@platform/clock';
import { IdentityModule } from '@platform/identity';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId } from '@platform/tenancy';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { person, platform } from '../support/platform.js';
import { Parties, SITE, refusal } from './parties.fixture.js';

describe('the supplier ledger', () => {
  let database: TestDatabase;
  let app: TestingModule;
  let clock: FixedClock;
  let parties: Parties;
  let yamate: OrganizationId;
  let other: OrganizationId;
  let kubota: Actor;
  const sites = (actor: Actor, id: string) => app.get(TenantDb).run(actor, (tx) => app.get(SupplierSites).byId(tx, id));

  beforeAll(async () => {
    database = await testDatabase();
    ({ app, clock } = await platform(database, [IdentityModule.with(), SupplierModule]));
    parties = new Parties(app);
    [yamate, other] = [await parties.organization('山手電子㈱'), await parties.organization('別の買い手')];
    kubota = person(yamate, '久保田', ['procurement']);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('registers a factory today in Japan, and approves it as a second act with its own day', async () => {
    clock.set(new Date('2026-11-02T23:30:00Z'));
    const id = await parties.site(kubota);
    expect(await sites(kubota, id)).toMatchObject({ registeredOn: '2026-11-03', approvedOn: null, makerName: '髙﨑精機㈱', version: 1 });
    clock.advance(86_400_000);
    await app.get(ApproveSupplierSite).execute(kubota, id);
    expect(await sites(kubota, id)).toMatchObject({ registeredOn: '2026-11-03', approvedOn: '2026-11-04' });
    expect(await refusal(app.get(ApproveSupplierSite).execute(kubota, id))).toBe('supplier.already_approved');
    const events = await app.get(TenantDb).run(kubota, (tx) => app.get(AuditQueries).about(tx, 'supplier_site', id));
    expect(events.map((event) => event.act)).toEqual(['supplier.register', 'supplier.approve']);
  });

  it('holds a factory once per code, but the same code for another factory and another buyer', async () => {
    const registered = { counterpartyCode: 'T-0001', factoryName: '本社工場' };
    await parties.site(kubota, registered);
    expect(await refusal(parties.site(kubota, registered))).toBe('supplier.already_registered');
    expect(await refusal(parties.site(kubota, { ...registered, factoryName: '第三工場' }))).toBe('done');
    expect(await refusal(parties.site(person(other, '田村', ['procurement']), registered))).toBe('done');
  });

  it('is changed on the version that was seen, and not into another factory', async () => {
    const id = await parties.site(kubota, { counterpartyCode: 'T-0002' });
    const change = (version: number, factoryName: string) => app.get(ChangeSupplierSite).execute(kubota, id, version, { ...SITE, counterpartyCode: 'T-0002', factoryName });
    await change(1, '新第二工場');
    expect(await sites(kubota, id)).toMatchObject({ factoryName: '新第二工場', version: 2 });
    expect(await refusal(change(1, '旧第二工場'))).toBe('supplier.stale');
    await parties.site(kubota, { counterpartyCode: 'T-0002', factoryName: '第九工場' });
    expect(await refusal(change(2, '第九工場'))).toBe('supplier.already_registered');
  });

  it('is nothing to a stranger, and not for every role to write', async () => {
    const id = await parties.site(kubota, { counterpartyCode: 'T-0003' });
    expect(await refusal(sites(person(other, '田村', ['procurement']), id))).toBe('common.not_found');
    expect(await refusal(app.get(ApproveSupplierSite).execute(person(other, '田村', ['procurement']), id))).toBe('common.not_found');
    expect(await refusal(parties.site(person(yamate, '検査者', ['inspector'])))).toBe('common.forbidden');
  });

  it('links a factory to one organisation, once', async () => {
    const id = await parties.site(kubota, { counterpartyCode: 'T-0004' });
    const system = systemActor(yamate);
    await app.get(LinkJoinedOrganization).execute(system, id, other);
    await app.get(LinkJoinedOrganization).execute(system, id, other);
    expect(await sites(kubota, id)).toMatchObject({ joinedOrganizationId: other, version: 2 });
    const third = await parties.organization('三番目');
    expect(await refusal(app.get(LinkJoinedOrganization).execute(system, id, third))).toBe('supplier.joined_by_another');
    await expect(app.get(TenantDb).run(system, (tx) => tx.query('update app.supplier_site set joined_organization_id = $1 where id = $2', [third, id])))
      .rejects.toThrow('a supplier site joins one organisation only');
  });
});
