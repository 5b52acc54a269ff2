import { CancelOrder, OrderLines, PlaceOrder, RegisterOrderLine, ShareOrders } from '@libs/order';
import { AuditQueries } from '@platform/audit';
import { person } from '../support/platform.js';
import { Accepting, refusal } from './accepting.fixture.js';

let world: Accepting;
beforeAll(async () => { world = await Accepting.open(); });
afterAll(() => world?.close());
const line = (id: string, organization = world.buyer) => world.as(organization, (tx) => world.get(OrderLines).byId(tx, id));
const register = (siteId: string, change = {}, actor = world.procurement()) => world.get(RegisterOrderLine).execute(actor, world.terms(siteId, change));
const place = (orderLineId: string, agreementId: string | null) => world.get(PlaceOrder).execute(world.procurement(), { orderLineId, agreementId });

describe('an order line', () => {
  it('pins the agreement when it is placed, with a copy of the facts and the criticality', async () => {
    const agreed = await world.agreed({ criticality: 'low' });
    const id = await world.ordered(agreed, { criticality: 'high' });
    expect(await line(id)).toMatchObject({
      state: 'ordered', agreementId: agreed.agreementId, specCriticality: 'low', effectiveCriticality: 'high', facts: { has_computing: true, remote: false },
      supplierOrganizationId: world.supplier, quantity: 3, receivedQuantity: 0, amount: 36_000_000, orderedOn: '2026-11-02', paymentTermsDays: 60,
    });
    const events = await world.as(world.buyer, (tx) => world.get(AuditQueries).about(tx, 'order_line', id));
    expect(events.map((event) => event.act)).toEqual(['order.register', 'order.place']);
  });

  it('keeps its own facts when it brings them', async () => {
    const id = await world.ordered(await world.agreed(), { facts: { has_computing: false } });
    expect((await line(id)).facts).toEqual({ has_computing: false });
  });

  it('is placed once, and never pinned later', async () => {
    const agreed = await world.agreed();
    const id = await world.ordered({ siteId: agreed.siteId, agreementId: null });
    expect(await refusal(place(id, agreed.agreementId))).toBe('order.not_a_draft');
    expect((await line(id)).agreementId).toBeNull();
  });

  it.each([
    ['an agreement of another factory', 'order.agreement_of_another_site', {}],
    ['a criticality below the specification’s', 'order.criticality_lowered', { criticality: 'low' as const }],
    ['セキュア要求 なし', 'order.agreement_without_requirement', { secureRequirement: false, noRequirementReason: '消耗品で計算機を含まない' }],
  ])('cannot be pinned with %s', async (_, code, change) => {
    const agreed = await world.agreed();
    const siteId = code.endsWith('site') ? await world.site() : agreed.siteId;
    expect(await refusal(place(await register(siteId, change), agreed.agreementId))).toBe(code);
  });

  it('states what 取適法 wants to a 中小受託事業者, and nobody without an inspection date', async () => {
    const bare = { deliveryPlace: null, amount: null };
    expect(await refusal(place(await register(await world.site(true, true), bare), null))).toBe('order.placing_incomplete');
    expect(await refusal(place(await register(await world.site(true, false), bare), null))).toBe('done');
    expect(await refusal(place(await register(await world.site(true, false), { inspectionDueOn: null }), null))).toBe('order.placing_incomplete');
  });

  it('is registered by procurement, for a factory of its own, once', async () => {
    const siteId = await world.site();
    const terms = world.terms(siteId);
    expect(await refusal(world.get(RegisterOrderLine).execute(world.inspector(), terms))).toBe('common.forbidden');
    expect(await refusal(world.get(RegisterOrderLine).execute(person(world.stranger, 'x', ['procurement']), terms))).toBe('common.not_found');
    await world.get(RegisterOrderLine).execute(world.procurement(), terms);
    expect(await refusal(world.get(RegisterOrderLine).execute(world.procurement(), terms))).toBe('order.already_registered');
  });

  it('is the buyer’s secret while it is a draft; then the supplier reads it and a stranger never does', async () => {
    const agreed = await world.agreed();
    const id = await register(agreed.siteId);
    expect(await refusal(line(id, world.supplier))).toBe('common.not_found');
    await place(id, agreed.agreementId);
    expect((await line(id, world.supplier)).state).toBe('ordered');
    expect(await refusal(line(id, world.stranger))).toBe('common.not_found');
  });

  it('is shown to a supplier that joins later, line by line', async () => {
    const siteId = await world.site(false);
    const [placed, draft] = [await world.ordered({ siteId, agreementId: null }), await register(siteId)];
    expect((await line(placed)).supplierOrganizationId).toBeNull();
    await world.superuser('update app.supplier_site set joined_organization_id = $2, joined_at = now() where id = $1', [siteId, world.supplier]);
    expect(await world.get(ShareOrders).execute(world.system(), siteId)).toBe(1);
    expect((await line(placed, world.supplier)).id).toBe(placed);
    expect(await refusal(line(draft, world.supplier))).toBe('common.not_found');
    expect(await refusal(line(placed, world.stranger))).toBe('common.not_found');
  });

  it('is cancelled with a reason, unless goods have come', async () => {
    const agreed = await world.agreed();
    const [open, delivered] = [await world.ordered(agreed), await world.ordered(agreed)];
    await world.receive(delivered);
    const cancel = (orderLineId: string, reason: string) => refusal(world.get(CancelOrder).execute(world.procurement(), { orderLineId, reason }));
    expect(await cancel(open, ' ')).toBe('order.cancel_invalid');
    expect(await cancel(open, '計画の中止')).toBe('done');
    expect(await cancel(open, '計画の中止')).toBe('order.already_cancelled');
    expect(await cancel(delivered, '計画の中止')).toBe('order.has_deliveries');
  });

  it('is frozen by the database once it is placed', async () => {
    const id = await world.ordered(await world.agreed());
    for (const change of [`facts = '{}'`, 'agreement_id = null, spec_criticality = null', `placed_by = 'x'`]) {
      await expect(world.as(world.buyer, (tx) => tx.query(`update app.order_line set ${change} where id = $1`, [id]))).rejects.toThrow('a placed order is not changed');
    }
  });
});
