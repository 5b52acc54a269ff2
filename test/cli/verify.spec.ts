import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authority, plainPdf, sealedEnvelope, sealedPdf } from '../verifier/verification.fixtures.js';
import type { TestAuthority } from '../verifier/verification.fixtures.js';
import { folder, kenshu } from './cli.fixture.js';

const desk = folder();
const place = (name: string): string => join(desk.path, name);
const env = { DATA_DIR: place('data') };
let trusted: TestAuthority;

beforeAll(async () => {
  trusted = await authority();
  const signer = await trusted.seal('株式会社髙﨑精機');
  const record = await sealedEnvelope(signer);
  const pdf = await sealedPdf(signer, record);
  writeFileSync(place('genuine.pdf'), pdf);
  writeFileSync(place('record.json'), record);
  writeFileSync(place('altered.pdf'), Uint8Array.from(pdf, (byte, index) => (index === 300 ? byte ^ 1 : byte)));
  writeFileSync(place('plain.pdf'), await plainPdf());
  writeFileSync(place('trusted.pem'), trusted.pem);
  writeFileSync(place('foreign.pem'), (await authority()).pem);
  writeFileSync(place('empty.pem'), 'no certificate');
});
afterAll(() => desk.remove());

describe('kenshu verify', () => {
  it('says that a certificate is genuine, with every check, and that its status is unknown offline', async () => {
    const { status, out } = await kenshu(['verify', place('genuine.pdf'), '--anchor', place('trusted.pem')], env);
    expect([status, out.split('\n')[0]]).toEqual([0, '✓ Genuine']);
    for (const text of ['TKS-2026-0001', '株式会社髙﨑精機', 'Unknown (the issuer’s register was not consulted)', 'Signature value of the PDF: The signature matches the content.', '? Not confirmed  Present status']) expect(out).toContain(text);
  });

  it('says it in Japanese when the terminal is Japanese', async () => {
    const { status, out } = await kenshu(['verify', place('record.json'), '--anchor', place('trusted.pem')], { ...env, LANG: 'ja_JP.UTF-8' });
    expect([status, out.split('\n')[0]]).toEqual([0, '✓ 真正です']);
    expect(out).toContain('不明（発行者の台帳には照会していません）');
  });

  it('ends with 1 for an altered file, an ordinary PDF, and one that another authority has sealed', async () => {
    const results = await Promise.all([['altered.pdf', 'trusted.pem'], ['plain.pdf', 'trusted.pem'], ['genuine.pdf', 'foreign.pem']].map(([file, anchor]) =>
      kenshu(['verify', place(file!), '--anchor', place(anchor!)], env)));
    expect(results.map(({ status, out }) => [status, out.split('\n')[0]])).toEqual([[1, '✗ Altered'], [1, '? Unknown'], [1, '? Unknown']]);
    for (const { out } of results) expect(out).not.toContain('株式会社髙﨑精機');
  });

  it('trusts nobody without an authority, and says so', async () => {
    const { status, out } = await kenshu(['verify', place('genuine.pdf')], env);
    expect([status, out.split('\n')[0]]).toEqual([1, '? Unknown']);
    expect(out).toContain('none (name one with --anchor)');
  });

  it('finds the authority in TRUST_ANCHOR, then in the data directory, then beside the file, with a caution', async () => {
    expect((await kenshu(['verify', place('genuine.pdf')], { ...env, TRUST_ANCHOR: place('trusted.pem') })).status).toBe(0);
    const data = folder();
    mkdirSync(join(data.path, 'trust'));
    writeFileSync(join(data.path, 'trust', 'anchor.pem'), trusted.pem);
    const kept = await kenshu(['verify', place('genuine.pdf')], { DATA_DIR: data.path });
    expect([kept.status, kept.out.includes('Caution')]).toEqual([0, false]);
    data.remove();
    writeFileSync(place('anchor.pem'), trusted.pem);
    const beside = await kenshu(['verify', place('genuine.pdf')], env);
    expect([beside.status, beside.out.includes('Caution: this certificate lay beside the file.')]).toEqual([0, true]);
  });

  it('answers programs in JSON', async () => {
    const { status, out } = await kenshu(['verify', place('genuine.pdf'), '--anchor', place('trusted.pem'), '--json'], env);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'pdf', verdict: 'genuine', status: 'unknown', statement: { type: 'kenshu.certificate/1', number: 'TKS-2026-0001' }, anchor: { source: 'option' } });
  });

  it('ends with 2 when nothing could be verified: no file, no such file, no such authority, no certificate in it, an unknown option', async () => {
    const tries = [['verify'], ['verify', place('missing.pdf')], ['verify', place('genuine.pdf'), '--anchor', place('missing.pem')],
      ['verify', place('genuine.pdf'), '--anchor', place('empty.pem')], ['verify', place('genuine.pdf'), '--loud']];
    const results = await Promise.all(tries.map((args) => kenshu(args, env)));
    expect(results.map(({ status, out, err }) => [status, out, err.length > 0])).toEqual(tries.map(() => [2, '', true]));
    for (const { err } of results) expect(err).not.toContain('    at ');
  });
});

describe('kenshu --help', () => {
  it('lists what there is, and nothing that is not there yet', async () => {
    const { status, out } = await kenshu(['--help']);
    expect(status).toBe(0);
    const listed = [...out.matchAll(/^ {2}([a-z][a-z-]+)/gm)].map((match) => match[1]);
    expect(listed).toEqual(['verify', 'organization', 'migrate', 'story', 'check-ledger', 'help']);
  });
});
