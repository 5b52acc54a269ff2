import type { SealedAct, SealedEnvelope } from '@platform-pure/signing';
import { isRecord, kindOf } from './statement.rules.js';

/** Every act is bound to this statement, or to a document that this statement cites under a key ending in `digest`. */
export function actsAreBound({ acts, digest, statement }: SealedEnvelope): boolean {
  const cited = citedDigests(statement);
  return acts.every((act) => act.digest === digest || cited.has(act.digest));
}

/** Sign-off happens in the inspection, so a certificate's acts are bound to the inspection it cites (domain.md §0b.16). */
function citedDigests(value: unknown, key = '', into = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    if (/digest$/i.test(key) && /^[0-9a-f]{64}$/.test(value)) into.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) citedDigests(item, key, into);
  } else if (isRecord(value)) {
    for (const [name, inner] of Object.entries(value)) citedDigests(inner, name, into);
  }
  return into;
}

export function needsSeparation(envelope: SealedEnvelope): boolean {
  return kindOf(envelope.statement) === 'certificate';
}

/**
 * 確認者 ≠ 承認者 by person, not by account; three different people when criticality is high (domain.md §0b.16, §3.4.10).
 * Returns null when the duties are separated, otherwise why not.
 */
export function separationProblem({ acts, statement }: SealedEnvelope): string | null {
  const roles = ['confirmer', 'approver', ...(statement.criticality === 'high' ? ['inspector'] : [])];
  const people = roles.map((role) => peopleIn(acts, role));
  const missing = roles.filter((_, i) => people[i]!.length === 0);
  if (missing.length > 0) return `missing: ${missing.join(', ')}`;
  const keys = people.flatMap((found) => [...new Set(found)]);
  if (keys.some((key) => key === '')) return 'person_key_missing';
  return new Set(keys).size === keys.length ? null : 'same_person';
}

function peopleIn(acts: readonly SealedAct[], role: string): string[] {
  return acts.filter((act) => act.role === role).map((act) => act.personKey?.trim() ?? '');
}
