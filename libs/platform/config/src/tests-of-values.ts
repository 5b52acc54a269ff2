import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';

function succeeds(work: () => unknown): boolean {
  try {
    return work() !== false;
  } catch {
    return false;
  }
}

export function isUrl(protocols: readonly string[]): (value: string) => boolean {
  return (value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    return url !== null && protocols.includes(url.protocol) && url.hostname !== '';
  };
}

/** scheme://host[:port] and nothing after it: links are made by appending a path. */
export function isOrigin(value: string): boolean {
  return isUrl(['http:', 'https:'])(value) && new URL(value).origin === value.replace(/\/$/, '');
}

/** postgresql://user[:password]@host[:port]/database */
export function isDatabaseUrl(value: string): boolean {
  if (!isUrl(['postgres:', 'postgresql:'])(value)) return false;
  const { username, pathname } = new URL(value);
  return username !== '' && pathname.length > 1;
}

export function isHost(value: string): boolean {
  return /^[A-Za-z0-9.:-]+$/.test(value) && (URL.canParse(`http://${value}`) || URL.canParse(`http://[${value}]`));
}

/** Not an offset: PostgreSQL reads the sign of "+09:00" the other way round. */
export function isTimeZone(value: string): boolean {
  return /^[A-Za-z]/.test(value) && succeeds(() => new Intl.DateTimeFormat('en', { timeZone: value }));
}

/** `name <local@domain>` or `local@domain`, without line breaks (they would add mail headers). */
export function isMailbox(value: string): boolean {
  return /^(?:[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value);
}

export function isKey(bytes: number): (value: string) => boolean {
  return (value) => Buffer.from(value, 'base64').length === bytes && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
}

export function isProgram(value: string): boolean {
  return succeeds(() => accessSync(value, constants.X_OK));
}

export function holdsPostgres(value: string): boolean {
  return value.startsWith('/') && ['initdb', 'pg_ctl', 'postgres'].every((name) => isProgram(join(value, name)));
}

export function isCertificateFile(value: string): boolean {
  return succeeds(() => readFileSync(value, 'utf8').includes('-----BEGIN CERTIFICATE-----'));
}
