import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { OrganizationModule } from '@libs/organization';
import { NotificationModule } from '@platform/notification';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import { Pages } from './pages.js';
import { PortalErrors } from './portal-errors.filter.js';
import { Visitors } from './visitors.js';

const OFFERED = [Visitors, Pages, PortalErrors];

/** What every page of this door stands on. */
@Global()
@Module({})
export class WebModule {
  static with(settings: PortalSettings): DynamicModule {
    const given = { provide: PORTAL_SETTINGS, useValue: settings };
    return { module: WebModule, imports: [OrganizationModule, NotificationModule], providers: [given, ...OFFERED], exports: [given, ...OFFERED] };
  }
}
