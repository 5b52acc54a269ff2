import { AnnounceDelivery, Deliveries, ReceiveDelivery, ReturnDelivery } from '@libs/delivery';
import { OrderLines } from '@libs/order';
import { person } from '../support/platform.js';
import { Accepting, refusal } from './accepting.fixture.js';

let world: Accepting;
beforeAll(async () => { world = await Accepting.open(); });
afterAll(() => world?.close());
const lot = (id: string, organization = world.buyer) => world.as(organization, (tx) => world.get(Deliveries).byId(tx, id));
const ordered = async (change = {}) => world.ordered(await world.agreed(), change);
const announce = (orderLineId: string, change = {}, actor = person(world.supplier, '𠮷田', ['supplier_contact'])) =>
  world.get(AnnounceDelivery).execute(actor, { orderLineId, noteNumber: 'DN-A1', quantity: 1, ...change });
const giveBack = (deliveryId: string, reason = '外装の破損') => world.get(ReturnDelivery).execute(world.procurement(), { deliveryId, reason });

describe('a lot', () => {
  it('is received with the day that starts the payment clock, counted from that day', async () => {
    const id = await world.receive(await ordered({ orderedOn: '2026-10-01', dueOn: '2026-10-20' }), { receivedOn: '2026-10-30', serials: ['SN-1'], versions: [{ name: 'PLC', version: '4.2' }] });
    expect(await lot(id)).toMatchObject({
      receivedOn: '2026-10-30', paymentDueOn: '2026-12-28', state: 'received', installmentNo: 1, installmentsTotal: null, serials: ['SN-1'], versions: [{ name: 'PLC', version: '4.2' }],
      inspectedOn: null, acceptedOn: null, receivedBy: '森', receivedByPersonKey: 'E-101', supplierOrganizationId: world.supplier,
    });
  });

  it('is one of several: numbers run, and the one that completes the order says so', async () => {
    const orderLineId = await ordered({ quantity: 3 });
    const ids = [await world.receive(orderLineId), await world.receive(orderLineId, { installmentsTotal: 3 }), await world.receive(orderLineId)];
    expect((await Promise.all(ids.map((id) => lot(id)))).map(({ installmentNo, installmentsTotal }) => [installmentNo, installmentsTotal])).toEqual([[1, null], [2, 3], [3, 3]]);
    expect(await refusal(world.receive(orderLineId))).toBe('order.over_delivery');
    expect((await world.as(world.buyer, (tx) => world.get(OrderLines).byId(tx, orderLineId))).receivedQuantity).toBe(3);
  });

  it('of more than is open is refused, also when two docks receive at once', async () => {
    const orderLineId = await ordered({ quantity: 3 });
    expect(await refusal(world.receive(orderLineId, { quantity: 4 }))).toBe('order.over_delivery');
    const both = await Promise.all([refusal(world.receive(orderLineId, { quantity: 2 })), refusal(world.receive(orderLineId, { quantity: 2 }))]);
    expect(both.sort()).toEqual(['done', 'order.over_delivery']);
  });

  it('cannot be received by the database beyond the order, whatever the code does', async () => {
    const orderLineId = await ordered();
    await expect(world.as(world.buyer, (tx) => tx.query('update app.order_line set received_quantity = 4 where id = $1', [orderLineId]))).rejects.toThrow('check constraint');
  });

  it.each([
    ['in the future', { receivedOn: '2026-11-03' }, 'delivery.lot_invalid'], ['before the order', { receivedOn: '2026-11-01' }, 'delivery.lot_invalid'],
    ['without a note number', { noteNumber: ' ' }, 'delivery.lot_invalid'],
  ])('is not received %s', async (_, change, code) => expect(await refusal(world.receive(await ordered(), change))).toBe(code));

  it('is received by the receiver, of a placed order, under each note number once', async () => {
    const orderLineId = await ordered();
    expect(await refusal(world.receive(orderLineId, {}, world.inspector()))).toBe('common.forbidden');
    expect(await refusal(world.receive(orderLineId, {}, person(world.stranger, 'x', ['receiver'])))).toBe('common.not_found');
    expect(await refusal(world.receive(orderLineId, {}, person(world.supplier, 'x', ['receiver'])))).not.toBe('done');
    await world.receive(orderLineId, { noteNumber: 'DN-X' });
    expect(await refusal(world.receive(orderLineId, { noteNumber: 'DN-X' }))).toBe('delivery.note_known');
  });

  it('keeps its day of receipt: nobody can write it again', async () => {
    const id = await world.receive(await ordered());
    for (const column of ['received_on', 'quantity', 'payment_due_on', 'received_by_person_key']) {
      await expect(world.as(world.buyer, (tx) => tx.query(`update app.delivery set ${column} = ${column} where id = $1`, [id]))).rejects.toThrow('permission denied');
    }
  });

  it('is seen by both parties and by nobody else', async () => {
    const id = await world.receive(await ordered());
    expect((await lot(id, world.supplier)).id).toBe(id);
    expect(await refusal(lot(id, world.stranger))).toBe('common.not_found');
  });

  it('cannot claim another supplier than its order', async () => {
    const id = await world.receive(await ordered());
    await expect(world.as(world.buyer, (tx) => tx.query(
      `insert into app.delivery (id, buyer_organization_id, supplier_organization_id, order_line_id, note_number, installment_no, quantity, unit, serials, versions,
         received_on, received_at, received_by, payment_due_on)
       select gen_random_uuid(), buyer_organization_id, $2, order_line_id, 'DN-lie', 9, 1, '台', '[]', '[]', received_on, received_at, received_by, payment_due_on
         from app.delivery where id = $1`, [id, world.stranger]))).rejects.toMatchObject({ code: 'common.reference_missing' });
  });
});

