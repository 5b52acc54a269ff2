import { orderLineState } from './order.states.js';
import type { LotSummary } from './order.states.js';

const line = { quantity: 3, placed: true, cancelled: false };
const lot = (quantity: number, verdict: LotSummary['verdict'] = null, returned = false): LotSummary => ({ quantity, verdict, returned });

describe('an order line', () => {
  it.each([
    ['draft until it is placed', { ...line, placed: false }, [], 'draft'],
    ['cancelled, whatever came before', { ...line, cancelled: true }, [], 'cancelled'],
    ['ordered while nothing came', line, [], 'ordered'],
    ['part delivered after the first of several lots', line, [lot(1, 'passed')], 'part_delivered'],
    ['fully delivered when everything came and not everything is judged', line, [lot(1, 'passed'), lot(2)], 'fully_delivered'],
    ['accepted when every lot passed', line, [lot(1, 'passed'), lot(2, 'passed')], 'accepted'],
    ['closed as rejected when no lot passed', line, [lot(3, 'rejected')], 'closed_rejected'],
    ['not accepted while one lot is rejected', line, [lot(1, 'rejected'), lot(2, 'passed')], 'fully_delivered'],
    ['open again when a lot was returned', line, [lot(3, 'rejected', true)], 'ordered'],
  ] as const)('is %s', (_, facts, lots, state) => expect(orderLineState(facts, lots)).toBe(state));
});
