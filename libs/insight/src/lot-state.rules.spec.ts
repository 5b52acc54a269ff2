import { LOT_STATES, lotStatus } from './lot-state.rules.js';

describe('a lot', () => {
  it('has a sign and a word in every state', () => {
    for (const state of LOT_STATES) expect(lotStatus(state)).toEqual({ tone: expect.any(String) as string, key: `portal_deliveries.state.${state}` });
    expect([lotStatus('rejected').tone, lotStatus('passed').tone]).toEqual(['stop', 'done']);
  });
});
