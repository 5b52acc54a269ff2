import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSource } from '@platform/database';
import type { RoleName } from '@platform/database';
import { TEMPLATE, urlOf } from './cluster.js';
import type { TestCluster } from './cluster.js';

export interface TestDatabase {
  readonly name: string;
  url(role: RoleName): string;
  superuserUrl(): string;
  /** A connected DataSource of that role; closed by `drop`. */
  source(role: RoleName): Promise<DataSource>;
  drop(): Promise<void>;
}

export function cluster(): TestCluster {
  const given = process.env.KENSHU_TEST_CLUSTER;
  if (!given || given === 'none') throw new Error('no test cluster: test/support/global-setup did not run');
  return JSON.parse(given) as TestCluster;
}

async function asSuperuser(sql: string): Promise<void> {
  const client = new Client({ connectionString: cluster().superuserUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A fresh clone of the migrated template; call `drop` in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `kenshu_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`create database ${name} template ${TEMPLATE} owner kenshu_owner`);
  const opened: DataSource[] = [];
  const superuser = new URL(cluster().superuserUrl);
  superuser.pathname = `/${name}`;
  return {
    name,
    url: (role) => urlOf(cluster(), role, name),
    superuserUrl: () => superuser.href,
    source: async (role) => {
      const source = await dataSource(urlOf(cluster(), role, name), { max: 4, applicationName: 'test' }).initialize();
      opened.push(source);
      return source;
    },
    drop: async () => {
      await Promise.all(opened.filter((source) => source.isInitialized).map((source) => source.destroy()));
      await asSuperuser(`drop database if exists ${name} with (force)`);
    },
  };
}
