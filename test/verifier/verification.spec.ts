import { PDF } from '@libpdf/core';
import { canonicalBytes, canonicalDigest, nodeVerificationTools, sealPdf } from '@platform/signing';
import type { SealSigner } from '@platform/signing';
import { scanSignatures } from '@platform-pure/signing';
import { verifyDocument, verifyEnvelope, verifyPdf } from '@pure/verification';
import type { CheckCode, VerificationReport } from '@pure/verification';
import { authority, BUYER, NOW, plainPdf, sealedEnvelope, sealedPdf } from './verification.fixtures.js';
import type { TestAuthority } from './verification.fixtures.js';

const tools = nodeVerificationTools();
let installation: TestAuthority;
let seal: SealSigner;
let pdf: Uint8Array;

beforeAll(async () => {
  installation = await authority();
  seal = await installation.seal(BUYER);
  pdf = await sealedPdf(seal, await sealedEnvelope(seal));
});

const anchored = () => ({ anchors: [installation.pem] });
const stateOf = (report: VerificationReport, code: CheckCode) => report.checks.find((check) => check.code === code)?.state;
const failed = (report: VerificationReport) => report.checks.filter((check) => check.state === 'fail').map((check) => check.code);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

interface Editable {
  statement: { number: string; supplier: { legalName: string } }; acts: { name: string; digest: string }[];
  digest: string; sealedAt: string; jws: string; chain: string[];
}

/** Changes the envelope, keeps the canonical form. */
function edited(bytes: Uint8Array, change: (envelope: Editable) => void): Uint8Array {
  const envelope = JSON.parse(Buffer.from(bytes).toString('utf8')) as Editable;
  change(envelope);
  return canonicalBytes(envelope);
}

describe('a certificate as it was issued', () => {
  it('is genuine from the file alone, with the status unknown and said so', async () => {
    const report = await verifyPdf(pdf, tools, anchored());
    expect({ verdict: report.verdict, status: report.status, failed: failed(report) }).toEqual({ verdict: 'genuine', status: 'unknown', failed: [] });
    expect(report.checks.filter((check) => check.state === 'unknown').map((check) => check.code)).toEqual(['status']);
    expect(report.signer).toMatchObject({ organization: BUYER, issuer: 'Kenshu installation CA' });
    expect(report.envelope?.statement).toMatchObject({ number: 'TKS-2026-0001', supplier: { legalName: '㈱𠮷田電機製作所', site: '﨑戸工場' } });
    expect(report.signedAt).toEqual(NOW);
  });

  it.each([['issued', 'genuine'], ['superseded', 'superseded'], ['revoked', 'revoked'], ['changed_since_issue', 'changed_since_issue']] as const)(
    'that the register calls %s is %s', async (status, verdict) => {
      expect((await verifyPdf(pdf, tools, { ...anchored(), status })).verdict).toBe(verdict);
      expect((await verifyPdf(pdf, tools, { ...anchored(), status: async () => status })).verdict).toBe(verdict);
    });

  it('that the register does not know is not vouched for', async () => {
    const report = await verifyPdf(pdf, tools, { ...anchored(), status: async () => null });
    expect([report.verdict, failed(report)]).toEqual(['unknown', ['status']]);
  });

  it('is looked up by number and digest', async () => {
    const lookup = jest.fn(async () => 'issued' as const);
    const { envelope } = await verifyPdf(pdf, tools, { ...anchored(), status: lookup });
    expect(lookup).toHaveBeenCalledWith(expect.objectContaining({ type: 'kenshu.certificate/1', number: 'TKS-2026-0001', digest: envelope!.digest }));
  });

  it('has an unknown issuer without an anchor, and with the anchor of another installation', async () => {
    const without = await verifyPdf(pdf, tools, { anchors: [] });
    expect([without.verdict, stateOf(without, 'issuer'), failed(without)]).toEqual(['unknown', 'unknown', []]);
    const other = await verifyPdf(pdf, tools, { anchors: [(await authority()).pem] });
    expect([other.verdict, failed(other)]).toEqual(['unknown', ['issuer']]);
  });

  it('stays genuine when somebody wrote PDF syntax into a comment', async () => {
    const envelope = await sealedEnvelope(seal, { comment: '/ByteRange [0 10 20 30] /Contents <00> %%EOF endstream endobj' });
    expect((await verifyPdf(await sealedPdf(seal, envelope), tools, anchored())).verdict).toBe('genuine');
  });

  it('from an unknown issuer is never opened by the parser when anchors are given', async () => {
    const readPdf = jest.fn(tools.readPdf);
    await verifyPdf(pdf, { ...tools, readPdf }, { anchors: [(await authority()).pem] });
    expect(readPdf).not.toHaveBeenCalled();
  });
});

