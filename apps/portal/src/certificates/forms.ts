import { Line, Lines } from '../web/form-fields.js';

export class DecisionForm {
  @Lines(1000) readonly reason?: string;
  @Line(40) readonly kind?: string;
  /** Set by the page that repeats what was written and says what follows. */
  @Line(10) readonly checked?: string;
}
