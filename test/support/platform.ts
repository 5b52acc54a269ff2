import type { DynamicModule, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { AuditModule } from '@platform/audit';
import { ClockModule, FixedClock } from '@platform/clock';
import { DatabaseModule } from '@platform/database';
import { JobsModule } from '@platform/jobs';
import { LedgerModule } from '@platform/ledger';
import { SealerModule, TenancyModule, newId, systemActor } from '@platform/tenancy';
import type { Actor, IdentityId, MemberId, OrganizationId } from '@platform/tenancy';
import type { TestDatabase } from './database.js';

export const START = new Date('2026-11-02T00:00:00Z'); // Monday, 09:00 in Japan

/** The platform of one test database, real in everything but the clock, plus the libs under test. */
export async function platform(database: TestDatabase, imports: (Type | DynamicModule)[] = []): Promise<{ app: TestingModule; clock: FixedClock }> {
  const clock = new FixedClock(START);
  const app = await Test.createTestingModule({
    imports: [
      ClockModule.with(clock),
      DatabaseModule.with({ runtime: database.url('kenshu_runtime'), sealer: database.url('kenshu_sealer'), ops: database.url('kenshu_ops') }, { max: 5 }),
      TenancyModule, SealerModule, JobsModule, AuditModule, LedgerModule, ...imports,
    ],
  }).compile();
  app.enableShutdownHooks();
  await app.init();
  return { app, clock };
}

/** A member signed in to an organisation, with a step-up good for ten minutes unless told otherwise. */
export function person(organizationId: OrganizationId, name: string, roles: readonly string[], overrides: Partial<Actor> = {}): Actor {
  return {
    ...systemActor(organizationId), memberId: newId<'Member'>() as MemberId, identityId: newId<'Identity'>() as IdentityId,
    personKey: name, name, department: null, roles, via: 'session',
    stepUp: { method: 'password_mail_code', grantedAt: START, expiresAt: new Date(START.getTime() + 400 * 86_400_000) }, ...overrides,
  };
}
