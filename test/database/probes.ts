import type { Client } from 'pg';
import { isId, newId } from '@platform/tenancy';

/** One table as the catalogue describes it. */
export interface Table {
  /** `app.answer` */
  readonly name: string;
  /** Columns whose value decides whose row it is. */
  readonly tenant: readonly string[];
  /** Everything that can be written, in order. */
  readonly columns: readonly string[];
}

export interface Policy {
  readonly name: string;
  readonly table: string;
  readonly command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL';
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
  readonly permissive: string;
}

export type Command = 'select' | 'insert' | 'update' | 'move' | 'delete';
/** Says null while the database holds, and what leaked when it does not. */
export interface Probe { readonly table: string; readonly role: string; readonly command: Command; readonly run: () => Promise<string | null> }

export const ROLES = ['kenshu_runtime', 'kenshu_sealer', 'kenshu_verifier', 'kenshu_ops', 'kenshu_owner'] as const;
const TENANT = ['organization_id', 'buyer_organization_id', 'supplier_organization_id', 'owner_organization_id', 'grantee_organization_id'];
/** Rows of these belong to nobody when no organisation stands in them, and everybody reads them. */
const COMMON = ['app.catalog', 'app.catalog_edition', 'app.crosswalk', 'app.crosswalk_row'];
/** Somebody who has no row anywhere. */
export const NOBODY = '00000000-0000-7000-8000-000000000000';

type Row = Readonly<Record<string, unknown>>;
/** What a row of the stranger's own must have so that it may be its own (`clone`): a copy would break a unique or check constraint. */
const OWN_COPY: Readonly<Record<string, Row>> = {
  'app.request_facts_correction': { supplier_organization_id: null },
  'app.certificate': { number: 'PROBE-1', code: 'A'.repeat(26) },
};

/** What a row looks like before later acts were written into it: how a new one must look. */
const UNFINISHED: Readonly<Record<string, Row>> = {
  'app.order_line': { placed_at: null, placed_by: null, agreement_id: null, spec_criticality: null, received_quantity: 0 },
  'app.certificate': { signing_at: null, sealed_at: null, issued_at: null },
};

/**
 * Asks each table, as each role that can reach it, whether a stranger gets at rows of others. Works on one superuser connection in one
 * transaction; every question is rolled back. Triggers and foreign keys are off (session_replication_role), so that only privileges and
 * policies can refuse: a probe that a foreign key holds would not notice that its policy is gone.
 */
export class Probes {
  tables: readonly Table[] = [];
  private readonly victims = new Map<string, Row>();
  private readonly allowed = new Map<string, number>();
  private readonly reach = new Map<string, readonly string[]>();

  constructor(private readonly superuser: Client, private readonly stranger: string, private readonly intended: (table: string, role: string, command: Command) => boolean) {}

  /** Reads tables, one row of somebody else's per table, and how many rows the stranger may see. @returns tables that have no such row. */
  async prepare(): Promise<string[]> {
    await this.superuser.query('set session_replication_role = replica');
    this.tables = await this.readTables();
    const bare: string[] = [];
    for (const table of this.tables) {
      const own = table.tenant.length > 0 ? `coalesce($1::uuid in (${table.tenant.join(', ')}), false)` : '$1::uuid is null';
      const common = COMMON.includes(table.name) ? 'organization_id is null' : 'false';
      const { rows } = await this.superuser.query<{ row: Row }>(`select to_jsonb(t) as row from ${table.name} t where not (${own}) and not (${common}) limit 1`, [this.stranger]);
      const { rows: [seen] } = await this.superuser.query<{ n: string }>(`select count(*) as n from ${table.name} t where ${own} or ${common}`, [this.stranger]);
      if (rows[0]) this.victims.set(table.name, rows[0].row);
      else bare.push(table.name);
      this.allowed.set(table.name, Number(seen!.n));
      for (const role of ROLES) for (const command of ['select', 'insert', 'update', 'delete'] as const) {
        this.reach.set(`${table.name} ${role} ${command}`, await this.columnsOf(table, role, command));
      }
    }
    return bare;
  }

  /** Every question about one table that the grants make possible. */
  of(name: string): Probe[] {
    const table = this.tables.find((one) => one.name === name)!;
    return ROLES.flatMap((role) => (['select', 'insert', 'update', 'move', 'delete'] as const).flatMap((command): Probe[] => {
      const columns = this.reach.get(`${name} ${role} ${command === 'move' ? 'update' : command}`)!;
      if (columns.length === 0 || this.intended(name, role, command)) return [];
      if (command === 'move' && (role === 'kenshu_owner' || table.tenant.length === 0)) return [];
      return [{ table: name, role, command, run: () => this[command](table, role, columns) }];
    }));
  }

