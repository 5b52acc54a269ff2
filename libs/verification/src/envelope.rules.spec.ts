import type { ChainVerdict, VerificationTools } from '@platform-pure/signing';
import { CheckSheet } from './checks.rules.js';
import { checkIssuer, checkStatus, readEnvelope } from './envelope.rules.js';
import type { VerificationOptions } from './report.document.js';

const signer = { organization: '髙﨑', issuer: 'CA', notBefore: new Date(0), notAfter: new Date(1000), fingerprint: '' };
const [LEAF, ANCHOR] = [Uint8Array.of(1), Uint8Array.of(2)];

function around(options: Partial<VerificationOptions>, chain?: (at: Date) => ChainVerdict['state']) {
  const tools = {
    canonicalize: JSON.stringify,
    verifyChain: async (_: unknown, __: unknown, at: Date) => ({ state: chain?.(at) ?? 'trusted', signer }),
  } as unknown as VerificationTools;
  return { sheet: new CheckSheet([]), tools, options: { anchors: [ANCHOR], ...options } };
}

describe('who issued the certificate', () => {
  it('must be right at every time that the document claims', async () => {
    const here = around({}, (at) => (at.getTime() < 500 ? 'trusted' : 'outside_validity'));
    await checkIssuer(LEAF, [new Date(1), new Date(600)], here);
    expect([here.sheet.state('issuer'), here.sheet.state('issuer_time')]).toEqual(['pass', 'fail']);
  });

  it('is unknown without anchors and wrong with other ones', async () => {
    const [none, other] = [around({ anchors: [] }, () => 'unknown_issuer'), around({}, () => 'unknown_issuer')];
    await Promise.all([none, other].map((here) => checkIssuer(LEAF, [new Date(1)], here)));
    expect([none.sheet.state('issuer'), other.sheet.state('issuer')]).toEqual(['unknown', 'fail']);
  });

  it('is wrong when no time was claimed', async () => {
    const here = around({});
    await checkIssuer(LEAF, [], here);
    expect(here.sheet.state('issuer')).toBe('fail');
  });

  it('after the end of the certificate only a register can vouch for the time', async () => {
    const now = new Date(2000);
    const [offline, online] = [around({ now }), around({ now, status: 'issued' })];
    await Promise.all([offline, online].map((here) => checkIssuer(LEAF, [new Date(1)], here)));
    expect([offline.sheet.state('issuer_time'), online.sheet.state('issuer_time')]).toEqual(['unknown', 'pass']);
  });
});

describe('reading an envelope', () => {
  it('stops at what is no JSON, no envelope, or not canonical', () => {
    for (const text of ['', '{', '[]', '{"format":"kenshu.sealed/1"}']) {
      const here = around({});
      expect(readEnvelope(new TextEncoder().encode(text), here)).toBeNull();
      expect(here.sheet.state('envelope_form')).toBe('fail');
    }
  });
});

describe('the register', () => {
  const envelope = { statement: { type: 'kenshu.certificate/1', number: 'A-1' }, digest: 'd' } as never;

  it('is not asked when there is none', async () => {
    const here = around({});
    expect(await checkStatus(envelope, here)).toBe('unknown');
    expect(here.sheet.state('status')).toBeUndefined();
  });

  it('is asked by number and digest; what it does not know fails', async () => {
    const status = jest.fn(async () => null);
    const here = around({ status });
    expect([await checkStatus(envelope, here), here.sheet.state('status')]).toEqual(['unknown', 'fail']);
    expect(status).toHaveBeenCalledWith(expect.objectContaining({ type: 'kenshu.certificate/1', number: 'A-1', digest: 'd' }));
  });
});
