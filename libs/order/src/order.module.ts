import { Module } from '@nestjs/common';
import { RequestModule } from '@libs/request';
import { ReviewModule } from '@libs/review';
import { SpecificationModule } from '@libs/specification';
import { SupplierModule } from '@libs/supplier';
import { WorkbookModule } from '@platform/workbook';
import { AgreementPin } from './agreement-pin.js';
import { CancelOrder } from './cancel-order.js';
import { ChangeOrderDraft } from './change-order-draft.js';
import { CommitOrderImport, OrderRowWriter } from './commit-order-import.js';
import { OrderLines } from './order-lines.queries.js';
import { OrderLinesRepository } from './order-lines.repository.js';
import { OrderOrigin } from './order-origin.js';
import { PinnableAgreements } from './pinnable-agreements.queries.js';
import { PlaceOrder, Placements } from './place-order.js';
import { OrderImportPlanner, PreviewOrderImport } from './preview-order-import.js';
import { RecordReceipt } from './record-receipt.js';
import { RegisterOrderLine } from './register-order-line.js';
import { ShareOrders } from './share-orders.js';

const offered = [
  RegisterOrderLine, ChangeOrderDraft, PlaceOrder, CancelOrder, RecordReceipt, ShareOrders, PreviewOrderImport, CommitOrderImport, OrderLines, PinnableAgreements,
];

@Module({
  imports: [WorkbookModule, SupplierModule, SpecificationModule, RequestModule, ReviewModule],
  providers: [...offered, OrderLinesRepository, AgreementPin, OrderOrigin, Placements, OrderRowWriter, OrderImportPlanner],
  exports: offered,
})
export class OrderModule {}
