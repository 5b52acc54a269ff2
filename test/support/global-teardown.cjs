/** Stops the cluster that the set-up started, and nothing else. */
module.exports = async function globalTeardown() {
  await globalThis.kenshuStop?.();
};
