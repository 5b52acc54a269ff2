import { Line } from '../web/form-fields.js';

/** A factory as it is typed; `registeredOn` only of a new one, `version` only of a known one. */
export class SiteForm {
  @Line(200) counterpartyCode?: string;
  @Line(400) makerName?: string;
  @Line(400) makerNameEn?: string;
  @Line(400) factoryName?: string;
  @Line(800) address?: string;
  @Line(20) kind?: string;
  @Line(5) sme?: string;
  @Line(200) contactName?: string;
  @Line(400) contactEmail?: string;
  @Line(20) registeredOn?: string;
  @Line(12) version?: string;
}

export class ApprovalForm {
  @Line(20) approvedOn?: string;
}

export class SupplierImportForm {
  @Line(20) kind?: string;
}
