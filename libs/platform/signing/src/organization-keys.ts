import { Injectable } from '@nestjs/common';
import { X509Certificate } from 'node:crypto';
import { newId } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { sha256Hex } from './canonical.js';
import { createAuthority, createSealKey, derOfPem, importPrivateKey, organizationOf } from './certificates.js';
import type { NewKey } from './certificates.js';
import { MasterKey } from './master-key.js';
import type { SealSigner } from './seal-signer.js';
import { SigningKeysRepository } from './signing-keys.repository.js';
import type { StoredKey } from './signing-keys.repository.js';

export interface OrganizationCertificate { readonly keyId: string; readonly certificatePem: string; readonly authorityPem: string }

/** A seal that ends within this time is replaced, so that no sealing job meets an expired one. */
const RENEW_BEFORE_MS = 30 * 86_400_000;

/** The installation's authority and one e-seal per organisation. Transactions must be the sealer's (SealerDb). */
@Injectable()
export class OrganizationKeys {
  constructor(private readonly keys: SigningKeysRepository, private readonly masterKey: MasterKey) {}

  /**
   * Makes the organisation's seal, and the installation's authority with the first one. Repeating it changes nothing,
   * unless the organisation was renamed or its certificate is about to end: then the old key is retired and a new one issued.
   */
  async ensure(tx: TenantTx, organizationId: string, legalName: string, now: Date): Promise<OrganizationCertificate> {
    const authority = await this.ensureAuthority(tx, now);
    await tx.lock('organization_key', organizationId);
    const live = await this.keys.liveSeal(tx, organizationId);
    if (live && isCurrent(live, legalName, now)) return shown(live, authority);
    if (live) await this.keys.retireSeal(tx, live.id, now);
    const issuer = { certificatePem: authority.certificatePem, privateKey: await this.open(authority) };
    const made = this.store(await createSealKey(issuer, legalName, now), now);
    await this.keys.addSeal(tx, organizationId, made);
    return shown(made, authority);
  }

  /** @throws Error when the organisation has no seal yet: call `ensure` first. */
  async signerFor(tx: TenantTx, organizationId: string): Promise<SealSigner> {
    const [live, authority] = [await this.keys.liveSeal(tx, organizationId), await this.keys.authority(tx)];
    if (!live || !authority) throw new Error(`Organisation ${organizationId} has no seal.`);
    return this.signer(live, authority);
  }

  /**
   * The seal with exactly this certificate, retired or not: the PDF of a statement carries the seal of the statement, also when the organisation
   * was renamed or its seal renewed between the two. @throws Error when the organisation never had it.
   */
  async signerWith(tx: TenantTx, organizationId: string, certificateDer: Uint8Array): Promise<SealSigner> {
    const wanted = Buffer.from(certificateDer);
    const key = (await this.keys.seals(tx, organizationId)).find(({ certificatePem }) => wanted.equals(derOfPem(certificatePem)));
    const authority = await this.keys.authority(tx);
    if (!key || !authority) throw new Error(`Organisation ${organizationId} never had that seal.`);
    return this.signer(key, authority);
  }

  private async signer(key: StoredKey, authority: StoredKey): Promise<SealSigner> {
    return {
      keyId: key.id,
      certificateDer: derOfPem(key.certificatePem),
      issuersDer: [derOfPem(authority.certificatePem)],
      privateKey: await this.open(key),
    };
  }

  /** The trust anchor of this installation (PEM), as `published.trust_anchor` shows it to verifiers; null before the first seal. */
  async authorityPem(tx: TenantTx): Promise<string | null> {
    return (await this.keys.authority(tx))?.certificatePem ?? null;
  }

  private async ensureAuthority(tx: TenantTx, now: Date): Promise<StoredKey> {
    const known = await this.keys.authority(tx);
    if (known) return known;
    await tx.lock('installation_key', 'authority');
    const meanwhile = await this.keys.authority(tx);
    if (meanwhile) return meanwhile;
    const made = this.store(await createAuthority(now), now);
    await this.keys.addAuthority(tx, made);
    await this.keys.publishAnchor(tx, sha256Hex(derOfPem(made.certificatePem)), made.certificatePem, now);
    return made;
  }

  private store(key: NewKey, now: Date): StoredKey {
    const id = newId();
    return { id, certificatePem: key.certificatePem, encryptedPrivateKey: this.masterKey.encrypt(id, key.pkcs8), createdAt: now };
  }

  private async open(key: StoredKey) {
    return importPrivateKey(this.masterKey.decrypt(key.id, key.encryptedPrivateKey));
  }
}

/** The name in the certificate is what a stranger reads: it must be the organisation's name of today. */
function isCurrent(key: StoredKey, legalName: string, now: Date): boolean {
  const { validToDate } = new X509Certificate(key.certificatePem);
  return organizationOf(key.certificatePem) === legalName && validToDate.getTime() - now.getTime() > RENEW_BEFORE_MS;
}

function shown(key: StoredKey, authority: StoredKey): OrganizationCertificate {
  return { keyId: key.id, certificatePem: key.certificatePem, authorityPem: authority.certificatePem };
}
