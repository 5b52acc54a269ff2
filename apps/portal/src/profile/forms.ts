import { Line } from '../web/form-fields.js';

export class PersonForm {
  @Line(300) readonly displayName?: string;
  @Line(10) readonly language?: string;
  @Line(60) readonly timeZone?: string;
}

export class NewPasswordForm {
  @Line(1000) readonly currentPassword?: string;
  @Line(1000) readonly newPassword?: string;
}
