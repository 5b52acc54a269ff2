import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import { MasterKey, nodeVerificationTools, OrganizationKeys, sealStatement, SigningModule } from '@platform/signing';
import { newId, SealerDb, systemActor, TenantDb } from '@platform/tenancy';
import type { OrganizationId, TenantTx } from '@platform/tenancy';
import { SigningKeysRepository } from '../../libs/platform/signing/src/signing-keys.repository.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { platform, START } from '../support/platform.js';

const NAME = '株式会社髙﨑精機';
let database: TestDatabase;
let app: TestingModule;
let keys: OrganizationKeys;

beforeAll(async () => {
  database = await testDatabase();
  ({ app } = await platform(database, [SigningModule.withMasterKey(new MasterKey(randomBytes(32)))]));
  keys = app.get(OrganizationKeys);
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const organization = () => newId<'Organization'>() as OrganizationId;
const asSealer = <T>(id: OrganizationId, work: (tx: TenantTx) => Promise<T>) => app.get(SealerDb).run(systemActor(id), work);
const asRuntime = <T>(id: OrganizationId, work: (tx: TenantTx) => Promise<T>) => app.get(TenantDb).run(systemActor(id), work);
const ensure = (id: OrganizationId, name = NAME, now = START) => asSealer(id, (tx) => keys.ensure(tx, id, name, now));
const allKeys = (id: OrganizationId) => asSealer(id, (tx) => tx.query<{ id: string; retired_at: Date | null }>(
  'select id, retired_at from app.organization_key where organization_id = $1 order by created_at', [id]));

describe('an organisation\'s seal', () => {
  it('is made under one authority, even when several organisations are the first', async () => {
    const made = await Promise.all([1, 2, 3].map(() => ensure(organization())));
    expect(new Set(made.map((certificate) => certificate.authorityPem)).size).toBe(1);
    expect(new Set(made.map((certificate) => certificate.keyId)).size).toBe(3);
  });

  it('is made once, however many ask for it at the same time', async () => {
    const id = organization();
    const made = await Promise.all([1, 2, 3, 4].map(() => ensure(id)));
    expect(new Set(made.map((certificate) => certificate.keyId)).size).toBe(1);
    expect(await allKeys(id)).toHaveLength(1);
    expect((await ensure(id)).keyId).toBe(made[0]!.keyId);
  });

  it('carries the legal name in UTF-8, signs only, for five years, under the one authority of the installation', async () => {
    const [one, two] = [await ensure(organization()), await ensure(organization(), '㈱𠮷田, "電機" #1')];
    const certificate = new X509Certificate(one.certificatePem);
    expect(certificate.subject).toBe(`O=${NAME}\nCN=${NAME}`);
    expect([certificate.validFromDate, certificate.validToDate]).toEqual([START, new Date('2031-11-02T00:00:00Z')]);
    expect([certificate.ca, certificate.publicKey.asymmetricKeyDetails?.namedCurve]).toEqual([false, 'prime256v1']);
    expect(two.authorityPem).toBe(one.authorityPem);
    const authority = new X509Certificate(one.authorityPem);
    expect([authority.subject, authority.ca, authority.verify(authority.publicKey)]).toEqual(['CN=Kenshu installation CA', true, true]);
    for (const { certificatePem } of [one, two]) expect(new X509Certificate(certificatePem).verify(authority.publicKey)).toBe(true);
    const { signer } = await nodeVerificationTools().verifyChain([new X509Certificate(two.certificatePem).raw], [authority.raw], START);
    expect(signer?.organization).toBe('㈱𠮷田, "電機" #1');
  });

  it('is replaced when the organisation is renamed or the certificate is about to end, and the old one is kept', async () => {
    const id = organization();
    const first = await ensure(id);
    const renamed = await ensure(id, '髙﨑ホールディングス株式会社');
    const renewed = await ensure(id, '髙﨑ホールディングス株式会社', new Date('2031-10-20T00:00:00Z'));
    expect(new Set([first.keyId, renamed.keyId, renewed.keyId]).size).toBe(3);
    expect((await allKeys(id)).map((key) => key.retired_at === null)).toEqual([false, false, true]);
  });

  it('seals with the key that the certificate names', async () => {
    const id = organization();
    await ensure(id);
    const signer = await asSealer(id, (tx) => keys.signerFor(tx, id));
    const { envelope } = await sealStatement({ type: 'kenshu.response/1' }, [], signer, START);
    const { jws, chain, ...content } = envelope;
    const tools = nodeVerificationTools();
    const payload = new TextEncoder().encode(tools.canonicalize(content));
    expect(await tools.verifyJws(jws, payload, Buffer.from(chain[0]!, 'base64'))).toEqual({ valid: true });
  });

  it('does not exist before it was made', async () => {
    const id = organization();
    await expect(asSealer(id, (tx) => keys.signerFor(tx, id))).rejects.toThrow('has no seal');
  });
});

describe('a private key at rest', () => {
  it('is no key in the database, and opens with no other master key and in no other row', async () => {
    const [a, b] = [organization(), organization()];
    await ensure(a);
    await ensure(b);
    const [row] = await asSealer(a, (tx) => tx.query<{ box: Buffer }>('select encrypted_private_key as box from app.organization_key where organization_id = $1', [a]));
    expect(() => createPrivateKey({ key: row!.box, format: 'der', type: 'pkcs8' })).toThrow();
    const other = new OrganizationKeys(app.get(SigningKeysRepository, { strict: false }), new MasterKey(randomBytes(32)));
    await expect(asSealer(a, (tx) => other.signerFor(tx, a))).rejects.toThrow();
    const stored = await asSealer(a, async (tx) => [await app.get(SigningKeysRepository, { strict: false }).liveSeal(tx, a), await app.get(SigningKeysRepository, { strict: false }).liveSeal(tx, b)]);
    const swapping = { liveSeal: async () => ({ ...stored[0]!, encryptedPrivateKey: stored[1]!.encryptedPrivateKey }), authority: async () => stored[0] };
    const moved = new OrganizationKeys(swapping as unknown as SigningKeysRepository, app.get(MasterKey, { strict: false }));
    await expect(asSealer(a, (tx) => moved.signerFor(tx, a))).rejects.toThrow();
  });
});

describe('who may touch signing keys', () => {
  it('the portal reads its own organisation\'s certificate, no private key, nobody else\'s, and not the authority', async () => {
    const [mine, theirs] = [organization(), organization()];
    await ensure(mine);
    await ensure(theirs);
    const seen = await asRuntime(mine, (tx) => tx.query<{ organization_id: string }>('select organization_id, certificate_pem from app.organization_key'));
    expect(seen.map((row) => row.organization_id)).toEqual([mine]);
    for (const sql of [
      'select encrypted_private_key from app.organization_key',
      'select certificate_pem from app.installation_key',
      'insert into app.organization_key (id) values (null)',
      'update app.organization_key set retired_at = null',
      'delete from app.organization_key',
    ]) await expect(asRuntime(mine, (tx) => tx.query(sql))).rejects.toThrow('permission denied');
  });

  it('the sealer cannot change or delete a key, only retire it', async () => {
    const id = organization();
    await ensure(id);
    for (const sql of [
      'delete from app.organization_key',
      'update app.organization_key set encrypted_private_key = null',
      'update app.organization_key set certificate_pem = null',
      'update app.installation_key set retired_at = null',
      'delete from app.installation_key',
    ]) await expect(asSealer(id, (tx) => tx.query(sql))).rejects.toThrow('permission denied');
  });

  it('there is at most one live key of an organisation, whatever the code does', async () => {
    const id = organization();
    await ensure(id);
    const copy = `insert into app.organization_key (id, organization_id, kind, certificate_pem, encrypted_private_key, created_at)
      select $2, organization_id, kind, certificate_pem, encrypted_private_key, created_at from app.organization_key where organization_id = $1`;
    await expect(asSealer(id, (tx) => tx.query(copy, [id, newId()]))).rejects.toThrow('already_exists');
  });
});
