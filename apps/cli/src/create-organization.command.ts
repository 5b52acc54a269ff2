import { CreateOrganization, OrganizationModule, foundingActor } from '@libs/organization';
import { AuditModule } from '@platform/audit';
import { ClockModule } from '@platform/clock';
import { loadConfig } from '@platform/config';
import { Identities, IdentityModule, OneTimeTokens } from '@platform/identity';
import type { IdentityRow } from '@platform/identity';
import { formatDateTime } from '@platform-pure/i18n';
import { normalizeEmail } from '@platform-pure/identity';
import { JobsModule } from '@platform/jobs';
import { TenancyModule, TenantDb, newId } from '@platform/tenancy';
import type { IdentityId, Language, OrganizationId, TenantTx } from '@platform/tenancy';
import type { INestApplicationContext } from '@nestjs/common';
import { withApplication } from './application.js';
import { withDatabase } from './databases.js';
import { DONE, UNUSABLE } from './terminal.js';
import type { ExitStatus, Terminal } from './terminal.js';

export interface CreateOptions {
  readonly name: string; readonly nameEn?: string; readonly address: string; readonly prefix?: string; readonly corporateNumber?: string;
  readonly language: string; readonly timeZone: string; readonly threePersons: boolean; readonly adminEmail: string; readonly adminName: string;
}

interface Created { readonly organizationId: OrganizationId; readonly email: string; /** For a person without an account. */ readonly link: { readonly token: string; readonly expiresAt: Date } | null }

/** Days in which a new administrator sets the first password. */
const LINK_LIFE_MS = 7 * 86_400_000;
const IMPORTS = [ClockModule.with(), TenancyModule, JobsModule, AuditModule, IdentityModule.with(), OrganizationModule];

/** An organisation and its first administrator, in one transaction. Somebody who has no account yet gets a link to set a password. */
export async function createOrganizationCommand(options: CreateOptions, at: Terminal): Promise<ExitStatus> {
  if (options.language !== 'ja' && options.language !== 'en') {
    at.err(at.t('cli.organization.language_unknown'));
    return UNUSABLE;
  }
  const config = loadConfig(at.env, ['owner', 'runtime']);
  const { organizationId, email, link } = await withDatabase(config, at, ({ urls }) =>
    withApplication({ runtime: urls.kenshu_runtime }, IMPORTS, (app) => create(app, options)));
  at.out(at.t('cli.organization.created', { name: options.name, id: organizationId }));
  at.out(at.t('cli.organization.admin', { email }));
  if (link) at.out(at.t('cli.organization.link', { url: `${config.publicUrl}/password-reset/${link.token}`, until: formatDateTime(link.expiresAt, at.language, options.timeZone) }));
  else at.out(at.t('cli.organization.known'));
  return DONE;
}

async function create(app: INestApplicationContext, options: CreateOptions): Promise<Created> {
  const known = await app.get(Identities, { strict: false }).byEmail(normalizeEmail(options.adminEmail));
  const identityId = known?.id ?? newId<'Identity'>() as IdentityId;
  return app.get(TenantDb, { strict: false }).run(foundingActor({ name: options.adminName, identityId }), async (tx) => {
    const link = known ? null : await enrol(app, tx, identityId, options);
    const { organizationId } = await found(app, tx, identityId, options);
    return { organizationId, email: known?.email ?? normalizeEmail(options.adminEmail), link };
  });
}

async function enrol(app: INestApplicationContext, tx: TenantTx, id: IdentityId, { adminEmail, adminName, language, timeZone }: CreateOptions): Promise<Created['link']> {
  const person = await app.get(Identities, { strict: false })
    .create({ id, email: adminEmail, displayName: adminName, passwordHash: null, language: language as Language, timeZone }, tx) as IdentityRow;
  return app.get(OneTimeTokens, { strict: false }).mint({ kind: 'password_reset', email: person.email, payload: { identityId: id }, ttl: LINK_LIFE_MS }, tx);
}

function found(app: INestApplicationContext, tx: TenantTx, identityId: IdentityId, options: CreateOptions): ReturnType<CreateOrganization['within']> {
  const { name, nameEn, address, prefix, corporateNumber, timeZone, threePersons, adminEmail, adminName } = options;
  const language = options.language as Language;
  return app.get(CreateOrganization, { strict: false }).within(tx, {
    name, address, nameEn: nameEn ?? null, corporateNumber: corporateNumber ?? null, certificatePrefix: prefix ?? null, timeZone, defaultLanguage: language,
    signOffPolicy: { threePersons }, firstMember: { identityId, email: adminEmail, displayName: adminName, language },
  });
}
