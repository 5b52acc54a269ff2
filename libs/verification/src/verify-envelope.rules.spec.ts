import type { VerificationTools } from '@platform-pure/signing';
import { verifyDocument } from './verify-envelope.rules.js';

const ENVELOPE = {
  format: 'kenshu.sealed/1', statement: { type: 'kenshu.response/1' }, acts: [], digest: '00',
  sealedAt: '2026-11-20T03:00:00.000Z', jws: 'a..b', chain: ['AQ=='],
};
const signer = { organization: '髙﨑', issuer: 'CA', notBefore: new Date(0), notAfter: new Date(0), fingerprint: '' };

function tools(over: object = {}): VerificationTools {
  return {
    canonicalize: JSON.stringify,
    sha256: async () => Uint8Array.of(0),
    verifyJws: async () => ({ valid: true }),
    verifyChain: async () => ({ state: 'trusted', signer }),
    readPdf: async () => { throw new Error('not a PDF'); },
    ...over,
  } as unknown as VerificationTools;
}
const verify = (value: object, over: object = {}) =>
  verifyDocument(new TextEncoder().encode(JSON.stringify(value)), tools(over), { anchors: [Uint8Array.of(2)], status: 'revoked' });

describe('a sealed envelope', () => {
  it('is told from a PDF by its first byte, and its status is asked when it is intact', async () => {
    expect(await verify(ENVELOPE)).toMatchObject({ kind: 'envelope', verdict: 'revoked', status: 'revoked', signer: { organization: '髙﨑' } });
    expect((await verifyDocument(Uint8Array.of(), tools(), { anchors: [] })).kind).toBe('pdf');
  });

  it.each<[string, object, object]>([
    ['digest', {}, { sha256: async () => Uint8Array.of(1) }],
    ['seal', {}, { verifyJws: async () => ({ valid: false }) }],
    ['certificate', { chain: ['*'] }, {}],
    ['acts', { acts: [{ role: 'a', name: 'b', method: 'c', at: 'd', digest: 'e' }] }, {}],
  ])('whose %s does not hold is altered, and no register is asked about it', async (_, over, other) => {
    expect(await verify({ ...ENVELOPE, ...over }, other)).toMatchObject({ verdict: 'altered', status: 'unknown' });
  });
});
