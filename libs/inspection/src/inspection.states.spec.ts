import { inspectionState } from './inspection.states.js';

describe('an inspection', () => {
  it.each([
    [null, null, null, 'open'], [{}, null, null, 'judged'], [{}, {}, null, 'confirmed'], [{}, {}, {}, 'approved'],
  ] as const)('signed judge %p, confirm %p, approve %p: %s', (judge, confirm, approve, state) =>
    expect(inspectionState({ judge, confirm, approve })).toBe(state));
});
