import { Client } from 'pg';

/** The five roles of design §3. None is superuser or bypasses row level security; the names are fixed because migrations grant to them. */
export const ROLES = ['kenshu_owner', 'kenshu_runtime', 'kenshu_sealer', 'kenshu_verifier', 'kenshu_ops'] as const;
export type RoleName = (typeof ROLES)[number];
export type RolePasswords = Readonly<Partial<Record<RoleName, string>>>;

/** The roles are not there and nobody who could make them was named. */
export class RolesMissingError extends Error {
  constructor(missing: readonly string[]) {
    super(`The database has no ${missing.join(', ')}. Run once: npx kenshu migrate --admin postgresql://SUPERUSER@HOST/DATABASE (a superuser or a role with CREATEROLE).`);
    this.name = 'RolesMissingError';
  }
}

/** @throws RolesMissingError unless all five roles exist. */
export async function requireRoles(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [ROLES]);
    const missing = ROLES.filter((role) => !rows.some(({ rolname }) => rolname === role));
    if (missing.length > 0) throw new RolesMissingError(missing);
  } finally {
    await client.end();
  }
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Creates the roles that are missing and sets the given passwords; `adminUrl` is a superuser or has CREATEROLE. */
export async function ensureRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('kenshu.roles'))");
    const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [ROLES]);
    const present = new Set(rows.map((row) => row.rolname));
    for (const role of ROLES) {
      if (!present.has(role)) await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls`);
      const password = passwords[role];
      if (password) await client.query(`alter role ${role} password ${literal(password)}`);
    }
  } finally {
    await client.end();
  }
}

/** Creates the database owned by `kenshu_owner` unless it is there; nobody else may create anything in it. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)} owner kenshu_owner`);
  } finally {
    await client.end();
  }
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}
