import { Injectable } from '@nestjs/common';
import { Certificates } from '@libs/certificate';
import type { CertificateDetail } from '@libs/certificate';
import { Specifications } from '@libs/specification';
import type { MailContact, MailViews } from '@platform/mail';
import { TenantDb } from '@platform/tenancy';
import type { Actor, Language, OrganizationId, TenantTx } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';
import { OrderParties } from './lot-facts.js';
import { MailDesk } from './mail-desk.js';

interface CertificateLetter { readonly certificate: CertificateDetail; readonly supplier: OrganizationId | null; readonly contact: MailContact | null }

@Injectable()
export class CertificateLetters {
  constructor(private readonly certificates: Certificates, private readonly specifications: Specifications, private readonly parties: OrderParties) {}

  async read(tx: TenantTx, certificateId: string): Promise<CertificateLetter> {
    const certificate = await this.certificates.byId(tx, certificateId);
    const { supplier } = await this.parties.of(tx, certificate.orderLineId);
    const { document } = await this.specifications.edition(tx, certificate.statement.basis.specification.editionId);
    return { certificate, supplier, contact: document.buyer.contact };
  }
}

/** `certificate.issue`: the supplier's contacts, when somebody joined for the factory. */
@Injectable()
export class MailIssuedCertificate implements Reacts {
  constructor(private readonly db: TenantDb, private readonly letters: CertificateLetters, private readonly desk: MailDesk) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    const letter = await this.db.run(actor, (tx) => this.letters.read(tx, event.objectId));
    if (letter.supplier === null) return;
    const to = { organizationId: letter.supplier, roles: ['supplier_contact'] as const };
    await this.desk.send(event, { kind: 'certificate-issued', about: 'certificate.issue', to, replyTo: letter.contact, view: (language, link) => issuedView(letter, language, link) });
  }
}

function issuedView({ certificate: { id, statement }, contact }: CertificateLetter, language: Language, link: (path: string) => string): MailViews['certificate-issued'] {
  const { issuer, number, order, delivery, goods, dates, verification } = statement;
  return {
    buyer: language === 'en' ? issuer.nameEn ?? issuer.legalName : issuer.legalName, contact, number, poNumber: order.poNumber,
    deliveryNote: delivery.noteNumber, goods: goods.itemName, issuedOn: dates.issued, url: link(`/certificates/${id}`), verifyUrl: verification.url,
  };
}
