import { Module } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { SpecificationModule } from '@libs/specification';
import { SupplierModule } from '@libs/supplier';
import { AddRecipient } from './add-recipient.js';
import { AcceptSupplierInvitation } from './accept-supplier-invitation.js';
import { AcceptanceCheck, LinkedRequests } from './acceptance-check.js';
import { AcceptanceDesk } from './acceptance-desk.js';
import { AcceptancesRepository } from './acceptances.repository.js';
import { AcknowledgeRequest } from './acknowledge-request.js';
import { BusinessDay } from './business-day.js';
import { Chasing } from './chasing.queries.js';
import { ChasingRepository } from './chasing.repository.js';
import { CorrectFacts } from './correct-facts.js';
import { ExtendRequest } from './extend-request.js';
import { ForwardInvitation, ForwardedMail } from './forward-invitation.js';
import { InviteSupplier } from './invite-supplier.js';
import { Joining } from './joining.js';
import { LetterMails } from './letter-mails.js';
import { LinkSupplier } from './link-supplier.js';
import { MistakenAddress } from './mistaken-address.js';
import { NotifyRespondent } from './notify-respondent.js';
import { RecordBounce } from './record-bounce.js';
import { RecordTalk } from './record-talk.js';
import { RemindRespondent } from './remind-respondent.js';
import { NotificationModule } from '@platform/notification';
import { Receivers } from './receivers.js';
import { RequestLetters } from './request-letters.js';
import { RequestOpening } from './request-opening.js';
import { Requests } from './requests.queries.js';
import { RequestsRepository } from './requests.repository.js';
import { Respondents } from './respondents.js';
import { SendRequest, SendingRows } from './send-request.js';
import { SentRequest } from './sent-request.js';
import { SettleBounce } from './settle-bounce.js';
import { SwitchReminders } from './switch-reminders.js';
import { WithdrawRequest } from './withdraw-request.js';

const EARLIER = [OrganizationModule, SupplierModule, SpecificationModule];
const OFFERED = [
  SendRequest, AcknowledgeRequest, CorrectFacts, ExtendRequest, WithdrawRequest, AcceptSupplierInvitation, LinkSupplier, Requests,
  RemindRespondent, AddRecipient, RecordBounce, SettleBounce, SwitchReminders, RecordTalk, Chasing, ForwardInvitation,
];
const INSIDE = [
  RequestsRepository, AcceptancesRepository, Respondents, RequestOpening, BusinessDay, Joining, AcceptanceDesk, AcceptanceCheck, LinkedRequests,
  ChasingRepository, SendingRows, SentRequest, MistakenAddress, ForwardedMail,
];

/** Needs IdentityModule (global). */
@Module({ imports: EARLIER, providers: [...OFFERED, ...INSIDE], exports: OFFERED })
export class RequestModule {}

/** Only the worker sends; needs MailModule. */
@Module({ imports: [...EARLIER, RequestModule, NotificationModule], providers: [RequestLetters, Receivers, LetterMails, InviteSupplier, NotifyRespondent], exports: [InviteSupplier, NotifyRespondent] })
export class RequestMailModule {}
