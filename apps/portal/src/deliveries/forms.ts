import { Line, Lines, Many } from '../web/form-fields.js';

/** One 納品書: fields of its lines come once per line, in their order. */
export class ReceiveForm {
  @Line(100) readonly noteNumber?: string;
  @Line(40) readonly receivedOn?: string;
  /** Files of an attempt that was refused: they need not be chosen again. */
  @Many(20, 40) readonly evidence: string[] = [];
  @Many(20, 40) readonly order: string[] = [];
  @Many(20, 40) readonly announcement: string[] = [];
  @Many(20, 40) readonly quantity: string[] = [];
  @Many(20, 20) readonly total: string[] = [];
  @Many(20, 60_000) readonly serials: string[] = [];
  @Many(20, 60_000) readonly versions: string[] = [];
}

export class AnnounceForm {
  @Line(40) readonly order?: string;
  @Line(100) readonly noteNumber?: string;
  @Line(40) readonly quantity?: string;
  @Line(20) readonly total?: string;
  @Line(40) readonly arrivesOn?: string;
  @Lines(60_000) readonly serials?: string;
  @Lines(60_000) readonly versions?: string;
}

export class ReasonForm { @Lines(2000) readonly reason?: string }
