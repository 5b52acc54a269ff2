import { CountAfterCorrection } from './count-answers.js';
import { PrepareForInspection, PrepareForSupersession, PublishRevocation, RenderSealed, SealPrepared } from './issue-certificate.js';
import { LinkAcceptedSupplier } from './link-supplier.js';
import { PrintApprovedSpecification } from './print-specification.js';
import { SealSignedResponse } from './seal-response.js';
import { ShareEarlierOrders } from './share-orders.js';

export const REACTION_HANDLERS = [
  CountAfterCorrection, PrintApprovedSpecification, LinkAcceptedSupplier, ShareEarlierOrders, SealSignedResponse, PrepareForInspection, PrepareForSupersession, SealPrepared, RenderSealed, PublishRevocation,
];
