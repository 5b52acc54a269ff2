import { readFileSync } from 'node:fs';
import { verifyDocument } from '@libs/verification';
import { loadConfig } from '@platform/config';
import { nodeVerificationTools, sha256Hex } from '@platform/signing';
import { findAnchor } from './anchor.js';
import type { Anchor } from './anchor.js';
import { DONE, REFUSED, UNUSABLE } from './terminal.js';
import type { ExitStatus, Terminal } from './terminal.js';
import { reportJson, reportLines } from './verify.view.js';

export interface VerifyOptions { readonly file: string; readonly anchor?: string; readonly json?: boolean }

/** From the file alone: no network, no database. What only the register knows is said to be unknown. */
export async function verifyCommand(options: VerifyOptions, at: Terminal): Promise<ExitStatus> {
  const given = inputs(options, at);
  if (typeof given === 'string') {
    at.err(given);
    return UNUSABLE;
  }
  const { bytes, anchor } = given;
  const report = await verifyDocument(bytes, nodeVerificationTools(), { anchors: anchor?.pems ?? [], now: at.now() });
  const about = { file: options.file, sha256: sha256Hex(bytes), anchor };
  if (options.json) at.out(JSON.stringify(reportJson(report, about), null, 2));
  else reportLines(report, about, at).forEach(at.out);
  return report.verdict === 'genuine' ? DONE : REFUSED;
}

/** The file and whom to trust, or why not. */
function inputs(options: VerifyOptions, { env, t }: Terminal): { bytes: Uint8Array; anchor: Anchor | null } | string {
  const { dataDir, trustAnchor } = loadConfig(env, []);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(options.file);
  } catch (error) {
    return t('cli.verify.unreadable', { file: options.file, reason: (error as Error).message });
  }
  try {
    return { bytes, anchor: findAnchor({ option: options.anchor, configured: trustAnchor, dataDir, file: options.file }) };
  } catch (error) {
    return t('cli.verify.anchor_unreadable', { reason: (error as Error).message });
  }
}
