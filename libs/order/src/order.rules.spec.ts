import type { DomainError } from '@platform-pure/errors';
import { assertPlaceable, readTerms } from './order.rules.js';
import type { OrderTerms } from './order.rules.js';

const terms: OrderTerms = {
  jobNumber: 'J-100', poNumber: 'PO-2026-0007', lineNo: 1, governingDocument: 'purchase_spec', secureRequirement: true, noRequirementReason: null,
  contractForm: 'ukeoi', itemName: '成膜装置', model: 'CVD-300', quantity: 2, unit: '台', orderedOn: '2026-11-02', dueOn: '2026-12-01',
  deliveryPlace: '四日市第二工場', inspectionDueOn: '2026-12-15', amount: 12_000_000, paymentTermsDays: 60, criticality: null, facts: null,
};
function problems(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    return (error as DomainError).fields.map(({ field, code }) => `${field} ${code}`);
  }
}
const reading = (change: Partial<OrderTerms>): string[] => problems(() => readTerms({ ...terms, ...change }));

describe('the terms of an order line', () => {
  it('are read as they were written, blanks around them removed', () =>
    expect(readTerms({ ...terms, poNumber: ' ＰＯ－７ ' })).toEqual({ ...terms, poNumber: 'ＰＯ－７' }));
  it('セキュア要求 なし needs a reason, a blank one is none', () => {
    expect(reading({ secureRequirement: false })).toEqual(['noRequirementReason order.no_requirement_needs_reason']);
    expect(reading({ secureRequirement: false, noRequirementReason: '　' })).toEqual(['noRequirementReason order.no_requirement_needs_reason']);
    expect(reading({ secureRequirement: false, noRequirementReason: '消耗品で計算機を含まない' })).toEqual([]);
  });
  it('セキュア要求 あり cannot carry a reason for having none', () =>
    expect(reading({ noRequirementReason: '不要' })).toEqual(['noRequirementReason order.reason_without_none']));
  it('payment later than 60 days after receipt cannot be agreed', () =>
    expect(reading({ paymentTermsDays: 61 })).toEqual(['paymentTermsDays order.payment_terms_too_long']));
  it('goods cannot be due before they are ordered, nor their inspection before they are due', () => {
    expect(reading({ dueOn: '2026-11-01' })).toEqual(['dueOn order.due_before_order']);
    expect(reading({ inspectionDueOn: '2026-11-30' })).toEqual(['inspectionDueOn order.inspection_before_due']);
    expect(reading({ dueOn: '2026-11-31' })).toEqual(['dueOn common.not_date']);
  });
  it.each([
    [{ poNumber: ' ' }, 'poNumber common.required'], [{ jobNumber: '' }, 'jobNumber common.required'], [{ itemName: '' }, 'itemName common.required'],
    [{ quantity: 0 }, 'quantity order.quantity_invalid'], [{ lineNo: 0 }, 'lineNo order.line_no_invalid'], [{ amount: -1 }, 'amount order.amount_invalid'],
    [{ contractForm: 'other' as 'haken' }, 'contractForm common.choose_one'],
  ])('%p is refused', (change, problem) => expect(reading(change)).toEqual([problem]));
  it('names every wrong field in one answer', () => expect(reading({ poNumber: '', quantity: -1, paymentTermsDays: 90 })).toHaveLength(3));
});

describe('placing an order', () => {
  it('states the inspection completion date, to anybody', () =>
    expect(problems(() => assertPlaceable({ ...terms, inspectionDueOn: null }, false))).toEqual(['inspectionDueOn order.inspection_due_missing']));
  it('states place and price to a 中小受託事業者', () => {
    const bare = { ...terms, deliveryPlace: null, amount: null };
    expect(problems(() => assertPlaceable(bare, true))).toEqual(['deliveryPlace order.delivery_place_missing', 'amount order.amount_missing']);
    expect(problems(() => assertPlaceable(bare, false))).toEqual([]);
  });
});
