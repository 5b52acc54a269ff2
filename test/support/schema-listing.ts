import type { DataSource } from 'typeorm';

const SCHEMAS = `('app', 'identity', 'published', 'verifier')`;

/** Everything that makes up our schema, one statement-like line each, sorted: what a review of a migration wants to see change. */
const LISTING = `
with lines as (
  select format('schema %I', nspname) as line from pg_namespace where nspname in ${SCHEMAS}
  union all
  select format('table %I.%I (%s)%s%s', n.nspname, c.relname,
      string_agg(format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), ', ' order by a.attnum),
      case when c.relrowsecurity then ' enable row level security' else '' end, case when c.relforcerowsecurity then ' force' else '' end)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where n.nspname in ${SCHEMAS} and c.relkind = 'r' group by n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity
  union all
  select format('constraint %s on %s: %s', con.conname, con.conrelid::regclass, pg_get_constraintdef(con.oid))
    from pg_constraint con join pg_namespace n on n.oid = con.connamespace where n.nspname in ${SCHEMAS} and con.contype <> 'n'
  union all
  select indexdef from pg_indexes where schemaname in ${SCHEMAS}
  union all
  select format('policy %s on %I.%I as %s for %s to %s using (%s) with check (%s)', policyname, schemaname, tablename, permissive, cmd,
      array_to_string(roles, ', '), coalesce(qual, ''), coalesce(with_check, ''))
    from pg_policies where schemaname in ${SCHEMAS}
  union all
  select format('grant %s on %I.%I to %s', string_agg(privilege_type, ', ' order by privilege_type), table_schema, table_name, grantee)
    from information_schema.table_privileges where table_schema in ${SCHEMAS} and grantee like 'kenshu\\_%' and grantee <> 'kenshu_owner'
    group by table_schema, table_name, grantee
  union all
  select format('grant %s (%s) on %I.%I to %s', cp.privilege_type, string_agg(cp.column_name, ', ' order by cp.column_name), cp.table_schema, cp.table_name, cp.grantee)
    from information_schema.column_privileges cp
    where cp.table_schema in ${SCHEMAS} and cp.grantee like 'kenshu\\_%' and cp.grantee <> 'kenshu_owner'
      and not exists (select from information_schema.table_privileges tp where tp.table_schema = cp.table_schema and tp.table_name = cp.table_name
        and tp.grantee = cp.grantee and tp.privilege_type = cp.privilege_type)
    group by cp.privilege_type, cp.table_schema, cp.table_name, cp.grantee
  union all
  select 'function ' || regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g')
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ${SCHEMAS}
  union all
  select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${SCHEMAS} and not t.tgisinternal
)
select line from lines order by line collate "C"`;

export async function schemaListing(superuser: DataSource): Promise<string> {
  const rows: { line: string }[] = await superuser.query(LISTING);
  return `${rows.map((row) => row.line).join('\n')}\n`;
}