  /** A mutation and everything asked under it, undone. */
  async under<T>(mutation: string, work: () => Promise<T>): Promise<T> {
    await this.superuser.query(`begin; ${mutation}`);
    try {
      return await work();
    } finally {
      await this.superuser.query('rollback');
    }
  }

  /** Runs probes; what leaked, in words. */
  async leaks(probes: readonly Probe[]): Promise<string[]> {
    const found: string[] = [];
    for (const probe of probes) {
      const leak = await probe.run();
      if (leak !== null) found.push(`${probe.table} ${probe.command} as ${probe.role}: ${leak}`);
    }
    return found;
  }

  /**
   * With foreign keys and triggers on: copies of a row of others in which some, not all, columns of ownership name the stranger, so that a policy
   * may let it in: its own row below a parent of others, or a row that others would see. @returns per table, columns and role what happened.
   */
  async smuggle(name: string): Promise<{ readonly what: string; readonly outcome: number | string }[]> {
    const table = this.tables.find((one) => one.name === name)!;
    const found: { what: string; outcome: number | string }[] = [];
    for (const role of ROLES.filter((one) => one !== 'kenshu_owner')) {
      const columns = this.reach.get(`${name} ${role} insert`)!;
      for (const mine of columns.length > 0 ? subsets(table.tenant) : []) {
        const row = { ...this.victims.get(name)!, ...UNFINISHED[name], ...Object.fromEntries([...mine, 'written_by'].map((column) => [column, this.stranger])) };
        const outcome = await this.as(role, this.stranger, async () => {
          // what is there already would refuse a copy for being one
          await this.superuser.query(`reset role; delete from ${name}; set local session_replication_role = origin; set local role ${role}`);
          return this.put(name, columns, row);
        });
        found.push({ what: `${name} (${mine.join(', ')})`, outcome });
      }
    }
    return found;
  }

  private async select({ name }: Table, role: string): Promise<string | null> {
    const expected = role === 'kenshu_owner' ? 0 : this.allowed.get(name)!;
    const seen = await this.as(role, this.stranger, () => this.count(name));
    if (seen !== expected) return `the stranger sees ${String(seen)} rows instead of ${expected}`;
    const common = COMMON.includes(name) && role !== 'kenshu_owner' ? expected : 0;
    const unset = await this.as(role, '', () => this.count(name));
    return unset === common ? null : `without an organisation ${String(unset)} rows are seen instead of ${common}`;
  }

  private async count(name: string): Promise<number> {
    return Number((await this.superuser.query<{ n: string }>(`select count(*) as n from ${name}`)).rows[0]!.n);
  }

  private async insert({ name }: Table, role: string, columns: readonly string[]): Promise<string | null> {
    const outcome = await this.as(role, this.stranger, () => this.put(name, columns, this.victims.get(name)!));
    return refused(outcome) ? null : `a row naming others is ${typeof outcome === 'number' ? 'taken in' : `not refused by a policy: ${outcome}`}`;
  }

  /** No where clause and no column read: only the update policy decides what is touched, not the select policy. */
  private async update({ name }: Table, role: string, columns: readonly string[]): Promise<string | null> {
    const outcome = await this.as(role, NOBODY, () => this.set(name, columns.slice(0, 1), this.victims.get(name)!));
    return outcome === 0 ? null : `rows of others are changed: ${outcome}`;
  }

  /** Hands an own row to somebody else. The columns of ownership are granted for the moment: the policy must hold even if a migration grants them. */
  private async move(table: Table, role: string, columns: readonly string[]): Promise<string | null> {
    const { name, tenant } = table;
    const victim = this.victims.get(name)!;
    return this.aside(async () => {
      await this.own(table);
      await this.superuser.query(`grant update (${tenant.join(', ')}) on ${name} to ${role}`);
      const touched = await this.as(role, this.stranger, () => this.set(name, columns.slice(0, 1), victim));
      if (typeof touched !== 'number' || touched === 0) return `its own row cannot be changed, so nothing is proved: ${touched}`;
      const outcome = await this.as(role, this.stranger, () => this.set(name, tenant, victim));
      return refused(outcome) ? null : `an own row is handed to others: ${outcome}`;
    });
  }

  private async delete({ name }: Table, role: string): Promise<string | null> {
    const outcome = await this.as(role, NOBODY, async () => (await this.superuser.query(`delete from ${name}`)).rowCount ?? 0);
    return outcome === 0 ? null : `rows of others are deleted: ${outcome}`;
  }

