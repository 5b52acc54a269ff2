import { createHash } from 'node:crypto';
import { canonicalText } from '../canonical.js';
import type { VerificationTools } from '../tools.document.js';
import { verifyChain } from './chain.js';
import { verifyCms } from './cms.js';
import { verifyJws } from './jws.js';
import { readPdf } from './read-pdf.js';

/** Everything `libs/verification` needs, made of Node's crypto, pkijs, jose, @peculiar/x509 and @libpdf/core. Holds no key and no state. */
export function nodeVerificationTools(): VerificationTools {
  return {
    sha256: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
    canonicalize: canonicalText,
    readPdf,
    verifyCms,
    verifyJws,
    verifyChain,
  };
}
