import { Line, Lines, Many } from '../web/form-fields.js';

/** An order line as it is typed; `version` only of a known one. */
export class OrderForm {
  @Line(40) supplierSiteId?: string;
  @Line(200) jobNumber?: string;
  @Line(200) poNumber?: string;
  @Line(20) lineNo?: string;
  @Line(30) governingDocument?: string;
  @Line(5) secureRequirement?: string;
  @Lines(2000) noRequirementReason?: string;
  @Line(20) contractForm?: string;
  @Line(40) agreementId?: string;
  @Line(400) itemName?: string;
  @Line(400) model?: string;
  @Line(40) quantity?: string;
  @Line(100) unit?: string;
  @Line(20) orderedOn?: string;
  @Line(20) dueOn?: string;
  @Line(400) deliveryPlace?: string;
  @Line(20) inspectionDueOn?: string;
  @Line(40) amount?: string;
  @Line(10) paymentTermsDays?: string;
  @Line(10) criticality?: string;
  @Line(12) version?: string;
}

/** Lines side by side: the first agreement and version are those of the first line. */
export class PlacingForm {
  @Many(200, 40) line!: string[];
  @Many(200, 40) agreement!: string[];
  @Many(200, 12) version!: string[];
}

export class CancelForm {
  @Lines(2000) reason?: string;
}
