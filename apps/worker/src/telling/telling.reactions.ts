import { AttestationActs } from '@pure/attestation';
import { CertificateActs } from '@pure/certificate';
import { OrganizationActs } from '@pure/organization';
import { RequestActs } from '@pure/request';
import { ReviewActs } from '@pure/review';
import type { Reaction } from '../reaction.js';
import { MailIssuedCertificate } from './certificate-mail.js';
import { MailMemberInvitation } from './invitation-mails.js';
import { MailRequest } from './request-mails.js';
import { MailReleasedResponse, MailReturnedResponse } from './response-mails.js';
import { MailTold } from './mail-told.js';
import { Tell } from './tell.js';
import { TOLD_ACTS } from './telling.rules.js';

/** Each mail has its own queue: a mail server that is away holds up nothing else. */
export const TELLING_REACTIONS: readonly Reaction[] = [
  { name: 'tell', on: TOLD_ACTS, by: Tell, together: 4 },
  { name: 'mail-told', on: TOLD_ACTS, by: MailTold, together: 4 },
  { name: 'mail-member-invitation', on: [OrganizationActs.invite_member, OrganizationActs.resend_invitation], by: MailMemberInvitation, together: 2 },
  { name: 'mail-request', on: [RequestActs.send, RequestActs.add_recipient, RequestActs.remind, RequestActs.extend, RequestActs.withdraw], by: MailRequest, together: 2 },
  { name: 'mail-released-response', on: [AttestationActs.seal], by: MailReleasedResponse, together: 2 },
  { name: 'mail-returned-response', on: [ReviewActs.return], by: MailReturnedResponse, together: 2 },
  { name: 'mail-issued-certificate', on: [CertificateActs.issue], by: MailIssuedCertificate, together: 2 },
];
