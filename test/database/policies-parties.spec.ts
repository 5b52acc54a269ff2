import { Scene, playJourney } from '../support/journey.js';
import type { Journey } from '../support/journey.js';

let scene: Scene;
let journey: Journey;
beforeAll(async () => {
  scene = await Scene.open();
  journey = await playJourney(scene);
});
afterAll(() => scene?.close());

type Side = 'buyer' | 'supplier' | 'stranger';
/** What one organisation sees of a table, about this request unless told otherwise. */
const seen = async (side: Side, table: string, where = 'true'): Promise<number> =>
  (await scene.as(journey[side], (tx) => tx.query<{ n: number }>(`select count(*)::int as n from app.${table} where ${where}`)))[0]!.n;
const stored = async (table: string, where = 'true'): Promise<number> => (await scene.superuser<{ n: number }>(`select count(*)::int as n from app.${table} where ${where}`))[0]!.n;

describe('the buyer', () => {
  it.each(['response', 'answer', 'answer_revision', 'answer_evidence', 'response_withdrawal'])('sees no row of %s', async (table) => {
    const others = `supplier_organization_id = '${journey.supplier}'`;
    if (table !== 'response_withdrawal') expect(await stored(table, others)).toBeGreaterThan(0);
    expect([await seen('buyer', table), await seen('supplier', table)]).toEqual([0, await stored(table, others)]);
  });

  it('sees of the supplier’s files the cited one only', async () => {
    expect(await seen('buyer', 'evidence', `organization_id = '${journey.supplier}'`)).toBe(1);
    expect(await seen('buyer', 'evidence', `id = '${journey.evidence.id}'`)).toBe(1);
    expect(await seen('supplier', 'evidence')).toBe(2);
  });

  it('sees neither members nor the audit trail of the supplier', async () => {
    for (const table of ['member', 'audit_event', 'member_invitation']) {
      expect([table, await seen('buyer', table, `organization_id = '${journey.supplier}'`)]).toEqual([table, 0]);
      expect(await seen('supplier', table)).toBeGreaterThan(0);
    }
  });
});

describe('the supplier', () => {
  it.each(['review', 'specification', 'supplier_site', 'inspection_recorder'])('sees no row of %s', async (table) => {
    expect(await stored(table)).toBeGreaterThan(0);
    expect([await seen('supplier', table), await seen('buyer', table)]).toEqual([0, await stored(table)]);
  });

  it('sees its own request and order of three parties’ worth of them', async () => {
    expect(await stored('security_request')).toBe(3);
    expect(await seen('supplier', 'security_request')).toBe(1);
    expect(await seen('supplier', 'order_line', `id in ('${journey.draftLineId}', '${journey.unjoinedLineId}')`)).toBe(0);
    expect(await seen('supplier', 'order_line')).toBe(await seen('buyer', 'order_line') - 2);
  });

  it('sees the edition it was sent, and no other row of the buyer’s house', async () => {
    expect(await seen('supplier', 'specification_edition')).toBe(1);
    for (const table of ['member', 'site', 'audit_event', 'evidence']) expect([table, await seen('supplier', table, `organization_id = '${journey.buyer}'`)]).toEqual([table, 0]);
    expect(await seen('supplier', 'organization', `id = '${journey.buyer}'`)).toBe(1);
  });

  it('loses sight of the edition when the grant is revoked', async () => {
    await scene.superuser(`update app.object_grant set revoked_at = now() where object_kind = 'specification_edition' and grantee_organization_id = $1`, [journey.supplier]);
    expect(await seen('supplier', 'specification_edition')).toBe(0);
    await scene.superuser(`update app.object_grant set revoked_at = null where object_kind = 'specification_edition' and grantee_organization_id = $1`, [journey.supplier]);
    expect(await seen('supplier', 'specification_edition')).toBe(1);
  });

  it('sees an inspection from its approval on, not before', async () => {
    const parts = ['inspection', 'inspection_result', 'inspection_statement', 'inspection_sign_off'];
    const of = (table: string): string => `${table === 'inspection' ? 'id' : 'inspection_id'} = '${journey.goodInspectionId}'`;
    for (const table of parts) expect([table, await seen('supplier', table, of(table))]).toEqual([table, await seen('buyer', table, of(table))]);
    await scene.superuser('update app.inspection set released_at = null where id = $1', [journey.goodInspectionId]);
    for (const table of parts) expect([table, await seen('supplier', table, of(table))]).toEqual([table, 0]);
    for (const table of parts) expect(await seen('buyer', table, of(table))).toBeGreaterThan(0);
    await scene.superuser('update app.inspection set released_at = now() where id = $1', [journey.goodInspectionId]);
  });
});

describe('both', () => {
  it.each(['ledger_entry', 'seal', 'agreement', 'attestation', 'response_release', 'response_return', 'finding', 'finding_reply', 'request_acknowledgement', 'request_facts_correction'])(
    'read the same rows of %s about their request', async (table) => {
      const pair = table === 'ledger_entry' ? `chain_id = '${journey.requestId}'` : `supplier_organization_id = '${journey.supplier}'`;
      const rows = await stored(table, pair);
      expect(rows).toBeGreaterThan(0);
      expect([await seen('buyer', table, pair), await seen('supplier', table, pair), await seen('stranger', table)]).toEqual([rows, rows, 0]);
    });

  it('write their own side only', async () => {
    const { buyer, supplier, requestId, first, responseId } = journey;
    const write = (side: OrganizationSide, sql: string): Promise<unknown> => scene.as(journey[side], (tx) => tx.query(sql));
    await expect(write('buyer', `insert into app.request_acknowledgement values ('${buyer}', '${supplier}', '${requestId}', 'x', null, now())`)).rejects.toThrow(/row-level security/);
    await expect(write('supplier', `insert into app.response_return values (gen_random_uuid(), '${first.statementId}', '${buyer}', '${supplier}', null, '[]', 'x', now())`)).rejects.toThrow(/row-level security/);
    await expect(write('supplier', `insert into app.agreement select gen_random_uuid(), buyer_organization_id, supplier_organization_id, request_id, statement_id, document, canonical, sha256, 'x', now() from app.agreement`))
      .rejects.toThrow(/row-level security/);
    expect(await scene.as(supplier, (tx) => tx.affect('update app.security_request set due_on = due_on'))).toBe(0);
    expect(await scene.as(buyer, (tx) => tx.affect(`update app.answer set comment = 'x' where response_id = '${responseId}'`))).toBe(0);
  });
});
type OrganizationSide = Exclude<Side, 'stranger'>;
