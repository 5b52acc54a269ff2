import { Injectable } from '@nestjs/common';
import { Seals } from '@libs/attestation';
import { Clock } from '@platform/clock';
import { PdfRenderer, Templates } from '@platform/rendering';
import { OrganizationKeys, SEALED_ATTACHMENT, assertSealedPdf, canonicalDigest, sealPdf } from '@platform/signing';
import type { SealPdfOptions } from '@platform/signing';
import type { TenantTx } from '@platform/tenancy';
import { readCertificate } from './certificate.document.js';
import type { CertificateStatement } from './certificate.document.js';
import { certificateView } from './certificate.view.js';

export const CERTIFICATE_TEMPLATE = 'certificate/certificate';

/** From the sealed statement to a signed PDF. What is printed comes from the envelope and from no table (design §4). */
@Injectable()
export class CertificatePrinter {
  constructor(
    private readonly templates: Templates, private readonly renderer: PdfRenderer, private readonly keys: OrganizationKeys,
    private readonly seals: Seals, private readonly clock: Clock,
  ) {}

  html(statement: CertificateStatement): string {
    return this.templates.render(CERTIFICATE_TEMPLATE, certificateView(statement, canonicalDigest(statement)), { language: 'ja' });
  }

  /** Needs a transaction of SealerDb. @throws Error when it is not sealed, or the PDF fails its own check. */
  async print(tx: TenantTx, certificateId: string): Promise<Uint8Array> {
    const seal = await this.seals.of(tx, 'certificate', certificateId);
    if (!seal) throw new Error(`certificate ${certificateId} is not sealed`);
    const statement = readCertificate(seal.envelope.statement);
    // the PDF and the statement inside it carry one seal; verifiers refuse two
    const signer = await this.keys.signerWith(tx, tx.organizationId, Buffer.from(seal.envelope.chain[0], 'base64'));
    const options: SealPdfOptions = {
      signer, signedAt: this.clock.now(), title: `検収確認書 ${statement.number}`, language: 'ja',
      reason: `検収確認書 ${statement.number} の発行`, location: statement.issuer.address,
      attachments: [{ name: SEALED_ATTACHMENT, mime: 'application/json', bytes: new TextEncoder().encode(seal.text), description: '検収確認書の記録（kenshu.sealed/1）' }],
    };
    const sealed = await sealPdf(await this.renderer.render(this.html(statement)), options);
    await assertSealedPdf(sealed, options);
    return sealed;
  }
}
