import { Module } from '@nestjs/common';
import { AttestationModule } from '@libs/attestation';
import { CertificateModule } from '@libs/certificate';
import { DeliveryModule } from '@libs/delivery';
import { InsightModule } from '@libs/insight';
import { InspectionModule } from '@libs/inspection';
import { OrderModule } from '@libs/order';
import { OrganizationMailModule, OrganizationModule } from '@libs/organization';
import { RequestMailModule, RequestModule } from '@libs/request';
import { ResponseModule } from '@libs/response';
import { ReviewModule } from '@libs/review';
import { SpecificationModule } from '@libs/specification';
import { SupplierModule } from '@libs/supplier';
import { CertificateLetters, MailIssuedCertificate } from './certificate-mail.js';
import { FactsReaders } from './facts-readers.js';
import { MailMemberInvitation } from './invitation-mails.js';
import { CertificateFacts, LotFacts, OrderParties } from './lot-facts.js';
import { Hearers } from './hearers.js';
import { MailDesk } from './mail-desk.js';
import { MailTold, NoticeMail } from './mail-told.js';
import { MorningSummary, SummaryReaders, SummaryTools } from './morning-summary.js';
import { Names } from './names.js';
import { People } from './people.js';
import { RequestFacts } from './request-facts.js';
import { MailRequest } from './request-mails.js';
import { ResponseFacts } from './response-facts.js';
import { MailReleasedResponse, MailReturnedResponse, ResponseLetters } from './response-mails.js';
import { SpecificationFacts } from './specification-facts.js';
import { Tell } from './tell.js';

const REACTING = [Tell, MailTold, MailMemberInvitation, MailRequest, MailReleasedResponse, MailReturnedResponse, MailIssuedCertificate];

/** Needs MailModule, NotificationModule, IdentityModule, RenderingModule and StorageModule beside the platform every door has. */
@Module({
  imports: [
    OrganizationModule, OrganizationMailModule, SupplierModule, SpecificationModule, RequestModule, RequestMailModule, ResponseModule, AttestationModule,
    ReviewModule, OrderModule, DeliveryModule, InspectionModule, CertificateModule,
    InsightModule,
  ],
  providers: [
    ...REACTING, Names, People, MailDesk, FactsReaders, SpecificationFacts, RequestFacts, ResponseFacts, LotFacts, CertificateFacts, OrderParties,
    ResponseLetters, CertificateLetters, Hearers, NoticeMail, SummaryReaders, SummaryTools, MorningSummary,
  ],
  exports: [...REACTING, MorningSummary],
})
export class TellingModule {}
