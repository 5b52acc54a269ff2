import { Module } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { TokenPages } from './token-pages.js';
import { TokensController } from './tokens.controller.js';

@Module({ imports: [OrganizationModule], controllers: [TokensController], providers: [TokenPages] })
export class TokensPagesModule {}
