import request from 'supertest';
import type { Response as HttpReply } from 'supertest';
import type { CertificateStatement } from '@libs/certificate';
import { LIMITS } from '@platform/rate-limit';
import { FILE_MAX_BYTES } from '../../apps/verifier/src/start.view.js';
import { authority, plainPdf, sealedEnvelope, sealedPdf } from './verification.fixtures.js';
import { VerifierFixture, numbered } from './verifier-door.fixture.js';

let fixture: VerifierFixture;
let issued: { statement: CertificateStatement; record: Uint8Array; pdf: Uint8Array };

beforeAll(async () => {
  fixture = await VerifierFixture.open();
  issued = await fixture.certificate();
  await fixture.publish(issued.statement, { pdf: issued.pdf });
});
afterAll(() => fixture?.close());
beforeEach(() => fixture.clock.advance(60_000));

const door = () => request(fixture.door.getHttpServer());
const ask = (path: string, language = 'en') => door().get(path).set('accept-language', language);
const upload = (bytes: Uint8Array, name = 'certificate.pdf', language = 'en') =>
  door().post('/verify').set('accept-language', language).attach('file', Buffer.from(bytes), name);
const heading = ({ text }: HttpReply): string => /<h1>(.*?)<\/h1>/.exec(text)?.[1] ?? '';
const flipped = (bytes: Uint8Array, at: number): Uint8Array => Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));

describe('a file at the public door', () => {
  it('is genuine when it is the very file that was issued, and the page says who signed what', async () => {
    const reply = await upload(issued.pdf, '検収確認書.pdf');
    expect([reply.status, heading(reply)]).toEqual([200, 'Genuine']);
    for (const text of ['MKD-2026-000123', '㈱髙﨑精密製作所', '𠮷田 美智子', '検収確認書.pdf', '<h3>Approver</h3>', 'In force', 'Kenshu installation CA']) expect(reply.text).toContain(text);
    expect(reply.text).not.toContain('Failed');
  });

  it('tells the same in Japanese', async () => {
    const reply = await upload(issued.pdf, 'a.pdf', 'ja');
    expect(heading(reply)).toBe('真正です');
    expect(reply.text).toContain('承認者');
  });

  it('is genuine as a signed record too', async () => {
    expect(heading(await upload(issued.record, 'record.json'))).toBe('Genuine');
  });

  it('is altered when one byte differs, and nothing of it is repeated', async () => {
    const reply = await upload(flipped(issued.pdf, 400));
    expect([reply.status, heading(reply)]).toEqual([200, 'Altered']);
    expect(reply.text).toContain('The signature does not match the content.');
    expect(reply.text).not.toContain('髙﨑精密製作所');
  });

  it('is unknown when another authority stands behind it, and its words are not repeated', async () => {
    const foreign = await (await authority()).seal('偽物株式会社');
    const reply = await upload(await sealedPdf(foreign, await sealedEnvelope(foreign)));
    expect(heading(reply)).toBe('Unknown');
    expect(reply.text).toContain('It was not issued by an authority you trust.');
    expect(reply.text).not.toContain('偽物');
  });

  it('is unknown when the register does not know it, or knows another file', async () => {
    const unregistered = await fixture.certificate(numbered(1));
    const stranger = await upload(unregistered.pdf);
    expect(heading(stranger)).toBe('Unknown');
    for (const hidden of ['髙﨑精密製作所', '𠮷田 美智子', 'class="thread"']) expect(stranger.text).not.toContain(hidden);
    const another = await fixture.certificate(numbered(2));
    await fixture.publish(another.statement, { pdf: issued.record });
    const reply = await upload(another.pdf);
    expect(heading(reply)).toBe('Unknown');
    expect(heading(await upload(another.record, 'record.json'))).toBe('Genuine');
  });

  it('is revoked or superseded when the register says so', async () => {
    const [revoked, superseded] = [await fixture.certificate(numbered(3)), await fixture.certificate(numbered(4))];
    await fixture.publish(revoked.statement, { status: 'revoked', reasonKind: 'defect_found' });
    await fixture.publish(superseded.statement, { status: 'superseded', replacedBy: issued.statement.number });
    const first = await upload(revoked.pdf);
    expect(heading(first)).toBe('Revoked');
    expect(first.text).toContain('A defect was found');
    const second = await upload(superseded.pdf);
    expect(heading(second)).toBe('Superseded');
    expect(second.text).toContain('Replaced by');
  });

  it('is unknown when it is an ordinary PDF', async () => {
    const reply = await upload(await plainPdf());
    expect(heading(reply)).toBe('Unknown');
    expect(reply.text).toContain('There is no signature.');
  });

  it('is asked for again when it is missing, empty, or neither a PDF nor a record', async () => {
    const replies = [await door().post('/verify').set('accept-language', 'en'), await upload(new Uint8Array()), await upload(Buffer.from('PK\u0003\u0004 a spreadsheet'), 'a.pdf'), await upload(Buffer.from('{"a":1}'), 'a.json')];
    expect(replies.map((reply) => reply.status)).toEqual([422, 422, 422, 422]);
    expect(replies[0]!.text).toContain('Choose a file');
    expect(replies[2]!.text).toContain('neither a PDF nor a signed record');
  });

  it('is refused in our words when it is too large', async () => {
    const reply = await upload(new Uint8Array(FILE_MAX_BYTES + 1));
    expect(reply.status).toBe(413);
    expect(reply.text).toContain('at most 25\u00a0MB');
    expect(reply.text).toContain('<form');
  });

  it('may have a name that is markup, and is shown as text', async () => {
    const reply = await upload(issued.pdf, '<script>alert(1)</script>.pdf');
    expect(reply.text).not.toContain('<script');
  });
});

