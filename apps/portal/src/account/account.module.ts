import { Module } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { LanguageController } from './language.controller.js';
import { OrganizationsController } from './organizations.controller.js';
import { PasswordResetController } from './password-reset.controller.js';
import { SignInController } from './sign-in.controller.js';
import { StepUpController } from './step-up.controller.js';

/** Who is this, and for which organisation. */
@Module({
  imports: [OrganizationModule],
  controllers: [SignInController, OrganizationsController, PasswordResetController, StepUpController, LanguageController],
})
export class AccountModule {}
