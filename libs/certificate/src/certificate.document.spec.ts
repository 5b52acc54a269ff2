import { parseCertificate } from './certificate.document.js';
import { sampleCertificate } from './certificate-sample.js';

describe('the certificate statement', () => {
  const statement = sampleCertificate();
  it('is read back exactly as it was written', () => expect(parseCertificate(JSON.stringify(statement))).toEqual(statement));
  it('cites what people saw under keys that a verifier looks for', () =>
    expect([statement.inspection.digest, statement.basis.agreement.digest, statement.basis.response.digest, statement.basis.specification.digest].every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(true));
  it.each([
    ['another version', { type: 'kenshu.certificate/2' }, 'type'], ['no number', { number: ' ' }, 'number'], ['a rejected lot', { verdict: 'rejected' }, 'verdict'],
    ['boxes in the wrong order', { signOff: [...statement.signOff].reverse() }, 'signOff'], ['a missing box', { signOff: statement.signOff.slice(1) }, 'signOff'],
    ['six exceptions in front', { exceptions: { shown: Array(6).fill(statement.exceptions.shown[0]), total: 6 } }, 'exceptions'],
    ['an acceptance before the receipt', { dates: { ...statement.dates, accepted: '2026-11-09' } }, 'dates'],
    ['an issue before the acceptance', { dates: { ...statement.dates, issued: '2026-11-12' } }, 'dates'],
    ['no day of receipt', { dates: { ...statement.dates, received: null } }, 'dates.received'],
    ['a digest that is none', { inspection: { id: 'i', digest: 'x' } }, 'inspection.digest'], ['no factory', { supplier: { ...statement.supplier, factoryName: '' } }, 'supplier.factoryName'],
    ['no sentence', { confirmation: { ja: '', en: '' } }, 'confirmation.ja'], ['no counts', { counts: {} }, 'counts'],
  ])('cannot be read with %s', (_, change, where) =>
    expect(() => parseCertificate(JSON.stringify({ ...statement, ...change }))).toThrow(`not a kenshu.certificate/1 document: ${where}`));
});