describe('a code or a number at the public door', () => {
  it('a code shows status, parties and thread, however it is typed', async () => {
    const { code } = issued.statement.verification;
    const reply = await ask(`/verify/${code}`);
    expect([reply.status, heading(reply)]).toEqual([200, 'In force']);
    for (const step of ['Requirement', 'Specification', 'Evidence', 'Inspection']) expect(reply.text).toContain(`<span>${step}</span>`);
    for (const text of [issued.statement.number, 'みなと半導体デバイス株式会社 (Minato Semiconductor Devices Co., Ltd.)', '倉賀野第二工場']) expect(reply.text).toContain(text);
    const typed = await ask(`/verify?number=${encodeURIComponent(code.toLowerCase().replace(/.{4}/g, '$& '))}`);
    expect([typed.status, typed.headers.location]).toEqual([303, `/verify/${code}`]);
  });

  it('an unknown code and a malformed one are the same answer', async () => {
    const [unknown, malformed] = [await ask(`/verify/${'Z'.repeat(26)}`), await ask('/verify/whatever')];
    expect([unknown.status, malformed.status]).toEqual([404, 404]);
    const same = (reply: HttpReply): string => reply.text.replaceAll(/href="[^"]*"/g, '');
    expect(same(unknown)).toBe(same(malformed));
  });

  it('a number shows status and date, and neither party, thread nor successor', async () => {
    const replaced = await fixture.certificate(numbered(5));
    await fixture.publish(replaced.statement, { status: 'superseded', replacedBy: issued.statement.number });
    const reply = await ask(`/verify?number=${replaced.statement.number}`);
    expect(heading(reply)).toBe('Superseded');
    expect(reply.text).toContain('13 Nov 2026');
    for (const hidden of ['みなと', '髙﨑', issued.statement.number, 'class="thread"']) expect(reply.text).not.toContain(hidden);
  });

  it('a number that was never given gets an answer of the same form', async () => {
    const known = await ask(`/verify?number=${issued.statement.number}`);
    const unknown = await ask('/verify?number=MKD-2026-999999');
    expect([known.status, unknown.status]).toEqual([200, 200]);
    const form = ({ text }: HttpReply): string[] => [...text.matchAll(/<(h1|h2|dt|dd|section|a)\b/g)].map((match) => match[1]!);
    expect(form(unknown)).toEqual(form(known));
  });

  it('something else is asked for again', async () => {
    const reply = await ask('/verify?number=%3Cb%3E');
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('value="&lt;b&gt;"');
  });

  it('cannot be asked for by the thousand', async () => {
    for (let count = 0; count < LIMITS.verify_lookup.times; count++) await ask('/verify?number=MKD-2026-000001');
    const reply = await ask('/verify?number=MKD-2026-000001');
    expect([reply.status, reply.headers['retry-after']]).toEqual([429, '60']);
    fixture.clock.advance(60_000);
    expect((await ask('/verify?number=MKD-2026-000001')).status).toBe(200);
  });
});