describe('a changed PDF', () => {
  it('with any byte flipped outside the signature value is not genuine', async () => {
    const [first, second] = [scanSignatures(pdf)[0]!.byteRange[1], scanSignatures(pdf)[0]!.byteRange[2]];
    const positions = new Set([0, 1, first - 1, first, second - 1, second, pdf.length - 1]);
    for (let at = 7; at < pdf.length; at += 41) if (at < first || at >= second) positions.add(at);
    expect(positions.size).toBeGreaterThan(100);
    const survivors: number[] = [];
    for (const at of positions) {
      const copy = Uint8Array.from(pdf);
      copy[at]! ^= 1 << (at % 8);
      const { verdict } = await verifyPdf(copy, tools, anchored());
      if (verdict === 'genuine') survivors.push(at);
    }
    expect(survivors).toEqual([]);
  });

  it('with a byte behind the signature value that a reader would skip is altered', async () => {
    const copy = Uint8Array.from(pdf);
    copy[scanSignatures(pdf)[0]!.byteRange[2] - 3] = 0x31; // the zero padding inside Contents
    const report = await verifyPdf(copy, tools, anchored());
    expect([report.verdict, failed(report)]).toEqual(['altered', ['pdf_signature']]);
  });

  it('with an update appended is altered, whatever the update says', async () => {
    for (const tail of ['\n', '\n%%EOF\n', '\n9 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 9 0 R >>\nstartxref\n0\n%%EOF\n']) {
      const report = await verifyPdf(Buffer.concat([pdf, Buffer.from(tail)]), tools, anchored());
      expect([report.verdict, failed(report)]).toEqual(['altered', ['pdf_whole_file']]);
    }
  });

  it('with a second signature appended is altered', async () => {
    const found = scanSignatures(pdf)[0]!;
    const tail = text(pdf.subarray(found.byteRange[1] - 200));
    const report = await verifyPdf(Buffer.concat([pdf, Buffer.from(tail, 'latin1')]), tools, anchored());
    expect([report.verdict, failed(report)]).toEqual(['altered', ['pdf_one_signature']]);
  });

  it('whose ByteRange was widened to hide unsigned bytes is altered', async () => {
    const [, first, second] = scanSignatures(pdf)[0]!.byteRange;
    const hidden = Buffer.from('<</Evil true>>');
    const widened = Buffer.concat([pdf.subarray(0, second - 1), hidden, pdf.subarray(second - 1)]);
    const declared = text(widened).replace(/(\/ByteRange \[0 \d+ +)(\d+)/, (_, head: string, at: string) => `${head}${Number(at) + hidden.length}`);
    const report = await verifyPdf(Buffer.from(declared, 'latin1'), tools, anchored());
    expect(first).toBeGreaterThan(0);
    expect([report.verdict, failed(report)]).toEqual(['altered', ['pdf_whole_file']]);
  });

  it('whose signature was taken out is altered, and one that never had one is unknown', async () => {
    const stripped = Buffer.from(text(pdf).replace('/ByteRange', '/ByteXange'), 'latin1');
    expect((await verifyPdf(stripped, tools, anchored())).verdict).toBe('altered');
    expect((await verifyPdf(await plainPdf(), tools, anchored())).verdict).toBe('unknown');
    expect((await verifyDocument(Buffer.from('no pdf at all'), tools, anchored())).verdict).toBe('unknown');
  });

  it('sealed around an envelope that says something else is altered: the inner seal breaks', async () => {
    const swapped = edited(await sealedEnvelope(seal), (envelope) => { envelope.statement.number = 'TKS-2026-0009'; });
    const status = jest.fn(async () => 'issued' as const);
    const report = await verifyPdf(await sealedPdf(seal, swapped), tools, { ...anchored(), status });
    expect([report.verdict, failed(report)]).toEqual(['altered', ['digest', 'seal']]);
    expect(status).not.toHaveBeenCalled(); // the register is not asked with values that somebody wrote in
  });

  it('whose attachment was swapped by an update behind the signature is altered', async () => {
    const loaded = await PDF.load(pdf);
    loaded.addAttachment('statement.json', await sealedEnvelope(seal, { number: 'TKS-2026-0009' }), { overwrite: true });
    const swapped = await loaded.save({ incremental: true });
    expect(Buffer.from(swapped.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true);
    expect(Buffer.from((await tools.readPdf(swapped)).attachments[0]!.bytes).toString()).toContain('TKS-2026-0009');
    expect((await verifyPdf(swapped, tools, anchored())).verdict).toBe('altered');
  });

  it('with no statement in it, though signed below the anchor, is not ours to vouch for', async () => {
    const signed = await sealPdf(await plainPdf(), { attachments: [], signer: seal, reason: '-', location: '-', signedAt: NOW });
    expect((await verifyPdf(signed, tools, anchored())).verdict).toBe('unknown');
  });

});

describe('the wrong seal', () => {
  it('of another organisation around a statement is altered, and around its own words about us is not genuine', async () => {
    const other = await installation.seal('別会社株式会社');
    const wrapped = await verifyPdf(await sealedPdf(other, await sealedEnvelope(seal)), tools, anchored());
    expect([wrapped.verdict, failed(wrapped)]).toEqual(['altered', ['seal_same_signer', 'issuer_named']]);
    const posing = await verifyPdf(await sealedPdf(other, await sealedEnvelope(other)), tools, anchored());
    expect([posing.verdict, failed(posing)]).toEqual(['unknown', ['issuer_named']]);
  });

  it('of an authority with the same name in another installation is not genuine', async () => {
    const forged = await (await authority()).seal(BUYER);
    const report = await verifyPdf(await sealedPdf(forged, await sealedEnvelope(forged)), tools, anchored());
    expect([report.verdict, failed(report)]).toEqual(['unknown', ['issuer']]);
  });

  it('that had ended, or had not begun, when it was used is not genuine', async () => {
    for (const from of ['2021-01-01T00:00:00Z', '2026-12-01T00:00:00Z']) {
      const early = await authority(new Date('2021-01-01T00:00:00Z'));
      const wrong = await early.seal(BUYER, new Date(from));
      const report = await verifyPdf(await sealedPdf(wrong, await sealedEnvelope(wrong)), tools, { anchors: [early.pem] });
      expect([report.verdict, failed(report)]).toEqual(['unknown', ['issuer_time']]);
    }
  });

  it('that has ended since is vouched for by the register only', async () => {
    const later = { ...anchored(), now: new Date('2033-01-01T00:00:00Z') };
    expect((await verifyPdf(pdf, tools, later)).verdict).toBe('unknown');
    expect((await verifyPdf(pdf, tools, { ...later, status: async () => 'issued' })).verdict).toBe('genuine');
  });

  it('made with the authority itself is not a seal', async () => {
    const report = await verifyPdf(pdf, { ...tools, verifyChain: (_, anchors, at) => tools.verifyChain(anchors, anchors, at) }, anchored());
    expect([report.verdict, failed(report)]).toEqual(['unknown', ['issuer']]);
  });
});

describe('a sealed envelope in a file of its own', () => {
  it('is genuine as written, from bytes and from text', async () => {
    const bytes = await sealedEnvelope(seal);
    expect((await verifyEnvelope(bytes, tools, anchored())).verdict).toBe('genuine');
    expect((await verifyEnvelope(Buffer.from(bytes).toString('utf8'), tools, anchored())).verdict).toBe('genuine');
    expect((await verifyDocument(bytes, tools, anchored())).kind).toBe('envelope');
  });

  it.each<[string, (envelope: Editable) => void, CheckCode[]]>([
    ['statement', (e) => { e.statement.supplier.legalName = '㈱吉田電機製作所'; }, ['digest', 'seal']],
    ['statement and digest', (e) => { e.statement.number = 'X'; e.digest = canonicalDigest(e.statement); for (const act of e.acts) act.digest = e.digest; }, ['seal']],
    ['act', (e) => { e.acts[2].name = '別人'; }, ['seal']],
    ['time of sealing', (e) => { e.sealedAt = '2026-11-20T03:00:01.000Z'; }, ['seal']],
    ['signature', (e) => { e.jws = e.jws.replace(/.{20}$/, 'AAAAAAAAAAAAAAAAAAAA'); }, ['seal']],
    ['last bits of the signature', (e) => { e.jws = e.jws.replace(/.$/, (c: string) => String.fromCharCode(c.charCodeAt(0) + 1)); }, ['seal']],
    ['protected header', (e) => { e.jws = `${Buffer.from('{"alg":"none"}').toString('base64url')}..${e.jws.split('..')[1]}`; }, ['seal']],
    ['payload put back in', (e) => { e.jws = e.jws.replace('..', '.e30.'); }, ['seal']],
  ])('with its %s changed is altered', async (_, change, expected) => {
    const report = await verifyEnvelope(edited(await sealedEnvelope(seal), change), tools, anchored());
    expect([report.verdict, failed(report).filter((code) => code !== 'acts_digest')]).toEqual(['altered', expected]);
  });

  it('with the certificate of another organisation put in is altered', async () => {
    const other = await installation.seal('別会社株式会社');
    const report = await verifyEnvelope(edited(await sealedEnvelope(seal), (e) => { e.chain[0] = Buffer.from(other.certificateDer).toString('base64'); }), tools, anchored());
    expect([report.verdict, failed(report)]).toEqual(['altered', ['seal', 'issuer_named']]);
  });

  it('that is not in canonical form is altered: a key could stand twice', async () => {
    const bytes = Buffer.from(await sealedEnvelope(seal)).toString('utf8');
    for (const other of [`${bytes}\n`, bytes.replace('{"acts"', '{ "acts"'), bytes.replace('"format":', '"format":"kenshu.sealed/0","format":')]) {
      expect(failed(await verifyEnvelope(other, tools, anchored()))).toEqual(['envelope_form']);
    }
  });

  it('of a certificate that one person confirmed and approved is not genuine', async () => {
    const same = await verifyEnvelope(await sealedEnvelope(seal, {}, { confirmer: 'E-003' }), tools, anchored());
    expect([same.verdict, failed(same)]).toEqual(['unknown', ['separation_of_duty']]);
    const inspectorToo = { confirmer: 'E-001' };
    expect((await verifyEnvelope(await sealedEnvelope(seal, {}, inspectorToo), tools, anchored())).verdict).toBe('genuine');
    expect((await verifyEnvelope(await sealedEnvelope(seal, { criticality: 'high' }, inspectorToo), tools, anchored())).verdict).toBe('unknown');
  });
});
