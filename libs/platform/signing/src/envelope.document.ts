/** The sealed envelope, version 1: what is attached to a PDF as `statement.json` and written to disk as *.json (design.md §4). */
export const SEALED_FORMAT = 'kenshu.sealed/1';
/** The name under which the envelope is attached to a PDF. */
export const SEALED_ATTACHMENT = 'statement.json';

/** Any versioned document someone stands behind; `type` is e.g. `kenshu.certificate/1`. */
export interface SealedStatement { readonly type: string; readonly [key: string]: unknown }

/** One person's act, part of the bytes the organisation seals (design.md §4, attestation; method: domain.md §0b.19). */
export interface SealedAct {
  readonly role: string;
  readonly name: string;
  readonly department: string | null;
  /** Employee number, unique in the organisation: separation of duty is judged by person (domain.md §3.4.10). */
  readonly personKey?: string | null;
  readonly method: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** sha-256 (hex) of the canonical document the person saw: the statement, or one that the statement cites by digest. */
  readonly digest: string;
}

export interface SealedEnvelope {
  readonly format: typeof SEALED_FORMAT;
  readonly statement: SealedStatement;
  readonly acts: readonly SealedAct[];
  /** sha-256 (hex) over the canonical JSON (RFC 8785) of `statement`. */
  readonly digest: string;
  /** ISO 8601, UTC. */
  readonly sealedAt: string;
  /** Detached compact JWS, ES256, `protected..signature`, over the canonical JSON of `sealedContent`. */
  readonly jws: string;
  /** Base64 DER: the organisation's certificate, then the installation's certification authority. */
  readonly chain: readonly string[];
}

export type SealedContent = Omit<SealedEnvelope, 'jws' | 'chain'>;

/** The part the JWS covers. The chain is bound by `x5t#S256` in the protected header (and by the PDF signature). */
export function sealedContent(envelope: SealedContent): SealedContent {
  const { format, statement, acts, digest, sealedAt } = envelope;
  return { format, statement, acts, digest, sealedAt };
}
