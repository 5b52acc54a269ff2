import { realpathSync } from 'node:fs';
import pg from 'pg';

export interface Address {
  host: '127.0.0.1';
  port: number;
  password: string;
}

export type Found =
  | { state: 'absent'; because: string } // nobody, or somebody who is not our server
  | { state: 'starting' } // a server that starts, recovers, stops or is too busy to answer
  | { state: 'ours'; fingerprint: string };

const CANNOT_CONNECT_NOW = '57P03';
const TIMED_OUT = 'timeout expired'; // pg's own words; it gives no code

function samePlace(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

export function superuserUrl({ host, port, password }: Address): string {
  return `postgresql://postgres:${password}@${host}:${port}/postgres`;
}

/** Who answers at the address. Only the server's own word about its data directory counts. */
export async function probe(address: Address, data: string): Promise<Found> {
  const client = new pg.Client({ connectionString: superuserUrl(address), connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined); // a server that dies while we ask is simply absent
  try {
    await client.connect();
    const { rows } = await client.query<{ data: string; fingerprint: string }>(
      `select current_setting('data_directory') as data, current_setting('cluster_name') as fingerprint`,
    );
    const [row] = rows;
    if (row && samePlace(row.data, data)) return { state: 'ours', fingerprint: row.fingerprint };
    return { state: 'absent', because: `another server (${row?.data}) answers on port ${address.port}` };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return code === CANNOT_CONNECT_NOW || message === TIMED_OUT ? { state: 'starting' } : { state: 'absent', because: message };
  } finally {
    await client.end().catch(() => undefined);
  }
}
