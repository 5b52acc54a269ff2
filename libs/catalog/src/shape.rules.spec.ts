import { bilingual, duplicates, flag, listOf, oneOf, orNull, shape, text } from './shape.rules.js';

const thing = shape({ name: bilingual, size: oneOf([1, 2]) }, { notes: listOf(text, 1), known: flag });

describe('the shape of a document', () => {
  it('accepts what fits', () => expect(thing({ name: { ja: '名', en: 'name' }, size: 2, notes: ['a'], known: true }, '')).toEqual([]));
  it('names the place and the kind of each problem', () =>
    expect(thing({ name: { ja: ' ', en: 5 }, notes: [], extra: 1, known: 'yes' }, '')).toEqual([
      { path: 'size', problem: 'missing' },
      { path: 'name.ja', problem: 'empty' },
      { path: 'name.en', problem: 'wrong_type' },
      { path: 'notes', problem: 'empty' },
      { path: 'extra', problem: 'unexpected' },
      { path: 'known', problem: 'wrong_type' },
    ]));
  it('counts into lists and shows the value that is not allowed', () => {
    expect(listOf(oneOf(['a', 'b']))(['a', 'c'], 'list')).toEqual([{ path: 'list[1]', problem: 'not_allowed', value: 'c' }]);
    expect(listOf(text)('no list', 'list')).toEqual([{ path: 'list', problem: 'wrong_type' }]);
  });
  it('does not take an array or null for an object, and null only where it may be', () => {
    expect(thing([], 'x')).toEqual([{ path: 'x', problem: 'wrong_type' }]);
    expect(thing(null, 'x')).toEqual([{ path: 'x', problem: 'wrong_type' }]);
    expect(orNull(text)(null, 'x')).toEqual([]);
  });
  it('does not mistake an inherited name for a known key', () =>
    expect(shape({})({ toString: 1 }, '')).toEqual([{ path: 'toString', problem: 'unexpected' }]));
  it('finds the second of two equal values', () =>
    expect(duplicates(['a', 'b', 'a'], (index) => `[${index}]`)).toEqual([{ path: '[2]', problem: 'duplicate', value: 'a' }]));
});
