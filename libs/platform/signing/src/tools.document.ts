/** What a verifier needs from its surroundings. Passed in, so that verification itself stays pure and runs in a browser (design.md §1, rule 5). */

export interface PdfView {
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The parser's own opinion; the verifier compares it with what it finds in the raw bytes. */
  readonly signatures: readonly { readonly byteRange: readonly number[]; readonly contents: Uint8Array }[];
}

export interface CmsVerdict {
  readonly valid: boolean;
  readonly signerCertificateDer: Uint8Array | null;
  /** The signer's claim; without a time-stamp nobody else vouches for it. */
  readonly signingTime: Date | null;
  readonly reason?: string;
}

export interface JwsVerdict { readonly valid: boolean; readonly reason?: string }

export interface SignerInfo {
  readonly organization: string;
  readonly issuer: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** sha-256 (hex) of the DER certificate. */
  readonly fingerprint: string;
}

export interface ChainVerdict {
  /** `unknown_issuer`: no given anchor issued it. `outside_validity`: an anchor did, but not for that time. `invalid`: no certificate, or not one for signing. */
  readonly state: 'trusted' | 'unknown_issuer' | 'outside_validity' | 'invalid';
  readonly signer: SignerInfo | null;
}

export interface VerificationTools {
  sha256(bytes: Uint8Array): Promise<Uint8Array>;
  /** RFC 8785. Throws on what JSON cannot say. */
  canonicalize(value: unknown): string;
  /** Throws when the bytes are no PDF that can be read. */
  readPdf(bytes: Uint8Array): Promise<PdfView>;
  verifyCms(der: Uint8Array, signedBytes: Uint8Array): Promise<CmsVerdict>;
  /** Detached compact JWS by the key of the certificate `leaf`; only ES256, and `x5t#S256` must name that leaf. */
  verifyJws(jws: string, payload: Uint8Array, leaf: Uint8Array): Promise<JwsVerdict>;
  verifyChain(chain: readonly Uint8Array[], anchors: readonly Uint8Array[], at: Date): Promise<ChainVerdict>;
}
