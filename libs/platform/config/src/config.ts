import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { resolve } from 'node:path';
import { holdsPostgres, isCertificateFile, isDatabaseUrl, isHost, isKey, isMailbox, isOrigin, isProgram, isTimeZone, isUrl } from './tests-of-values.js';
import { declaredVariables, Must, OneOf, Switch, Variable, Whole } from './variable.js';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const DATABASE = 'must be a URL with a user and a database';
const EMBEDDED = '(none: embedded PostgreSQL)';
const databaseExample = (user: string) => `postgresql://${user}:PASSWORD@db.example.jp:5432/kenshu`;
const DATABASE_MEANING = 'Set all five together, or none; a door started alone needs only its own.';

/** The whole configuration of one process, validated at boot and frozen. Prints without its secrets. */
export class Config {
  @Variable('PORT', { default: '3000', meaning: 'Port the doors listen on.', example: '3000' })
  @Whole(1, 65535)
  readonly port!: number;

  // Loopback, because a first start has a worked example with known sign-ins in it: to be seen from
  // the network, or behind a proxy on another machine, is a decision.
  @Variable('HOST', { default: '127.0.0.1', meaning: 'Address the doors listen on; 0.0.0.0 opens them to the network.', example: '0.0.0.0' })
  @Must('must be an IP address or a host name', isHost)
  readonly host!: string;

  @Variable('DATA_DIR', { default: '.data', meaning: 'Directory of everything Kenshu keeps on this machine.', example: '/var/lib/kenshu/data' })
  @Transform(({ value }) => resolve(String(value)))
  readonly dataDir!: string;

  @Variable('PUBLIC_URL', { default: '(http://localhost:PORT)', meaning: 'Address in links, mails and QR codes; https turns on the strict cookies.', example: 'https://kenshu.example.jp' })
  @Transform(({ value }) => (value as string | undefined)?.replace(/\/$/, ''))
  @Must('must be http:// or https:// with a host and without a path', isOrigin)
  readonly publicUrl!: string;

  @Variable('DATABASE_URL', { default: EMBEDDED, meaning: `PostgreSQL as kenshu_owner, for migrations. ${DATABASE_MEANING}`, example: databaseExample('kenshu_owner'), secret: true })
  @Must(DATABASE, isDatabaseUrl)
  readonly databaseUrl?: string;

  @Variable('DATABASE_URL_RUNTIME', { default: EMBEDDED, meaning: 'PostgreSQL as kenshu_runtime: portal, API and worker.', example: databaseExample('kenshu_runtime'), secret: true })
  @Must(DATABASE, isDatabaseUrl)
  readonly databaseUrlRuntime?: string;

  @Variable('DATABASE_URL_SEALER', { default: EMBEDDED, meaning: 'PostgreSQL as kenshu_sealer: the worker when it signs.', example: databaseExample('kenshu_sealer'), secret: true })
  @Must(DATABASE, isDatabaseUrl)
  readonly databaseUrlSealer?: string;

  @Variable('DATABASE_URL_VERIFIER', { default: EMBEDDED, meaning: 'PostgreSQL as kenshu_verifier: the public verification page.', example: databaseExample('kenshu_verifier'), secret: true })
  @Must(DATABASE, isDatabaseUrl)
  readonly databaseUrlVerifier?: string;

  @Variable('DATABASE_URL_OPS', { default: EMBEDDED, meaning: 'PostgreSQL as kenshu_ops: supervision.', example: databaseExample('kenshu_ops'), secret: true })
  @Must(DATABASE, isDatabaseUrl)
  readonly databaseUrlOps?: string;

  @Variable('SMTP_URL', { default: '(none: mail is kept in DATA_DIR/mailbox)', meaning: 'Mail server. Without one, and only while PUBLIC_URL is this machine, /mailbox shows the mails.', example: 'smtps://user:PASSWORD@mail.example.jp:465', secret: true })
  @Must('must be smtp:// or smtps:// with a host', isUrl(['smtp:', 'smtps:']))
  readonly smtpUrl?: string;

  @Variable('MAIL_FROM', { default: 'Kenshu <kenshu@localhost>', meaning: 'Sender of all mail; must be set when SMTP_URL is.', example: 'Kenshu <kenshu@example.jp>' })
  @Must('must be an address, with or without a name', isMailbox)
  readonly mailFrom!: string;

  @Variable('SESSION_SECRET', { default: '(made and kept in DATA_DIR)', meaning: 'Signs session cookies; the same for all portals. Must be set with DATABASE_URL.', example: '$(openssl rand -base64 32)', secret: true })
  @Must('must have at least 32 characters', (value) => value.length >= 32)
  readonly sessionSecret?: string;

