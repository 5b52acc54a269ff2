import type { Scene } from '../support/journey.js';

/** Number and content of every table's rows, the queue's included: equal before and after means that nothing changed. */
export async function fingerprint(scene: Scene): Promise<ReadonlyMap<string, string>> {
  const tables = await scene.superuser<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'identity', 'published', 'verifier') or (schemaname = 'pgboss' and tablename like 'j%') order by 1`);
  const sums = tables.map(({ name }) => `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from ${name} t`);
  const rows = await scene.superuser<{ name: string; sum: string }>(sums.join(' union all '));
  return new Map(rows.map(({ name, sum }) => [name, sum]));
}

export const changedTables = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name);
