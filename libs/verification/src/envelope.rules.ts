import { sealedContent } from '@platform-pure/signing';
import type { ChainVerdict, SealedEnvelope, SignerInfo, VerificationTools } from '@platform-pure/signing';
import { actsAreBound, needsSeparation, separationProblem } from './acts.rules.js';
import { asDer, fromBase64, fromUtf8, sameBytes, toHex } from './bytes.rules.js';
import type { CheckSheet } from './checks.rules.js';
import type { DocumentStatus, VerificationOptions } from './report.document.js';
import { asEnvelope, issuerNamed, numberOf, statementForm } from './statement.rules.js';

export interface Surroundings { readonly sheet: CheckSheet; readonly tools: VerificationTools; readonly options: VerificationOptions }

/**
 * The envelope in canonical bytes, or null. Anything but the canonical form is refused: two readers could otherwise see
 * two documents in the same bytes (a key that stands twice).
 */
export function readEnvelope(bytes: Uint8Array, { sheet, tools }: Surroundings): SealedEnvelope | null {
  const text = fromUtf8(bytes);
  let value: unknown = null;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    sheet.mark('envelope_form', false, 'not_json');
    return null;
  }
  const envelope = asEnvelope(value);
  if (!sheet.mark('envelope_form', envelope !== null && tools.canonicalize(value) === text, envelope ? 'not_canonical' : 'shape')) return null;
  return envelope;
}

/** Digest, seal, acts and statement, recomputed. `pdfSigner` is the certificate that signed the PDF around it. */
export async function checkEnvelope(envelope: SealedEnvelope, around: Surroundings, pdfSigner?: Uint8Array): Promise<void> {
  const { sheet, tools } = around;
  const utf8 = (value: unknown) => new TextEncoder().encode(tools.canonicalize(value));
  sheet.mark('digest', toHex(await tools.sha256(utf8(envelope.statement))) === envelope.digest);
  const leaf = leafOf(envelope);
  const jws = leaf ? await tools.verifyJws(envelope.jws, utf8(sealedContent(envelope)), leaf) : { valid: false, reason: 'no_certificate' };
  sheet.mark('seal', jws.valid, jws.reason);
  if (pdfSigner) sheet.mark('seal_same_signer', sameBytes(leaf, pdfSigner));
  sheet.mark('statement_form', statementForm(envelope.statement));
  sheet.mark('acts_digest', actsAreBound(envelope));
  if (needsSeparation(envelope)) {
    const problem = separationProblem(envelope);
    sheet.mark('separation_of_duty', problem === null, problem ?? undefined);
  }
}

export function leafOf(envelope: SealedEnvelope): Uint8Array | null {
  return fromBase64(envelope.chain[0] ?? '');
}

/** Who issued the signer's certificate, and was it valid then? `times` are the signer's own claims; no anchor means that nobody can say. */
export async function checkIssuer(leaf: Uint8Array, times: readonly Date[], { sheet, tools, options }: Surroundings): Promise<SignerInfo | null> {
  const anchors = options.anchors.map(asDer).filter((der) => der !== null);
  let chain: ChainVerdict = { state: 'invalid', signer: null };
  for (const at of times) {
    chain = await tools.verifyChain([leaf], anchors, at);
    if (chain.state !== 'trusted') break;
  }
  const issued = chain.state === 'trusted' || chain.state === 'outside_validity';
  sheet.mark('issuer', issued ? 'pass' : anchors.length === 0 && chain.state === 'unknown_issuer' ? 'unknown' : 'fail', chain.state);
  if (issued) sheet.mark('issuer_time', chain.state === 'trusted' ? stillVouched(chain.signer, options) : 'fail', chain.state);
  return chain.signer;
}

/** After its end a certificate proves nothing by itself, because a signing time without a time-stamp can be back-dated; the register still can. */
function stillVouched(signer: SignerInfo | null, { now, status }: VerificationOptions): 'pass' | 'unknown' {
  const ended = signer !== null && now !== undefined && now > signer.notAfter;
  return ended && status === undefined ? 'unknown' : 'pass';
}

export function checkIssuerNamed(envelope: SealedEnvelope, signer: SignerInfo | null, { sheet }: Surroundings): void {
  if (signer) sheet.mark('issuer_named', issuerNamed(envelope.statement, signer.organization));
}

/** Asks the register, if there is one. Call it for intact documents only: it is asked with values from the file. */
export async function checkStatus(envelope: SealedEnvelope, { sheet, options }: Surroundings): Promise<DocumentStatus | 'unknown'> {
  const { status } = options;
  if (status === undefined) return 'unknown';
  const { statement, digest } = envelope;
  const found = typeof status === 'string' ? status : await status({ type: statement.type, number: numberOf(statement), digest, statement });
  // The register of the very issuer does not know it: nobody stands behind the file, however well it is sealed.
  sheet.mark('status', found === 'issued', found ?? 'not_registered');
  return found ?? 'unknown';
}
