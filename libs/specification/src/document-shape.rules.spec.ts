import { isCount, isFlag, isListOf, isNullOr, isOneOf, isRecordOf, isShape, isText, matches } from './document-shape.rules.js';

describe('the shape of a document', () => {
  const check = isShape({ name: isText, tags: isListOf(isText, 1), note: isNullOr(isText) });

  it('is exactly its keys', () => {
    expect(check({ name: 'a', tags: ['x'], note: null }, '')).toEqual([]);
    expect(check({ name: 'a', tags: ['x'], extra: 1 }, '')).toEqual([{ path: 'note', problem: 'missing' }, { path: 'extra', problem: 'unexpected' }]);
  });

  it('names the place of a problem', () => {
    expect(check({ name: ' ', tags: ['x', 3], note: null }, 'top')).toEqual([{ path: 'top.name', problem: 'empty' }, { path: 'top.tags[1]', problem: 'wrong_type' }]);
    expect(check({ name: 'a', tags: [], note: null }, '')).toEqual([{ path: 'tags', problem: 'empty' }]);
    expect(check([], 'x')).toEqual([{ path: 'x', problem: 'wrong_type' }]);
  });

  it('knows counts, flags, patterns, words and records', () => {
    expect([1, 0, 1.5, '1'].map((value) => isCount(value, 'n').length)).toEqual([0, 1, 1, 1]);
    expect([true, 'true'].map((value) => isFlag(value, 'f').length)).toEqual([0, 1]);
    expect(['SPEC-1', 'X'].map((value) => matches(/^SPEC-/)(value, 'p').length)).toEqual([0, 1]);
    expect(['a', 'c'].map((value) => isOneOf(['a', 'b'])(value, 'o').length)).toEqual([0, 1]);
    expect(isRecordOf(isText)({ a: 'x', b: 2 }, 'r')).toEqual([{ path: 'r.b', problem: 'wrong_type' }]);
  });
});
