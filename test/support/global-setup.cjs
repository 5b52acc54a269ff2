/** One cluster for the whole run; every test file clones the migrated template in it (about 15 ms a clone). */
module.exports = async function globalSetup() {
  require('./run-ts.cjs');
  const { startCluster } = require('./cluster.ts');
  const { cluster, stop } = await startCluster();
  process.env.KENSHU_TEST_CLUSTER = JSON.stringify(cluster);
  globalThis.kenshuStop = stop;
};
