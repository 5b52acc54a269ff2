import { cursorOf, pageOf, readWindow, windowCursorOf } from './paging.rules.js';

const ids = Array.from({ length: 5 }, (_, index) => ({ id: `00000000-0000-7000-8000-00000000000${index}` }));
const turn = (lines: readonly { id: string }[], limit: number): string[] => {
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = pageOf(lines, cursor, limit);
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === null) return seen;
    cursor = page.next;
  }
};

describe('a list turned page by page', () => {
  it.each([1, 2, 5, 6])('tells every line once, %d at a time', (limit) => expect(turn(ids, limit)).toEqual(ids.map(({ id }) => id)));
  it('ends without a next page when the last line was told', () => expect(pageOf(ids, cursorOf(ids[3]!.id), 1).next).toBeNull());
  it('is not moved by a line that comes in front meanwhile', () =>
    expect(pageOf([{ id: 'ffffffff-0000-7000-8000-000000000000' }, ...ids], cursorOf(ids[1]!.id), 2).items).toEqual(ids.slice(2, 4)));
  it.each(['', 'x', '2', 'c123', cursorOf('ffffffff-0000-7000-8000-000000000001')])('refuses the cursor %j', (cursor) =>
    expect(() => pageOf(ids, cursor, 2)).toThrow('api.cursor_unknown'));
});

describe('a list that the database cuts', () => {
  it('goes on where the last page ended', () => expect(readWindow(windowCursorOf(150), 50)).toEqual({ limit: 50, offset: 150 }));
  it('starts at the front', () => expect(readWindow(undefined, 50)).toEqual({ limit: 50, offset: 0 }));
  it.each(['w', 'w-1', 'wZ', '10', 'wzzzzzz'])('refuses the cursor %j', (cursor) => expect(() => readWindow(cursor, 50)).toThrow('api.cursor_unknown'));
});
