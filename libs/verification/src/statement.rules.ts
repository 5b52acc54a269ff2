import type { SealedEnvelope, SealedStatement } from '@platform-pure/signing';
import { SEALED_FORMAT } from '@platform-pure/signing';
import type { CheckState } from './report.document.js';

const KNOWN = new Set(['certificate', 'response', 'inspection', 'specification', 'agreement', 'attestation', 'review', 'request', 'concession']);

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Shape only; whether the values are true is the business of the other checks. */
export function asEnvelope(value: unknown): SealedEnvelope | null {
  if (!isRecord(value) || value.format !== SEALED_FORMAT) return null;
  const { statement, acts, digest, sealedAt, jws, chain } = value;
  if (!isRecord(statement) || typeof statement.type !== 'string') return null;
  if (![digest, sealedAt, jws].every((text) => typeof text === 'string') || Number.isNaN(Date.parse(sealedAt as string))) return null;
  if (!Array.isArray(acts) || !acts.every(isAct)) return null;
  if (!Array.isArray(chain) || chain.length === 0 || !chain.every((der) => typeof der === 'string')) return null;
  return value as unknown as SealedEnvelope;
}

function isAct(act: unknown): boolean {
  return isRecord(act) && ['role', 'name', 'method', 'at', 'digest'].every((key) => typeof act[key] === 'string');
}

export function kindOf(statement: SealedStatement): string | null {
  return /^kenshu\.([a-z_]+)\/\d+$/.exec(statement.type)?.[1] ?? null;
}

export function numberOf(statement: SealedStatement): string | null {
  return typeof statement.number === 'string' && statement.number.trim() !== '' ? statement.number : null;
}

/** A certificate has a number (domain.md §3.6). A kind from a later version than this verifier is unknown, not wrong. */
export function statementForm(statement: SealedStatement): CheckState {
  const kind = kindOf(statement);
  if (!kind) return 'fail';
  if (!KNOWN.has(kind)) return 'unknown';
  return kind === 'certificate' && numberOf(statement) === null ? 'fail' : 'pass';
}

/** `statement.issuer.legalName`, where a statement names its issuer, must be the organisation in the certificate. */
export function issuerNamed(statement: SealedStatement, organization: string): CheckState {
  const issuer = isRecord(statement.issuer) ? statement.issuer.legalName : undefined;
  if (typeof issuer !== 'string') return 'unknown';
  return issuer === organization ? 'pass' : 'fail';
}