describe('the public door itself', () => {
  it('keeps strict headers, no cache and no session', async () => {
    const { headers } = await ask('/verify');
    expect(headers['content-security-policy']).toBe("default-src 'none';style-src 'self';font-src 'self';img-src 'self' data:;form-action 'self';base-uri 'none';frame-ancestors 'none'");
    expect([headers['cache-control'], headers['referrer-policy'], headers['x-content-type-options'], headers['set-cookie'], headers['x-powered-by']])
      .toEqual(['no-store', 'no-referrer', 'nosniff', undefined, undefined]);
  });

  it('works without a script, and serves everything it shows itself', async () => {
    const { text } = await ask('/verify');
    expect(text).not.toMatch(/<script|style="|onclick/);
    const addresses = [...text.matchAll(/<link[^>]* href="([^"]+)"/g)].map((match) => match[1]!);
    const replies = await Promise.all(addresses.map((address) => door().get(address)));
    expect(replies.map((reply) => reply.status)).toEqual(addresses.map(() => 200));
    expect(replies.find((reply) => reply.type === 'text/css')?.text).toContain('url("/verify/assets/fonts/400/');
    expect((await door().get('/verify/assets/fonts/400/NotoSansJP_400Regular.ttf')).status).toBe(200);
  });

  it('changes its language by an address and remembers it', async () => {
    const reply = await ask('/verify?lang=en', 'ja');
    expect(reply.text).toContain('<html lang="en">');
    const [cookie] = reply.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^kenshu-language=en; .*HttpOnly; SameSite=Lax/);
    expect((await ask('/verify', 'ja').set('cookie', cookie!.split(';')[0]!)).text).toContain('<html lang="en">');
  });

  it('hands out the authority it trusts', async () => {
    const reply = await door().get('/verify/anchor.pem').buffer(true).parse((stream, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts).toString()));
    });
    expect(reply.body).toBe(`${fixture.anchor.trim()}\n`);
  });

  it('shows neither stack nor path when something breaks', async () => {
    const superuser = await fixture.database.source('kenshu_owner');
    await superuser.query('revoke select on published.certificate from kenshu_verifier');
    try {
      const reply = await ask('/verify?number=MKD-2026-000001');
      expect(reply.status).toBe(500);
      expect(reply.text).toContain(reply.headers['x-request-id']);
      expect(reply.text).not.toMatch(/permission denied|published|\.ts|node_modules/);
      expect((await ask('/readyz')).status).toBe(503);
    } finally {
      await superuser.query('grant select on published.certificate to kenshu_verifier');
    }
    expect((await ask('/readyz')).body).toEqual({ status: 'ready', checks: { database: 'ok', register: 'ok', anchors: 'ok' } });
  });

  it('answers an address that is not there with a page', async () => {
    const reply = await ask('/verify/a/b');
    expect([reply.status, heading(reply)]).toEqual([404, 'This could not be checked']);
  });

  it('holds a role that sees nothing but the register', async () => {
    const verifier = await fixture.database.source('kenshu_verifier');
    const refused = (sql: string) => expect(verifier.query(sql)).rejects.toThrow('permission denied');
    await refused('select 1 from app.certificate');
    await refused('select 1 from identity.identity');
    await refused('insert into published.trust_anchor (sha256, pem, created_at) values (null, null, null)');
    await refused("update published.certificate set status = 'issued'");
  });
});
