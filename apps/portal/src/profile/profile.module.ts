import { Module } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { ProfileController } from './profile.controller.js';
import { ProfilePages } from './profile-pages.js';

@Module({ imports: [OrganizationModule], controllers: [ProfileController], providers: [ProfilePages] })
export class ProfilePagesModule {}
