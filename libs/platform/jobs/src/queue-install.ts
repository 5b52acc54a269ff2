import { PgBoss } from 'pg-boss';
import { Client } from 'pg';

export const QUEUE_SCHEMA = 'pgboss';

/** Installs or upgrades the queue's schema as its owner and lets `runtime` and `sealer` use it; they run it with migrations off. */
export async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: QUEUE_SCHEMA, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      grant usage on schema ${QUEUE_SCHEMA} to kenshu_runtime, kenshu_sealer, kenshu_ops;
      grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to kenshu_runtime, kenshu_sealer;
      grant select on all tables in schema ${QUEUE_SCHEMA} to kenshu_ops;
      grant usage on all sequences in schema ${QUEUE_SCHEMA} to kenshu_runtime, kenshu_sealer;
      grant execute on all functions in schema ${QUEUE_SCHEMA} to kenshu_runtime, kenshu_sealer;`);
  } finally {
    await client.end();
  }
}
