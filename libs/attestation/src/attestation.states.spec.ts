import { signingState } from './attestation.states.js';

const at = new Date();
const fate = { withdrawnAt: null, signedAt: null, releasedAt: null };

it.each([
  ['waits for its signer', {}, 'waiting'],
  ['was declined', { withdrawnAt: at }, 'declined'],
  ['is signed, the seal is on its way', { signedAt: at }, 'signed'],
  ['is with the buyer', { signedAt: at, releasedAt: at }, 'released'],
])('a statement that %s', (_what, change, state) => expect(signingState({ ...fate, ...change })).toBe(state));
