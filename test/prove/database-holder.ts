import { Client } from 'pg';
import { EmbeddedPostgres } from '@platform/database';

/** A process that starts the embedded PostgreSQL of argv[2], says what it found there, and commits one row after the other, saying each. */
async function main(): Promise<void> {
  const postgres = new EmbeddedPostgres({ dataDir: process.argv[2]!, log: { info: () => undefined, warn: () => undefined } });
  const { superuserUrl } = await postgres.start();
  const client = new Client({ connectionString: superuserUrl });
  client.on('error', () => undefined); // the server is killed under us: that is what this is for
  await client.connect();
  await client.query('create table if not exists committed (id int primary key)');
  const { rows } = await client.query<{ count: number; last: number }>('select count(*)::int as count, coalesce(max(id), 0) as last from committed');
  const { count, last } = rows[0]!;
  process.stdout.write(`found ${count} ${last}\n`);
  for (let id = last + 1; ; id += 1) {
    await client.query('insert into committed values ($1)', [id]);
    process.stdout.write(`committed ${id}\n`);
  }
}

main().catch(() => process.exit(1));
