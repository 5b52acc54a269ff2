import { invalid } from '@platform-pure/errors';
import { changesBetween, countOutcomes, refuseRepeated, rowProblems, willBeWritten } from './import-plan.rules.js';
import type { ImportOutcome, PlannedRow } from './import-plan.rules.js';

const row = (outcome: ImportOutcome): PlannedRow => ({ sheet: '', number: 2, name: 'x', outcome, changes: [], problems: [], target: null, content: null, raw: [] });

describe('the plan of an import', () => {
  it('writes new and changed rows and nothing else', () => {
    expect((['new', 'changed', 'unchanged', 'conflict', 'faulty'] as const).filter((outcome) => willBeWritten(row(outcome)))).toEqual(['new', 'changed']);
    expect(countOutcomes([row('new'), row('new'), row('faulty')])).toEqual({ new: 2, changed: 0, unchanged: 0, conflict: 0, faulty: 1 });
  });

  it('names what differs with both values', () => expect(changesBetween({ a: 1, b: 'x', c: null }, { a: 2, b: 'x', c: 'y' } as never, ['a', 'b', 'c'])).toEqual([{ field: 'a', before: 1, after: 2 }, { field: 'c', before: null, after: 'y' }]));

  it('refuses the second row of one name and says where the first stands', () => {
    const rows = [{ number: 2, key: 'a' }, { number: 3, key: null }, { number: 4, key: 'a' }, { number: 5, key: null }];
    expect([...refuseRepeated(rows, ({ key }) => key)]).toEqual([[rows[2], 2]]);
  });

  it('says what a verb says, field by field', () => {
    expect(rowProblems(invalid('x.bad', {}, [{ field: 'name', code: 'common.required' }]))).toEqual([{ field: 'name', code: 'common.required', params: {} }]);
    expect(rowProblems(invalid('x.bad', { n: 1 }))).toEqual([{ field: null, code: 'x.bad', params: { n: 1 } }]);
  });
});
