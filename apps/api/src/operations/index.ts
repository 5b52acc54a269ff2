import type { Operation } from '../web/operation.js';
import { catalogOperations } from './catalog.operations.js';
import { certificateOperations } from './certificate.operations.js';
import { chasingOperations } from './chasing.operations.js';
import { deliveryOperations } from './delivery.operations.js';
import { insightOperations } from './insight.operations.js';
import { inspectionOperations } from './inspection.operations.js';
import { ledgerImportOperations } from './ledger-import.operations.js';
import { notificationOperations } from './notification.operations.js';
import { orderOperations } from './order.operations.js';
import { organizationOperations } from './organization.operations.js';
import { requestOperations } from './request.operations.js';
import { responseOperations } from './response.operations.js';
import { reviewOperations } from './review.operations.js';
import { specificationEditorOperations } from './specification-editor.operations.js';
import { specificationOperations } from './specification.operations.js';
import { supplierOperations } from './supplier.operations.js';
import { workbookOperations } from './workbook.operations.js';

/** In the order of the pipeline. Routes and the OpenAPI document are made of this list and of nothing else. */
export const OPERATIONS: readonly Operation[] = [
  ...organizationOperations, ...catalogOperations, ...supplierOperations, ...specificationOperations, ...specificationEditorOperations, ...requestOperations, ...chasingOperations, ...responseOperations, ...workbookOperations, ...reviewOperations,
  ...orderOperations, ...ledgerImportOperations, ...deliveryOperations, ...inspectionOperations, ...certificateOperations, ...insightOperations, ...notificationOperations,
];
