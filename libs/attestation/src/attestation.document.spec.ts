import { sealedAct } from './attestation.document.js';
import type { Attestation } from './attestation.document.js';

it('the sealed act says who, in which role, how, when and over what, and nothing of our own keys', () => {
  const attestation: Attestation = {
    id: 'a' as Attestation['id'], statementId: 's', digest: 'd', role: 'supplier_signer', name: '𠮷田', department: '品質保証部', personKey: '1001',
    method: 'password_totp', withoutSeparation: true, signedAt: new Date('2026-11-20T01:02:03Z'),
  };
  expect(sealedAct(attestation)).toEqual({
    role: 'supplier_signer', name: '𠮷田', department: '品質保証部', personKey: '1001', method: 'password_totp', at: '2026-11-20T01:02:03.000Z', digest: 'd',
  });
});
