import type { HomeLists } from '@libs/insight';
import { homeView, whereTo } from './home.view.js';

const nothing: HomeLists = { side: { buyer: true, supplier: false }, waiting: [], late: [], sent: [], certificates: [], counts: null, beyond: { waiting: 0, late: 0, sent: 0 } };
const item = (kind: 'order' | 'request'): HomeLists['waiting'][number] => ({
  task: 'answer', kind, id: '1', number: 'REQ-1', title: null, party: null, place: null, due: '2026-11-20', status: { tone: 'wait', key: 'k' }, since: null });

describe('the home page', () => {
  it('tells each side what to do next when there is nothing', () => {
    expect(homeView({ ...nothing, counts: [] }, '2026-11-20').sent.empty.$text).toBe('portal.home.sent_empty_buyer');
    expect(homeView(nothing, '2026-11-20').sent.empty.$text).toBe('portal.home.sent_empty_inspection');
    expect(homeView({ ...nothing, side: { buyer: false, supplier: true } }, '2026-11-20').sent.empty.$text).toBe('portal.home.sent_empty_supplier');
    expect(homeView({ ...nothing, side: { buyer: false, supplier: false } }, '2026-11-20').idle).toBe(true);
  });

  it('leads to the desk of the task, and otherwise to the thing itself', () => {
    const { waiting } = homeView({ ...nothing, waiting: [item('request')] }, '2026-11-20');
    expect((waiting.rows[0].cells[1].cell as { href: string | null }).href).toBe('/questionnaires/1');
    expect(whereTo({ task: 'judge', kind: 'inspection', id: '1' })).toBe('/inspections/1/work');
    expect(whereTo({ task: 'deliver', kind: 'order', id: '1' })).toBe('/orders/1');
    expect(whereTo({ task: 'response', kind: 'request', id: '1' })).toBe('/questionnaires/1');
    expect(whereTo({ task: 'announcement', kind: 'order', id: '1' })).toBe('/orders/1');
    expect(whereTo({ task: 'receive', kind: 'announcement', id: '1' })).toBe('/deliveries/new?announcement=1');
  });

  it('cuts no list in silence', () => {
    const { waiting, waitingCount } = homeView({ ...nothing, waiting: Array.from({ length: 25 }, () => item('request')) }, '2026-11-20');
    expect([waiting.rows.length, waitingCount, waiting.more?.params.count]).toEqual([20, 25, 5]);
    const { late, lateCount } = homeView({ ...nothing, late: [item('request')], beyond: { waiting: 0, late: 300, sent: 0 } }, '2026-11-20');
    expect([late.rows.length, lateCount, late.more?.params.count]).toEqual([1, 301, 300]);
  });
});
