import { canonicalBytes, nodeVerificationTools, sealStatement } from '@platform/signing';
import type { SealSigner } from '@platform/signing';
import { derOf, scanSignatures, signedBytes } from '@platform-pure/signing';
import { createSealKey, derOfPem } from '../../libs/platform/signing/src/certificates.js';
import { authority, BUYER, NOW, sealedEnvelope, sealedPdf } from '../verifier/verification.fixtures.js';
import type { TestAuthority } from '../verifier/verification.fixtures.js';

const tools = nodeVerificationTools();
let installation: TestAuthority;
let seal: SealSigner;

beforeAll(async () => {
  installation = await authority();
  seal = await installation.seal(BUYER);
});

/** The same certificate with another name: same key, same issuer, same serial number. */
function renamed(der: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(der).toString('latin1').replaceAll(latin1('精機'), latin1('精工')), 'latin1');
}
const latin1 = (text: string) => Buffer.from(text).toString('latin1');

describe('a CMS signature', () => {
  let der: Uint8Array;
  let content: Uint8Array;
  beforeAll(async () => {
    const pdf = await sealedPdf(seal, await sealedEnvelope(seal));
    const [signature] = scanSignatures(pdf);
    der = derOf(signature!.contents!)!;
    content = signedBytes(pdf, signature!.byteRange);
  });

  it('holds for its content only', async () => {
    expect(await tools.verifyCms(der, content)).toMatchObject({ valid: true });
    expect(await tools.verifyCms(der, content.subarray(1))).toMatchObject({ valid: false, reason: 'digest_differs' });
  });

  it('does not hold for another certificate of the same key, even of the same number', async () => {
    expect(renamed(der).equals(Buffer.from(der))).toBe(false);
    expect(await tools.verifyCms(renamed(der), content)).toMatchObject({ valid: false, reason: 'certificate_not_bound' });
  });

  it('does not hold when a signed attribute or the value was changed, wherever it was', async () => {
    const start = Buffer.from(der).indexOf(Buffer.from('06092a864886f70d010903', 'hex')); // content-type: the first signed attribute
    expect(start).toBeGreaterThan(0);
    for (let at = start; at < der.length; at += 7) {
      const copy = Uint8Array.from(der);
      copy[at]! ^= 1;
      expect([at, (await tools.verifyCms(copy, content)).valid]).toEqual([at, false]);
    }
  });

  it.each<[string, Uint8Array]>([['nothing', new Uint8Array()], ['an empty sequence', Uint8Array.of(0x30, 0)], ['text', Buffer.from('text')]])(
    'is not %s', async (_, bytes) => expect((await tools.verifyCms(bytes, content)).valid).toBe(false));
});

describe('a detached JWS', () => {
  it('holds for the certificate that its header names, not for another one of the same key', async () => {
    const { jws, chain, ...content } = (await sealStatement({ type: 'kenshu.response/1' }, [], seal, NOW)).envelope;
    const payload = canonicalBytes(content);
    expect(chain).toHaveLength(2);
    expect(await tools.verifyJws(jws, payload, seal.certificateDer)).toEqual({ valid: true });
    expect(await tools.verifyJws(jws, payload, renamed(seal.certificateDer))).toEqual({ valid: false, reason: 'certificate_not_named' });
    expect((await tools.verifyJws(jws, canonicalBytes({}), seal.certificateDer)).valid).toBe(false);
    expect((await tools.verifyJws(jws, payload, Buffer.from('no certificate'))).valid).toBe(false);
  });
});

describe('a chain', () => {
  const state = async (leaf: Uint8Array, anchors: Uint8Array[], at = NOW) => (await tools.verifyChain([leaf], anchors, at)).state;

  it('leads from the seal to its own authority within its time', async () => {
    const anchor = derOfPem(installation.pem);
    expect(await state(seal.certificateDer, [derOfPem((await authority()).pem), anchor])).toBe('trusted');
    expect(await state(seal.certificateDer, [])).toBe('unknown_issuer');
    expect(await state(seal.certificateDer, [anchor], new Date('2026-11-20T02:59:59Z'))).toBe('outside_validity');
    expect(await state(seal.certificateDer, [anchor], new Date('2031-11-20T03:00:01Z'))).toBe('outside_validity');
    expect(await state(renamed(seal.certificateDer), [anchor])).toBe('unknown_issuer');
  });

  it('does not begin at an authority, nor at what is no certificate', async () => {
    const anchor = derOfPem(installation.pem);
    expect(await state(anchor, [anchor])).toBe('invalid');
    expect(await state(new Uint8Array(), [anchor])).toBe('invalid');
  });

  it('does not end at an organisation that issues certificates with its seal', async () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(seal.certificateDer).toString('base64')}\n-----END CERTIFICATE-----`;
    const forged = await createSealKey({ certificatePem: pem, privateKey: seal.privateKey }, '別会社', NOW);
    expect(await state(derOfPem(forged.certificatePem), [seal.certificateDer])).toBe('unknown_issuer');
  });
});
