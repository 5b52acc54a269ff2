import { certificateState, publishedStatus } from './certificate.states.js';

const at = new Date(0);
const none = { signingAt: null, issuedAt: null, supersededAt: null, revokedAt: null };

describe('a certificate', () => {
  it.each([
    ['prepared', none], ['issuing', { ...none, signingAt: at }], ['issued', { ...none, signingAt: at, issuedAt: at }],
    ['superseded', { signingAt: at, issuedAt: at, supersededAt: at, revokedAt: null }],
    ['revoked', { signingAt: at, issuedAt: at, supersededAt: null, revokedAt: at }],
    ['revoked', { signingAt: at, issuedAt: at, supersededAt: at, revokedAt: at }],
  ] as const)('is %s', (state, facts) => expect(certificateState(facts)).toBe(state));
  it.each([['issued', null, null], ['superseded', at, null], ['revoked', null, at], ['revoked', at, at]] as const)(
    'is published as %s', (status, supersededAt, revokedAt) => expect(publishedStatus({ supersededAt, revokedAt })).toBe(status));
});