  @Variable('MASTER_KEY', { default: '(made and kept in DATA_DIR)', meaning: 'Encrypts the private signing keys; only the worker needs it. Must be set with DATABASE_URL. Without it the keys are lost.', example: '$(openssl rand -base64 32)', secret: true })
  @Must('must be 32 bytes in base64', isKey(32))
  readonly masterKey?: string;

  @Variable('TRUST_ANCHOR', { default: '(the anchor of this installation)', meaning: 'File (PEM) with the certificate authority that verification trusts.', example: '/etc/kenshu/anchor.pem' })
  @Must('must name a readable PEM file with a certificate', isCertificateFile)
  readonly trustAnchor?: string;

  @Variable('SESSION_IDLE_MINUTES', { default: '60', meaning: 'A session ends after this many minutes without a request.', example: '30' })
  @Whole(5, 1440)
  readonly sessionIdleMinutes!: number;

  @Variable('SESSION_ABSOLUTE_HOURS', { default: '12', meaning: 'A session ends after this many hours in any case.', example: '8' })
  @Whole(1, 168)
  readonly sessionAbsoluteHours!: number;

  @Variable('SIGN_UP', { default: 'open', meaning: 'open: anybody may found a buyer organisation at /sign-up; closed: only the command line may. Invitations work either way.', example: 'closed' })
  @OneOf(['open', 'closed'])
  readonly signUp!: 'open' | 'closed';

  @Variable('RATE_LIMIT_FACTOR', { default: '1', meaning: 'Multiplies the limits per network address, where many people share one (list: libs/platform/rate-limit).', example: '5' })
  @Whole(1, 1000)
  readonly rateLimitFactor!: number;

  @Variable('EVIDENCE_MAX_MB', { default: '50', meaning: 'Largest evidence file, in MB of 1,000,000 bytes.', example: '100' })
  @Whole(1, 100)
  readonly evidenceMaxMb!: number;

  @Variable('STORY', { default: 'load', meaning: 'load: the first start with the embedded database loads the worked example; none: it starts empty.', example: 'none' })
  @OneOf(['load', 'none'])
  readonly story!: 'load' | 'none';

  @Variable('DEFAULT_LANGUAGE', { default: 'ja', meaning: 'Language of people who have not chosen one.', example: 'en' })
  @OneOf(['ja', 'en'])
  readonly defaultLanguage!: 'ja' | 'en';

  @Variable('DEFAULT_TIME_ZONE', { default: 'Asia/Tokyo', meaning: 'Time zone of dates on documents and pages.', example: 'Asia/Tokyo' })
  @Must('must be the name of a time zone', isTimeZone)
  readonly defaultTimeZone!: string;

  @Variable('LOG_LEVEL', { default: 'info', meaning: `One of ${LEVELS.join(', ')}; npm start keeps to warnings unless this is set.`, example: 'debug' })
  @OneOf(LEVELS)
  readonly logLevel!: LogLevel;

  @Variable('PUPPETEER_EXECUTABLE_PATH', { default: '(the bundled Chromium)', meaning: 'Another Chromium to make PDF with.', example: '/usr/bin/chromium' })
  @Must('must name a program that can be run', isProgram)
  readonly puppeteerExecutablePath?: string;

  @Variable('CHROMIUM_NO_SANDBOX', { default: 'false', meaning: 'true only where the kernel forbids the sandbox of Chromium.', example: 'true' })
  @Switch()
  readonly chromiumNoSandbox!: boolean;

  @Variable('PG_BIN_DIR', { default: '(the programs from npm)', meaning: 'Other programs for the embedded PostgreSQL.', example: '/usr/lib/postgresql/18/bin' })
  @Must('must be an absolute path with initdb, pg_ctl and postgres in it', holdsPostgres)
  readonly pgBinDir?: string;

  /** True when no outside database is configured: this process starts its own. */
  get embedded(): boolean {
    return !(this.databaseUrl || this.databaseUrlRuntime || this.databaseUrlSealer || this.databaseUrlVerifier || this.databaseUrlOps);
  }

  toJSON(): Record<string, unknown> {
    const shown = (field: string, secret: boolean) => {
      const value = this[field as keyof Config];
      return secret && value !== undefined ? '(secret)' : value;
    };
    return Object.fromEntries(declaredVariables().map(({ field, secret }) => [field, shown(field, secret)]));
  }

  [Symbol.for('nodejs.util.inspect.custom')](): Record<string, unknown> {
    return this.toJSON();
  }
}
