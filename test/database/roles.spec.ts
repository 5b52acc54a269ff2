import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres, migrate } from '@platform/database';

it('says how to make the roles when an outside database has none of them', async () => {
  const postgres = new EmbeddedPostgres({ dataDir: mkdtempSync(join(tmpdir(), 'kenshu-roles-')), fast: true, log: { info: () => undefined, warn: () => undefined } });
  const { superuserUrl } = await postgres.start();
  try {
    await expect(migrate({ ownerUrl: superuserUrl })).rejects.toThrow(/no kenshu_owner, kenshu_runtime.*migrate --admin/);
  } finally {
    await postgres.destroy();
  }
});
