import { Line, Many } from '../web/form-fields.js';

export class ProfileForm {
  @Line(300) readonly name?: string;
  @Line(300) readonly nameEn?: string;
  @Line(500) readonly address?: string;
  @Line(40) readonly corporateNumber?: string;
  @Line(20) readonly certificatePrefix?: string;
  @Line(60) readonly timeZone?: string;
  @Line(10) readonly defaultLanguage?: string;
  @Line(20) readonly disclosureClass?: string;
  @Line(10) readonly retentionYears?: string;
  @Line(20) readonly version?: string;
}

export class SignOffForm {
  @Line(10) readonly persons?: string;
}

export class RolesForm {
  @Many(20, 40) readonly roles!: readonly string[];
  @Line(100) readonly personKey?: string;
}

export class DetailsForm {
  @Line(300) readonly displayName?: string;
  @Line(300) readonly department?: string;
  @Line(300) readonly title?: string;
}

export class InviteForm extends DetailsForm {
  @Line(254) readonly email?: string;
  @Line(10) readonly language?: string;
  @Many(20, 40) readonly roles!: readonly string[];
  @Line(100) readonly personKey?: string;
}

export class SiteForm {
  @Line(300) readonly name?: string;
  @Line(300) readonly nameEn?: string;
  @Line(500) readonly address?: string;
}
