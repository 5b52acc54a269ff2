import { startCluster } from '../support/cluster.js';

/** For what runs outside jest: a cluster that is there while `work` runs, and is gone afterwards, also after Ctrl-C (it lives in a session of its own). */
export async function onOwnCluster<T>(work: () => Promise<T>): Promise<T> {
  const { cluster, stop } = await startCluster();
  process.env.KENSHU_TEST_CLUSTER = JSON.stringify(cluster);
  const interrupted = (): void => { void stop().finally(() => process.exit(130)); };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  try {
    return await work();
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, interrupted);
    await stop();
  }
}
