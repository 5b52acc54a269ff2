import { Line, Lines, Many } from '../web/form-fields.js';

export class NoteForm {
  @Line(200) requirementKey?: string;
  @Line(20) opinion?: string;
  @Lines(8000) note?: string;
  @Lines(8000) findingText?: string;
  @Lines(8000) findingTarget?: string;
  @Line(10) findingDueOn?: string;
  /** The filter to come back to. */
  @Line(20) show?: string;
}

export class ReturnForm { @Lines(8000) message?: string }

export class AgreeForm {
  @Many(1000) deviations!: string[];
  @Line(20) priceTalk?: string;
  @Lines(8000) priceTalkNote?: string;
  @Line(64) digest?: string;
}
