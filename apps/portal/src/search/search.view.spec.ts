import type { Found } from '@libs/insight';
import { onlyOne, searchView } from './search.view.js';

const found: Found = { kind: 'order', id: '1', number: 'PO-4501-1', title: { ja: '洗浄装置', en: 'Cleaner' }, party: 'SWC-300', at: new Date(0) };

describe('looking for a number or a name', () => {
  it('leads to each thing, under its number', () => {
    const { rows } = searchView('洗浄', [found]).found!;
    expect(rows[0].cells[1].cell).toMatchObject({ text: { ja: 'PO-4501-1' }, href: '/orders/1', sub: { ja: '洗浄装置' } });
  });

  it('says so when nothing is found, and nothing when nothing was asked', () => {
    expect(searchView('x', []).found?.empty.$text).toBe('portal_search.empty');
    expect(searchView('', []).found).toBeNull();
  });

  it('goes straight to the one thing with that number', () => {
    expect(onlyOne('po-4501-1', [found])).toBe('/orders/1');
    expect([onlyOne('PO-4501', [found]), onlyOne('PO-4501-1', [found, found])]).toEqual([null, null]);
  });
});
