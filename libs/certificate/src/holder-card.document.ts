import type { CertificateStatement } from './certificate.document.js';

/** What the holder of the printed code is told beyond the status: the parties (design §6, Verifier). No goods, no order. */
export interface HolderCard {
  readonly issuer: { readonly name: string; readonly nameEn: string | null };
  readonly supplier: { readonly name: string; readonly nameEn: string | null; readonly factoryName: string };
}

export function holderCard({ issuer, supplier }: Pick<CertificateStatement, 'issuer' | 'supplier'>): HolderCard {
  return {
    issuer: { name: issuer.legalName, nameEn: issuer.nameEn },
    supplier: { name: supplier.name, nameEn: supplier.nameEn, factoryName: supplier.factoryName },
  };
}
