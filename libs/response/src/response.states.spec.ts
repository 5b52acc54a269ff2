import { isEditable, newestReleased, responseState } from './response.states.js';
import type { ResponseState, StatementFate } from './response.states.js';

const at = new Date('2026-11-20T00:00:00Z');
const statement = (revision: number, fate: Partial<StatementFate> = {}): StatementFate => ({ revision, releasedAt: null, returnedAt: null, withdrawnAt: null, ...fate });

describe('the state of a response', () => {
  it.each<[string, StatementFate[], ResponseState, boolean]>([
    ['nothing was submitted', [], 'draft', true],
    ['it waits for its signer', [statement(1)], 'submitted', false],
    ['the signer sent it back', [statement(1, { withdrawnAt: at })], 'draft', true],
    ['the buyer has it', [statement(1, { releasedAt: at })], 'released', false],
    ['the buyer returned it', [statement(1, { releasedAt: at, returnedAt: at })], 'returned', true],
    ['it was submitted again after a return', [statement(1, { releasedAt: at, returnedAt: at }), statement(2)], 'submitted', false],
    ['the second one was sent back by the signer', [statement(2, { withdrawnAt: at }), statement(1, { releasedAt: at, returnedAt: at })], 'draft', true],
    ['the second one is with the buyer', [statement(2, { releasedAt: at }), statement(1, { releasedAt: at, returnedAt: at })], 'released', false],
  ])('when %s', (_when, statements, state, editable) => {
    expect(responseState(statements)).toBe(state);
    expect(isEditable(responseState(statements))).toBe(editable);
  });
  it('an unchanged answer is compared with the last statement the buyer saw', () => {
    const seen = statement(1, { releasedAt: at, returnedAt: at });
    expect(newestReleased([seen, statement(2, { withdrawnAt: at })])).toBe(seen);
    expect(newestReleased([statement(1)])).toBeUndefined();
  });
});
