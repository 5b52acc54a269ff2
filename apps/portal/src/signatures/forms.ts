import { Line, Lines } from '../web/form-fields.js';

/** The digest that the signer was shown. */
export class SignForm {
  @Line(64) readonly digest?: string;
}

export class DeclineForm {
  @Lines() readonly reason?: string;
}
