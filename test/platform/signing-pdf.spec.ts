import { assertSealedPdf, nodeVerificationTools, sealPdf } from '@platform/signing';
import type { SealPdfOptions, SealSigner } from '@platform/signing';
import { coversWholeFile, derOf, scanSignatures, signedBytes } from '@platform-pure/signing';
import { PDF } from '@libpdf/core';
import { authority, BUYER, NOW, plainPdf } from '../verifier/verification.fixtures.js';

let signer: SealSigner;
let options: SealPdfOptions;
let base: Uint8Array;
let sealed: Uint8Array;

beforeAll(async () => {
  signer = await (await authority()).seal(BUYER);
  options = {
    attachments: [
      { name: 'statement.json', mime: 'application/json', bytes: Buffer.from('{"名":"髙﨑"}'), description: '署名された記録' },
      { name: 'note.txt', mime: 'text/plain', bytes: Buffer.from('覚書'), description: 'memo' },
    ],
    signer, reason: '検収確認書の発行 (1/2)', location: '日本', signedAt: NOW, title: '検収確認書', language: 'ja',
  };
  base = await plainPdf();
  sealed = await sealPdf(base, options);
});

describe('sealing a PDF', () => {
  it('appends: the original bytes stand unchanged at the start', () => {
    expect(Buffer.from(sealed.subarray(0, base.length)).equals(Buffer.from(base))).toBe(true);
  });

  it('leaves one signature over the whole file, made by the given certificate at the given time', async () => {
    const [signature, ...others] = scanSignatures(sealed);
    expect([others.length, coversWholeFile(sealed, signature!)]).toEqual([0, true]);
    const cms = await nodeVerificationTools().verifyCms(derOf(signature!.contents!)!, signedBytes(sealed, signature!.byteRange));
    expect(cms).toMatchObject({ valid: true, signingTime: NOW });
    expect(Buffer.from(cms.signerCertificateDer!).equals(Buffer.from(signer.certificateDer))).toBe(true);
  });

  it('keeps the attachments byte for byte, the title, the language and the text', async () => {
    const pdf = await PDF.load(sealed);
    expect(Buffer.from(pdf.getAttachment('statement.json')!).toString('utf8')).toBe('{"名":"髙﨑"}');
    expect(Buffer.from(pdf.getAttachment('note.txt')!).toString('utf8')).toBe('覚書');
    expect([pdf.getTitle(), pdf.getLanguage()]).toEqual(['検収確認書', 'ja']);
    expect(pdf.getPages()[0]!.extractText().text).toContain('Acceptance certificate TKS-2026-0001');
  });

  it('shows the reason without backslashes', () => {
    const reason = /\/Reason <FEFF([0-9A-F]+)>/.exec(Buffer.from(sealed).toString('latin1'))![1]!;
    expect(Buffer.from(reason, 'hex').swap16().toString('utf16le')).toBe('検収確認書の発行 （1/2）');
  });

  it('refuses a PDF that is signed already', async () => {
    await expect(sealPdf(sealed, options)).rejects.toThrow('signed already');
  });
});

describe('the check after sealing', () => {
  it('accepts what was just sealed', async () => {
    await expect(assertSealedPdf(sealed, options)).resolves.toBeUndefined();
  });

  it('names what is wrong', async () => {
    const other = await (await authority()).seal(BUYER);
    const flipped = Uint8Array.from(sealed);
    flipped[200]! ^= 1;
    const differing = [{ ...options.attachments[0]!, bytes: Buffer.from('{}') }];
    await expect(assertSealedPdf(flipped, options)).rejects.toThrow('signature invalid (digest_differs)');
    await expect(assertSealedPdf(sealed, { ...options, signer: other })).rejects.toThrow('another certificate signed');
    await expect(assertSealedPdf(sealed, { ...options, attachments: differing })).rejects.toThrow('attachment statement.json differs');
    await expect(assertSealedPdf(Buffer.concat([sealed, Buffer.from('\n')]), options)).rejects.toThrow('bytes outside the signature');
    await expect(assertSealedPdf(base, options)).rejects.toThrow('not exactly one signature');
  });
});