  /** A row of the stranger's in this table, a copy of somebody else's unless it has one. */
  private async own({ name, tenant, columns }: Table): Promise<void> {
    const { rows } = await this.superuser.query(`select from ${name} where $1::uuid in (${tenant.join(', ')}) limit 1`, [this.stranger]);
    if (rows.length > 0) return;
    const named = Object.fromEntries(tenant.map((column) => [column, this.stranger]));
    const victim = this.victims.get(name)!;
    // no other row knows these ids, so no unique constraint stands in the way
    const fresh = Object.fromEntries(columns.filter((column) => isId(victim[column])).map((column) => [column, newId()]));
    await this.put(name, columns, { ...victim, ...fresh, ...named, ...OWN_COPY[name] });
  }

  private async put(name: string, columns: readonly string[], row: Row): Promise<number> {
    const list = columns.join(', ');
    return (await this.superuser.query(`insert into ${name} (${list}) select ${list} from jsonb_populate_record(null::${name}, $1)`, [JSON.stringify(row)])).rowCount ?? 0;
  }

  private async set(name: string, columns: readonly string[], row: Row): Promise<number> {
    const list = columns.map((column) => `${column} = (jsonb_populate_record(null::${name}, $1)).${column}`).join(', ');
    return (await this.superuser.query(`update ${name} set ${list}`, [JSON.stringify(row)])).rowCount ?? 0;
  }

  /** As that role with that organisation set, inside a savepoint. @returns what `work` returns, or the error as text. */
  private as(role: string, organization: string, work: () => Promise<number>): Promise<number | string> {
    return this.aside(async () => {
      await this.superuser.query(`set local role ${role}; select set_config('app.organization_id', '${organization}', true)`);
      try {
        return await work();
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        return `${code} ${message}`;
      }
    });
  }

  private depth = 0;
  private async aside<T>(work: () => Promise<T>): Promise<T> {
    const point = `probe_${++this.depth}`;
    await this.superuser.query(`savepoint ${point}`);
    try {
      return await work();
    } finally {
      await this.superuser.query(`rollback to savepoint ${point}; release savepoint ${point}`);
      this.depth -= 1;
    }
  }

  private async readTables(): Promise<Table[]> {
    const { rows } = await this.superuser.query<{ name: string; columns: string[] }>(`
      select format('%I.%I', n.nspname, c.relname) as name,
        array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('app', 'published') and c.relkind = 'r' and c.relrowsecurity order by 1`);
    return rows.map((row) => ({ ...row, tenant: row.name === 'app.organization' ? ['id'] : row.columns.filter((column) => TENANT.includes(column)) }));
  }

  private async columnsOf({ name, columns }: Table, role: string, command: 'select' | 'insert' | 'update' | 'delete'): Promise<string[]> {
    if (command === 'delete') {
      const { rows } = await this.superuser.query<{ may: boolean }>('select has_table_privilege($1, $2, $3) as may', [role, name, command]);
      return rows[0]!.may ? [...columns] : [];
    }
    const { rows } = await this.superuser.query<{ column: string }>(
      'select c as column from unnest($3::text[]) with ordinality u(c, n) where has_column_privilege($1, $2, c, $4) order by n', [role, name, columns, command]);
    return rows.map((row) => row.column);
  }
}

const subsets = <T>(all: readonly T[]): T[][] => all.reduce<T[][]>((some, one) => [...some, ...some.map((set) => [...set, one])], [[]]).filter((set) => set.length > 0);
const refused = (outcome: number | string): boolean => typeof outcome === 'string' && outcome.startsWith('42501') && outcome.includes('row-level security');

export async function readPolicies(superuser: Client): Promise<Policy[]> {
  const { rows } = await superuser.query<Policy>(`
    select policyname as name, format('%I.%I', schemaname, tablename) as table, cmd as command, roles::text[] as roles, qual as using, with_check as check, permissive
    from pg_policies where schemaname in ('app', 'published') order by 2, 1`);
  return rows;
}

/** The ways to weaken one policy: each half of it replaced by "always". */
export function mutationsOf({ name, table, using, check }: Policy): { readonly half: 'using' | 'check'; readonly sql: string }[] {
  return [
    ...(using === null ? [] : [{ half: 'using' as const, sql: `alter policy ${name} on ${table} using (true)` }]),
    ...(check === null ? [] : [{ half: 'check' as const, sql: `alter policy ${name} on ${table} with check (true)` }]),
  ];
}

/** Which question must notice that half of the policy is gone. */
export function watcherOf(policy: Policy, half: 'using' | 'check'): Command {
  if (policy.command === 'UPDATE') return half === 'using' ? 'update' : 'move';
  return policy.command.toLowerCase() as Command;
}
