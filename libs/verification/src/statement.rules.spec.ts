import { asEnvelope, issuerNamed, kindOf, numberOf, statementForm } from './statement.rules.js';

const act = { role: 'approver', name: '髙橋', department: null, method: 'passkey', at: 't', digest: 'd' };
const envelope = {
  format: 'kenshu.sealed/1', statement: { type: 'kenshu.certificate/1' }, acts: [act], digest: 'd',
  sealedAt: '2026-11-20T03:00:00.000Z', jws: 'a..b', chain: ['MAA='],
};

describe('the shape of an envelope', () => {
  it('is recognised', () => expect(asEnvelope(envelope)).toBe(envelope));

  it.each<[string, object]>([
    ['another format', { format: 'kenshu.sealed/2' }], ['no statement', { statement: null }], ['a statement without type', { statement: {} }],
    ['acts that are no list', { acts: {} }], ['an act without digest', { acts: [{ ...act, digest: undefined }] }],
    ['no certificate', { chain: [] }], ['a certificate that is no text', { chain: [1] }], ['no seal', { jws: undefined }],
    ['a time that is none', { sealedAt: 'yesterday' }],
  ])('is refused with %s', (_, over) => expect(asEnvelope({ ...envelope, ...over })).toBeNull());

  it.each([[null], ['text'], [[]], [1]])('is not %j', (value) => expect(asEnvelope(value)).toBeNull());
});

describe('a statement', () => {
  it('has a kind and a version, and a certificate has a number', () => {
    expect(kindOf({ type: 'kenshu.certificate/1' })).toBe('certificate');
    expect(statementForm({ type: 'kenshu.certificate/1', number: 'A-1' })).toBe('pass');
    expect(statementForm({ type: 'kenshu.certificate/1', number: ' ' })).toBe('fail');
    expect(statementForm({ type: 'kenshu.response/1' })).toBe('pass');
    expect(statementForm({ type: 'invoice/1' })).toBe('fail');
    expect(numberOf({ type: 'x', number: 7 })).toBeNull();
  });

  it('of a kind that only a later version knows is unknown, not wrong', () => {
    expect(statementForm({ type: 'kenshu.pledge/1' })).toBe('unknown');
  });

  it('that names its issuer must name the holder of the certificate', () => {
    const statement = { type: 'kenshu.certificate/1', issuer: { legalName: '髙﨑' } };
    expect([issuerNamed(statement, '髙﨑'), issuerNamed(statement, '高崎'), issuerNamed({ type: 'x' }, '髙﨑')]).toEqual(['pass', 'fail', 'unknown']);
  });
});
