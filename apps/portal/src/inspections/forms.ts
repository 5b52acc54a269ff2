import { Line, Lines, Many } from '../web/form-fields.js';

export class ResultForm {
  @Line(200) readonly itemKey?: string;
  @Line(40) readonly result?: string;
  @Line(40) readonly method?: string;
  @Lines(4000) readonly note?: string;
  @Line(40) readonly checkedOn?: string;
}

export class FileForm {
  /** Empty: of the whole inspection, the scan of its worksheet. */
  @Line(200) readonly itemKey?: string;
  @Line(40) readonly evidenceId?: string;
  @Many(20, 40) readonly evidence: string[] = [];
}

export class SignForm {
  @Line(64) readonly digest?: string;
  @Lines(2000) readonly reason?: string;
}
