import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the trusted authority came from; `beside` lay next to the file in question, so whoever sent the file may have sent it too. */
export interface Anchor { readonly path: string; readonly source: 'option' | 'configured' | 'installation' | 'beside'; readonly pems: readonly string[]; readonly fingerprints: readonly string[] }

export interface AnchorPlaces { readonly option?: string; readonly configured?: string; readonly dataDir: string; readonly file: string }

/** The first that is there; null when nobody is trusted. @throws Error when a named file cannot be read or holds no certificate. */
export function findAnchor({ option, configured, dataDir, file }: AnchorPlaces): Anchor | null {
  if (option !== undefined) return read(option, 'option');
  if (configured !== undefined) return read(configured, 'configured');
  const [installation, beside] = [join(dataDir, 'trust', 'anchor.pem'), join(dirname(file), 'anchor.pem')];
  if (existsSync(installation)) return read(installation, 'installation');
  return existsSync(beside) ? read(beside, 'beside') : null;
}

function read(path: string, source: Anchor['source']): Anchor {
  const pems = readFileSync(path, 'utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (pems.length === 0) throw new Error(`${path}: no certificate (PEM)`);
  return { path, source, pems, fingerprints: pems.map((pem) => new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase()) };
}
