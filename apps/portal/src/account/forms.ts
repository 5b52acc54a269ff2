import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Language } from '@platform/tenancy';

/** Every form may say where the person came from. */
export class NextForm {
  @IsOptional() @IsString() @MaxLength(500) readonly next?: string;
}

export class SignInForm extends NextForm {
  @IsString() @MaxLength(254) readonly email!: string;
  @IsString() @MaxLength(1000) readonly password!: string;
}

export class ChooseForm extends NextForm {
  @IsString() @MaxLength(36) readonly organizationId!: string;
}

export class EmailForm {
  @IsString() @MaxLength(254) readonly email!: string;
}

export class PasswordForm extends NextForm {
  @IsString() @MaxLength(1000) readonly password!: string;
}

export class CodeForm extends NextForm {
  @IsString() @MaxLength(40) readonly code!: string;
}

export class LanguageForm extends NextForm {
  @IsIn(['ja', 'en']) readonly language!: Language;
}
