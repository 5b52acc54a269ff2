import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Somebody new says who he is; somebody who is signed in sends neither. */
export class AcceptForm {
  @IsOptional() @IsString() @MaxLength(200) readonly displayName?: string;
  @IsOptional() @IsString() @MaxLength(1000) readonly password?: string;
}

/** Where a forwarded invitation is to be sent again. */
export class ForwardForm {
  @IsOptional() @IsString() @MaxLength(254) readonly email?: string;
}

/** `organizationId` is one of mine, or empty for a new one. */
export class JoinForm extends AcceptForm {
  @IsOptional() @IsString() @MaxLength(36) readonly organizationId?: string;
  @IsOptional() @IsString() @MaxLength(300) readonly name?: string;
  @IsOptional() @IsString() @MaxLength(300) readonly nameEn?: string;
  @IsOptional() @IsString() @MaxLength(500) readonly address?: string;
}
