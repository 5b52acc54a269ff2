import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { Config, configTable, describeConfig, loadConfig, masterKey, sessionSecret } from './index.js';

const urls = {
  DATABASE_URL: 'postgresql://kenshu_owner:first@db/kenshu',
  DATABASE_URL_RUNTIME: 'postgresql://kenshu_runtime:second@db/kenshu',
  DATABASE_URL_SEALER: 'postgresql://kenshu_sealer:third@db/kenshu',
  DATABASE_URL_VERIFIER: 'postgresql://kenshu_verifier:fourth@db/kenshu',
  DATABASE_URL_OPS: 'postgresql://kenshu_ops:fifth@db/kenshu',
};

describe('the configuration', () => {
  it('needs nothing: an empty environment gives the documented defaults', () => {
    const config = loadConfig({});
    expect(config).toBeInstanceOf(Config);
    expect(config.toJSON()).toMatchObject({
      port: 3000, host: '127.0.0.1', dataDir: resolve('.data'), publicUrl: 'http://localhost:3000', story: 'load',
      sessionIdleMinutes: 60, sessionAbsoluteHours: 12, evidenceMaxMb: 50, chromiumNoSandbox: false,
      logLevel: 'info', defaultLanguage: 'ja', defaultTimeZone: 'Asia/Tokyo',
    });
    expect(config.embedded).toBe(true);
  });

  it('takes what is set, ignores what it does not know and counts an empty variable as absent', () => {
    const env = { PORT: ' 8080 ', CHROMIUM_NO_SANDBOX: '1', STORY: '', UNKNOWN: 'x', PUBLIC_URL: 'https://kenshu.example.jp/' };
    const config = loadConfig(env);
    expect(config).toMatchObject({ port: 8080, chromiumNoSandbox: true, story: 'load', publicUrl: 'https://kenshu.example.jp' });
    expect(Object.keys(config)).not.toContain('UNKNOWN');
  });

  it('puts the chosen port into the default address', () => {
    expect(loadConfig({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000');
  });

  it('cannot be changed after boot', () => {
    const config = loadConfig({}) as { port: number };
    expect(() => (config.port = 1)).toThrow(TypeError);
  });

  it.each([
    ['PORT', 'abc'], ['PORT', '0'], ['PORT', '70000'], ['PORT', '3e3'], ['HOST', 'no host'], ['PUBLIC_URL', 'kenshu.example.jp'],
    ['PUBLIC_URL', 'https://kenshu.example.jp/app'], ['MAIL_FROM', 'nobody'], ['MAIL_FROM', 'a <a@b>\nBcc: c@d'], ['LOG_LEVEL', 'loud'],
    ['STORY', 'yes'], ['DEFAULT_LANGUAGE', 'fr'], ['DEFAULT_TIME_ZONE', 'Asia/Edo'], ['DEFAULT_TIME_ZONE', '+09:00'],
    ['CHROMIUM_NO_SANDBOX', 'maybe'], ['SESSION_IDLE_MINUTES', '2'], ['SESSION_ABSOLUTE_HOURS', '-1'], ['EVIDENCE_MAX_MB', '1.5'],
    ['PUPPETEER_EXECUTABLE_PATH', '/nowhere/chromium'], ['PG_BIN_DIR', '/nowhere'], ['TRUST_ANCHOR', '/nowhere.pem'],
  ])('refuses %s=%s and names the variable, the value and an example', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(
      expect.objectContaining({ name: 'ConfigError', message: expect.stringMatching(new RegExp(`^  ${name} must .*, not "[^]*For example: ${name}=`, 'm')) }),
    );
  });

  it('tells all problems at once', () => {
    expect(() => loadConfig({ PORT: 'x', STORY: 'x' })).toThrow(/PORT must[^]*STORY must/);
  });

  it.each([
    ['SESSION_SECRET', 'hush'], ['MASTER_KEY', 'hush'], ['SMTP_URL', 'http://user:hush@mail'],
    ['DATABASE_URL', 'mysql://user:hush@db/kenshu'], ['DATABASE_URL_OPS', 'postgresql://user:hush@db'],
  ])('refuses a bad %s without showing it', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(expect.objectContaining({ message: expect.stringContaining(`${name} must`) }));
    expect(() => loadConfig({ [name]: value })).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hush') }));
  });

  it('accepts every example of its own documentation that is not a path or a command', () => {
    const examples = describeConfig().filter(({ example }) => !/^[/$]/.test(example));
    const env = Object.fromEntries(examples.map(({ name, example }) => [name, example]));
    expect(() => loadConfig(env)).not.toThrow();
    expect(examples.length).toBeGreaterThan(15);
  });
});

describe('outside databases', () => {
  it('are all set or none', () => {
    const { DATABASE_URL_SEALER: _, ...four } = urls;
    expect(() => loadConfig(four)).toThrow(/DATABASE_URL_SEALER must be set/);
    expect(loadConfig(urls).embedded).toBe(false);
  });

  it('a door started alone needs only its own', () => {
    const { DATABASE_URL_VERIFIER } = urls;
    expect(loadConfig({ DATABASE_URL_VERIFIER }, ['verifier']).databaseUrlVerifier).toBe(DATABASE_URL_VERIFIER);
    expect(() => loadConfig({ DATABASE_URL_VERIFIER }, ['runtime'])).toThrow(/DATABASE_URL_RUNTIME must be set/);
  });

  it('two doors cannot sign in as the same role', () => {
    expect(() => loadConfig({ ...urls, DATABASE_URL_RUNTIME: urls.DATABASE_URL })).toThrow(/DATABASE_URL_RUNTIME must sign in as a role of its own/);
  });
});

describe('variables that depend on each other', () => {
  it('mail needs a sender of its own when there is a server', () => {
    expect(() => loadConfig({ SMTP_URL: 'smtp://mail' })).toThrow(/MAIL_FROM must be set/);
    expect(loadConfig({ SMTP_URL: 'smtp://mail', MAIL_FROM: '検収 <kenshu@example.jp>' }).mailFrom).toBe('検収 <kenshu@example.jp>');
  });

  it('a session cannot idle longer than it lasts', () => {
    expect(() => loadConfig({ SESSION_IDLE_MINUTES: '120', SESSION_ABSOLUTE_HOURS: '1' })).toThrow(/SESSION_IDLE_MINUTES must not be longer/);
  });
});

describe('secrets', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'kenshu-config-'))));
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('never show when the configuration is printed or logged', () => {
    const config = loadConfig({ ...urls, SESSION_SECRET: 'hush'.repeat(8), DATABASE_URL: urls.DATABASE_URL.replace('first', 'hush') });
    expect(JSON.stringify(config) + inspect(config)).not.toMatch(/hush|second/);
    expect(config.sessionSecret).toBe('hush'.repeat(8));
  });

  it('are made once for an embedded database and kept where only we can read them', () => {
    const config = loadConfig({ DATA_DIR: dataDir });
    expect(masterKey(config)).toHaveLength(32);
    expect(masterKey(config)).toEqual(masterKey(loadConfig({ DATA_DIR: dataDir })));
    expect(sessionSecret(config)).not.toBe(masterKey(config).toString('base64'));
    expect(statSync(join(dataDir, 'secrets', 'master-key')).mode & 0o777).toBe(0o600);
  });

  it('are used as given', () => {
    const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
    expect(masterKey(loadConfig({ DATA_DIR: dataDir, MASTER_KEY }))).toEqual(Buffer.alloc(32, 7));
  });

  it('must be given when the database is shared with other machines', () => {
    expect(() => masterKey(loadConfig(urls))).toThrow(/MASTER_KEY must be set/);
    expect(() => sessionSecret(loadConfig(urls))).toThrow(/SESSION_SECRET must be set/);
  });
});

describe('files named by the configuration', () => {
  it('are looked at before the start', () => {
    const directory = mkdtempSync(join(tmpdir(), 'kenshu-config-'));
    const anchor = join(directory, 'anchor.pem');
    writeFileSync(anchor, 'not a certificate');
    expect(() => loadConfig({ TRUST_ANCHOR: anchor })).toThrow(/TRUST_ANCHOR must/);
    writeFileSync(anchor, '-----BEGIN CERTIFICATE-----\n');
    expect(loadConfig({ TRUST_ANCHOR: anchor, PUPPETEER_EXECUTABLE_PATH: process.execPath }).trustAnchor).toBe(anchor);
    rmSync(directory, { recursive: true });
  });
});

describe('the documentation', () => {
  it('has one row, a meaning and an example for every variable, and none twice', () => {
    const all = describeConfig();
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.filter(({ meaning, example }) => !meaning || !example)).toEqual([]);
    expect(configTable().split('\n')).toHaveLength(all.length + 2);
    expect(configTable()).toContain('| `MASTER_KEY` 🔒 | made and kept in DATA_DIR |');
  });
});
