import { Module } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { FoundingController } from './founding.controller.js';
import { SignUpController } from './sign-up.controller.js';

/** How a buyer organisation comes to Kenshu by itself. The founding stands first: its address would read as a link's otherwise. */
@Module({ imports: [OrganizationModule], controllers: [FoundingController, SignUpController] })
export class SignUpPagesModule {}