describe('an announcement', () => {
  it('is the supplier’s own row and becomes a lot when its note arrives', async () => {
    const orderLineId = await ordered();
    const announcementId = await announce(orderLineId, { noteNumber: 'DN-77', arrivesOn: '2026-11-05' });
    const expected = () => world.as(world.buyer, (tx) => world.get(Deliveries).expected(tx, orderLineId));
    expect(await expected()).toMatchObject([{ id: announcementId, noteNumber: 'DN-77', arrivesOn: '2026-11-05', announcedBy: '𠮷田' }]);
    const id = await world.receive(orderLineId, { noteNumber: 'DN-77' });
    expect((await lot(id)).announcementId).toBe(announcementId);
    expect(await expected()).toEqual([]);
  });

  it('is for an order the supplier has', async () => {
    const orderLineId = await ordered();
    expect(await refusal(announce(orderLineId, {}, person(world.stranger, 'x', ['supplier_contact'])))).toBe('common.not_found');
    expect(await refusal(announce(orderLineId, {}, person(world.supplier, 'x', ['supplier_signer'])))).toBe('common.forbidden');
    expect(await refusal(announce(orderLineId, { quantity: 4 }))).toBe('delivery.more_than_ordered');
    await announce(orderLineId);
    expect(await refusal(announce(orderLineId))).toBe('delivery.note_known');
    await expect(world.as(world.stranger, (tx) => tx.query(
      `insert into app.delivery_announcement (id, buyer_organization_id, supplier_organization_id, order_line_id, note_number, quantity, serials, versions, announced_by, announced_at)
       values (gen_random_uuid(), $1, $2, $3, 'x', 1, '[]', '[]', 'x', now())`, [world.buyer, world.stranger, orderLineId]))).rejects.toThrow('row-level security');
  });
});

describe('a return', () => {
  it('opens the quantity again, keeps the receipt and its number', async () => {
    const orderLineId = await ordered({ quantity: 1 });
    const id = await world.receive(orderLineId);
    expect(await refusal(giveBack(id, ' '))).toBe('delivery.return_invalid');
    await giveBack(id);
    expect(await lot(id)).toMatchObject({ state: 'returned', returnReason: '外装の破損', returnedOn: '2026-11-02', receivedOn: '2026-11-02' });
    const again = await world.get(ReceiveDelivery).execute(world.receiver(), { orderLineId, noteNumber: 'DN-again', quantity: 1 });
    expect(await lot(again)).toMatchObject({ installmentNo: 2, installmentsTotal: 2 });
    expect(await refusal(giveBack(id))).toBe('delivery.already_returned');
  });

  it('is not possible for what passed its inspection', async () => {
    const { deliveryId } = await world.passed();
    expect(await refusal(giveBack(deliveryId))).toBe('delivery.passed_not_returned');
  });
});
