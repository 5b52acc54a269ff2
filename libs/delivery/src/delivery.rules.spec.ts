import type { DomainError } from '@platform-pure/errors';
import { nextInstallment, readLot, readReceiptDay } from './delivery.rules.js';

function problems(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    return (error as DomainError).fields.map(({ field, code }) => `${field} ${code}`);
  }
}

describe('a lot', () => {
  const lot = { noteNumber: 'DN-1', quantity: 2 };
  it('is read from its delivery note', () =>
    expect(readLot({ ...lot, serials: [' SN-1 ', 'SN-2'], versions: [{ name: 'FW', version: '1.2' }] }))
      .toEqual({ ...lot, installmentsTotal: null, serials: ['SN-1', 'SN-2'], versions: [{ name: 'FW', version: '1.2' }] }));
  it.each([
    [{ ...lot, noteNumber: ' ' }, ['noteNumber common.required']],
    [{ ...lot, quantity: 0 }, ['quantity delivery.quantity_invalid']],
    [{ ...lot, installmentsTotal: 0 }, ['installmentsTotal delivery.installments_invalid']],
    [{ ...lot, serials: ['SN-1', 'SN-1 '] }, ['serials delivery.serial_twice']],
  ])('%p is refused', (input, expected) => expect(problems(() => readLot(input))).toEqual(expected));
});

describe('the installment number n/N', () => {
  it('counts receipts and keeps the announced total', () => expect(nextInstallment(1, 3, false)).toEqual({ no: 2, total: 3 }));
  it('says N when the line is complete, announced or not', () => {
    expect(nextInstallment(0, null, true)).toEqual({ no: 1, total: 1 });
    expect(nextInstallment(1, 3, true)).toEqual({ no: 2, total: 2 });
  });
  it('leaves N open while nobody knows it', () => expect(nextInstallment(0, null, false)).toEqual({ no: 1, total: null }));
  it('cannot be above N', () => expect(problems(() => nextInstallment(2, 2, true))).toEqual(['installmentsTotal delivery.total_too_small']));
  it('cannot be the last while goods are still to come', () =>
    expect(problems(() => nextInstallment(1, 2, false))).toEqual(['installmentsTotal delivery.last_but_incomplete']));
});

describe('the day of receipt', () => {
  it('is today unless it was written down later', () =>
    expect([readReceiptDay(undefined, '2026-11-10', '2026-11-02'), readReceiptDay('2026-11-09', '2026-11-10', '2026-11-02')]).toEqual(['2026-11-10', '2026-11-09']));
  it.each([
    ['2026-11-11', 'receivedOn delivery.received_in_future'], ['2026-11-01', 'receivedOn delivery.received_before_order'], ['2026-11-31', 'receivedOn common.not_date'],
  ])('%p is refused', (day, problem) => expect(problems(() => readReceiptDay(day, '2026-11-30', '2026-11-02').length && readReceiptDay(day, '2026-11-10', '2026-11-02'))).toContain(problem));
});
