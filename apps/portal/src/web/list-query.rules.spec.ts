import { addressOf, likePattern, listQuery, windowOf } from './list-query.rules.js';

const asks = { filters: { state: ['sent', 'late'] }, sorts: ['due'] };
const all = { search: '', filters: {}, sort: null, descending: false, page: 1, format: null };

describe('a question to a list', () => {
  it('is read from the address', () => expect(listQuery({ q: ' 髙﨑 ', state: 'late', sort: 'due', dir: 'desc', page: '3', format: 'csv' }, asks))
    .toEqual({ search: '髙﨑', filters: { state: 'late' }, sort: 'due', descending: true, page: 3, format: 'csv' }));

  it.each([{ state: 'x' }, { sort: 'password' }, { page: '-1' }, { page: '1e9' }, { format: 'exe' }, { q: ['a'] }, { state: { a: 1 } }, { other: 'x' }])('leaves out what it does not know: %j', (query) => expect(listQuery(query, asks)).toEqual(all));

  it('keeps bytes out that a database refuses', () => expect(listQuery({ q: 'a\0b\ud842' }, asks).search).toBe('ab\ufffd'));

  it('comes back as the same address, from the first page when something else changes', () => {
    const query = listQuery({ q: 'a&b', state: 'late', page: '2' }, asks);
    expect(addressOf('/requests', query)).toBe('/requests?q=a%26b&state=late&page=2');
    expect(addressOf('/requests', query, { page: 1, format: 'xlsx' })).toBe('/requests?q=a%26b&state=late&format=xlsx');
    expect(addressOf('/requests', listQuery({}, asks))).toBe('/requests');
  });

  it('reads one page, and everything for a file', () => {
    expect(windowOf(listQuery({ page: '3' }, asks))).toEqual({ limit: 50, offset: 100 });
    expect(windowOf(listQuery({ page: '3', format: 'csv' }, asks))).toEqual({ limit: 20_000, offset: 0 });
  });

  it('looks for what was typed, not for a pattern', () => expect(likePattern('50%_\\')).toBe('%50\\%\\_\\\\%'));
});
