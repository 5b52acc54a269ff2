import { Line, Many } from '../web/form-fields.js';

export class TokenForm {
  @Line(200) readonly name?: string;
  @Many(5, 20) readonly scopes!: string[];
  @Line(10) readonly days?: string;
}
