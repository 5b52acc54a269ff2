import { Line, Many } from '../web/form-fields.js';

export class SignUpForm {
  @Line(254) readonly email?: string;
}

export class AccountForm {
  @Line(200) readonly displayName?: string;
  @Line(1000) readonly password?: string;
}

export class FoundingForm {
  @Line(300) readonly name?: string;
  @Line(300) readonly nameEn?: string;
  @Line(500) readonly address?: string;
  @Line(40) readonly corporateNumber?: string;
  @Line(20) readonly certificatePrefix?: string;
  @Line(200) readonly department?: string;
  @Line(60) readonly personKey?: string;
  @Many(5, 40) readonly duties!: readonly string[];
}
