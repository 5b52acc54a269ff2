import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ClockModule } from '@platform/clock';
import { loadConfig } from '@platform/config';
import { Ledger, LedgerModule, latestCheckpoint, linkHash, lostSince } from '@platform/ledger';
import { TenancyModule, TenantDb, systemActor } from '@platform/tenancy';
import { Module } from '@nestjs/common';
import { withApplication } from './application.js';
import { withDatabase } from './databases.js';
import { chainProblem } from './ledger-audit.rules.js';
import type { ChainProblem } from './ledger-audit.rules.js';
import { LedgerChains } from './ledger-chains.queries.js';
import { DONE, REFUSED } from './terminal.js';
import type { ExitStatus, Terminal } from './terminal.js';

@Module({ providers: [LedgerChains], exports: [LedgerChains] })
class LedgerCheckModule {}

interface Outcome { readonly chains: number; readonly links: number; readonly problems: readonly { readonly chain: string; readonly problem: ChainProblem }[] }

/** Every chain of the installation recomputed from its first link, and compared with the newest checkpoint: only that shows what was cut off at the end of all copies. */
export async function checkLedgerCommand(at: Terminal): Promise<ExitStatus> {
  const config = loadConfig(at.env, ['owner', 'runtime', 'ops']);
  const { chains, links, problems } = await withDatabase(config, at, ({ urls }) => withApplication(
    { runtime: urls.kenshu_runtime, ops: urls.kenshu_ops }, [ClockModule.with(), TenancyModule, LedgerModule, LedgerCheckModule],
    (app) => recompute(app, join(config.dataDir, 'checkpoints'))));
  for (const { chain, problem } of problems) at.out(at.t(`cli.ledger.${problem.kind}`, { chain, at: problem.kind === 'broken' ? problem.at : 0 }));
  at.out(at.t(problems.length === 0 ? 'cli.ledger.whole' : 'cli.ledger.not_whole', { chains, links, problems: problems.length }));
  return problems.length === 0 ? DONE : REFUSED;
}

async function recompute(app: INestApplicationContext, checkpoints: string): Promise<Outcome> {
  const [chains, ledger, db] = [app.get(LedgerChains, { strict: false }), app.get(Ledger, { strict: false }), app.get(TenantDb, { strict: false })];
  const heads = new Map((await chains.heads()).map((head) => [head.chain, head]));
  const unread = new Set(heads.keys());
  const problems: { chain: string; problem: ChainProblem }[] = [];
  let links = 0;
  for (const organizationId of await chains.organizations()) {
    const actor = systemActor(organizationId);
    for (const chain of await db.run(actor, (tx) => chains.ownChains(tx))) {
      const found = await db.run(actor, (tx) => ledger.links(tx, chain));
      const problem = chainProblem(found, heads.get(chain), linkHash);
      if (problem) problems.push({ chain, problem });
      unread.delete(chain);
      links += found.length;
    }
  }
  for (const chain of unread) problems.push({ chain, problem: { kind: 'unread' } });
  for (const chain of await lost(chains, checkpoints)) problems.push({ chain, problem: { kind: 'lost' } });
  return { chains: heads.size, links, problems };
}

async function lost(chains: LedgerChains, directory: string): Promise<string[]> {
  const latest = await latestCheckpoint(directory);
  if (!latest) return [];
  const now = await chains.hashesAt(latest.checkpoint.heads);
  return lostSince(latest.checkpoint, (chain, sequence) => now.get(`${chain} ${sequence}`));
}
