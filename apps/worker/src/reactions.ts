import { AttestationActs } from '@libs/attestation';
import { CertificateActs } from '@libs/certificate';
import { InspectionActs } from '@libs/inspection';
import { RequestActs } from '@libs/request';
import { SpecificationActs } from '@libs/specification';
import type { Reaction } from './reaction.js';
import { PrepareForInspection, PrepareForSupersession, PublishRevocation, RenderSealed, SealPrepared } from './reactions/issue-certificate.js';
import { CountAfterCorrection } from './reactions/count-answers.js';
import { LinkAcceptedSupplier } from './reactions/link-supplier.js';
import { PrintApprovedSpecification } from './reactions/print-specification.js';
import { SealSignedResponse } from './reactions/seal-response.js';
import { ShareEarlierOrders } from './reactions/share-orders.js';
import { TELLING_REACTIONS } from './telling/index.js';

/** Everything that follows from a recorded act by itself, on one page (design §1); who is told of what stands in `telling/`. */
export const REACTIONS: readonly Reaction[] = [
  { name: 'print-specification', on: [SpecificationActs.approve, SpecificationActs.ask_print], by: PrintApprovedSpecification, together: 2 },
  { name: 'link-supplier', on: [RequestActs.accept_invitation], by: LinkAcceptedSupplier },
  { name: 'share-orders', on: [RequestActs.link], by: ShareEarlierOrders },
  { name: 'count-answers', on: [RequestActs.correct_facts], by: CountAfterCorrection },
  { name: 'seal-response', on: [AttestationActs.sign], by: SealSignedResponse, together: 4 },
  { name: 'prepare-certificate', on: [InspectionActs.approve], by: PrepareForInspection },
  { name: 'prepare-replacement', on: [CertificateActs.supersede], by: PrepareForSupersession },
  { name: 'seal-certificate', on: [CertificateActs.prepare], by: SealPrepared, together: 4 },
  { name: 'render-certificate', on: [CertificateActs.seal], by: RenderSealed, together: 3 },
  { name: 'publish-status', on: [CertificateActs.revoke], by: PublishRevocation },
  ...TELLING_REACTIONS,
];
