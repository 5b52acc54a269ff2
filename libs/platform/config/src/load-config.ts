import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Config } from './config.js';
import { declaredVariables, isWritten, type DeclaredVariable } from './variable.js';

export type DatabaseRole = 'owner' | 'runtime' | 'sealer' | 'verifier' | 'ops';

/** The boot stops; the message names each variable, what is wrong with it and an example. Never holds a secret. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const DATABASE_FIELDS = {
  owner: 'databaseUrl',
  runtime: 'databaseUrlRuntime',
  sealer: 'databaseUrlSealer',
  verifier: 'databaseUrlVerifier',
  ops: 'databaseUrlOps',
} as const satisfies Record<DatabaseRole, keyof Config>;

const EVERY_ROLE = Object.keys(DATABASE_FIELDS) as DatabaseRole[];

/** An empty variable counts as absent: that is how compose files and CI systems leave one out. */
function written(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

function variableOf(field: string): DeclaredVariable {
  return declaredVariables().find((variable) => variable.field === field)!;
}

export function problemWith(field: string, what: string, value?: string): string {
  const { name, secret, example } = variableOf(field);
  const got = value === undefined ? '' : secret ? ' (its value is not shown)' : `, not "${value}"`;
  return `${name} ${what}${got}. For example: ${name}=${example}`;
}

function parse(env: Environment): Config {
  const plain: Record<string, string> = {};
  for (const { name, field, default: fallback } of declaredVariables()) {
    const value = written(env, name) ?? (isWritten(fallback) ? fallback : undefined);
    if (value !== undefined) plain[field] = value;
  }
  return plainToInstance(Config, plain, { excludeExtraneousValues: true, exposeUnsetFields: false });
}

function problemsOfValues(config: Config, env: Environment): string[] {
  return validateSync(config, { stopAtFirstError: true }).map(({ property, constraints }) =>
    problemWith(property, Object.values(constraints ?? {})[0]!, written(env, variableOf(property).name)),
  );
}

function problemsOfDatabases(config: Config, needs: readonly DatabaseRole[]): string[] {
  if (config.embedded) return [];
  const missing = needs.filter((role) => !config[DATABASE_FIELDS[role]]);
  const users = EVERY_ROLE.map((role) => config[DATABASE_FIELDS[role]]).map((url) => url && new URL(url).username);
  // One user for two doors would lift the locks between them: see design, "three locks".
  const shared = EVERY_ROLE.filter((_, i) => users[i] && users.indexOf(users[i]) < i);
  return [
    ...missing.map((role) => problemWith(DATABASE_FIELDS[role], 'must be set, because another DATABASE_URL is (without any, PostgreSQL is embedded)')),
    ...shared.map((role) => problemWith(DATABASE_FIELDS[role], 'must sign in as a role of its own; another DATABASE_URL has the same user')),
  ];
}

function problemsBetween(config: Config, env: Environment): string[] {
  const tooIdle = config.sessionIdleMinutes > config.sessionAbsoluteHours * 60;
  const noSender = config.smtpUrl && !written(env, 'MAIL_FROM');
  return [
    ...(tooIdle ? [problemWith('sessionIdleMinutes', 'must not be longer than SESSION_ABSOLUTE_HOURS', String(config.sessionIdleMinutes))] : []),
    ...(noSender ? [problemWith('mailFrom', 'must be set, because SMTP_URL is')] : []),
  ];
}

/**
 * Reads the environment once. Unknown variables are ignored, empty ones count as absent.
 *
 * @param needs the databases this process opens when they are not embedded; `standalone` opens all
 * @throws ConfigError with every problem found
 */
export function loadConfig(env: Environment, needs: readonly DatabaseRole[] = EVERY_ROLE): Config {
  const config = parse(env);
  const problems = problemsOfValues(config, env);
  if (problems.length === 0) problems.push(...problemsOfDatabases(config, needs), ...problemsBetween(config, env));
  if (problems.length > 0) throw new ConfigError(problems);
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  return Object.freeze(Object.assign(config, { publicUrl }));
}
