import { Line, Lines, Many } from '../web/form-fields.js';

/** One answer as a script saves it; the form of a whole section is read by `section-form.rules`. */
export class AnswerForm {
  @Line(36) readonly responseId?: string;
  @Line(10) readonly version?: string;
  @Line(40) readonly answer?: string;
  @Lines(20_000) readonly reason?: string;
  @Lines(20_000) readonly comment?: string;
  @Lines(20_000) readonly measure?: string;
}

export class ReplyForm {
  @Line(36) readonly findingId?: string;
  @Lines() readonly text?: string;
}

/** `''` leaves a fact as it stands. */
export class FactsForm {
  @Line(5) readonly has_computing?: string;
  @Line(5) readonly has_os?: string;
  @Line(5) readonly remote?: string;
  @Line(5) readonly confidential?: string;
  @Line(5) readonly onsite?: string;
  @Line(5) readonly network?: string;
  @Line(5) readonly wlan?: string;
  @Line(5) readonly internet_access?: string;
  @Line(5) readonly cloud?: string;
  @Line(5) readonly cots?: string;
  @Line(5) readonly software?: string;
  @Lines(4000) readonly factsReason?: string;
}

export class AssignForm {
  @Many(1000, 200) readonly requirementKeys!: readonly string[];
  @Line(36) readonly memberId?: string;
  @Lines(4000) readonly note?: string;
  @Line(10) readonly dueOn?: string;
}

export class FileForm {
  @Many(50, 36) readonly evidenceId!: readonly string[];
}
