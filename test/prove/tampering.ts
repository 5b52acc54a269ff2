import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDocument } from '@libs/verification';
import { nodeVerificationTools, scanSignatures } from '@platform/signing';
import type { Lots } from '../worker/lots.fixture.js';
import { until } from '../worker/until.js';
import type { Proof } from './report.js';

const BYTES = 400;
const FOR_PDFSIG = 16;

type Result = Omit<Proof, 'name' | 'seconds'>;
interface Changed { readonly what: string; readonly bytes: Uint8Array }

export interface Tampering { readonly ours: Result; readonly theirs: Result }

/** One certificate that a worker really issued; every changed copy of it must be refused, by us and by a program that is not ours. */
export async function tampering(lots: Lots, random: () => number): Promise<Tampering> {
  const pdf = await issuedPdf(lots);
  const anchor = await lots.anchor();
  const verdict = async (bytes: Uint8Array): Promise<string> =>
    (await verifyDocument(bytes, nodeVerificationTools(), { anchors: [anchor], status: 'issued' })).verdict;
  const untouched = await verdict(pdf);
  const copies = changed(pdf, random);
  const accepted: string[] = [];
  const verdicts = new Map<string, number>();
  for (const { what, bytes } of copies) {
    const said = await verdict(bytes);
    verdicts.set(said, (verdicts.get(said) ?? 0) + 1);
    if (said === 'genuine') accepted.push(what);
  }
  const spread = [...verdicts].map(([said, count]) => `${said} ${count}`).join(', ');
  const ours = {
    tried: `${copies.length} changed copies of ${pdf.length} bytes`, held: untouched === 'genuine' && accepted.length === 0,
    note: untouched !== 'genuine' ? `the untouched one is ${untouched}` : accepted.length > 0 ? `accepted: ${accepted.join('; ')}` : `untouched genuine; changed: ${spread}`,
  };
  return { ours, theirs: byPdfsig(pdf, copies.filter((_, index) => index % Math.ceil(copies.length / FOR_PDFSIG) === 0)) };
}

async function issuedPdf(lots: Lots): Promise<Buffer> {
  const lot = await lots.next();
  const worker = await lots.worker();
  try {
    await lots.approve(lot);
    await until('the certificate is issued', () => lots.areIssued([lot]), 60_000);
    return await lots.pdfOf(lot);
  } finally {
    await worker.kill('SIGTERM');
  }
}

/** One bit in each of so many equal stretches of the signed bytes; then bytes put behind, taken away and put between. */
function changed(pdf: Buffer, random: () => number): Changed[] {
  const [, first, second, rest] = scanSignatures(pdf)[0]!.byteRange;
  const signed = first + rest;
  const flips = Array.from({ length: BYTES }, (_, index): Changed => {
    const nth = Math.floor(((index + random()) * signed) / BYTES);
    const at = nth < first ? nth : second + (nth - first);
    const bytes = Uint8Array.from(pdf);
    const bit = Math.floor(random() * 8);
    bytes[at] = bytes[at]! ^ (1 << bit);
    return { what: `byte ${at}, bit ${bit}`, bytes };
  });
  return [
    ...flips,
    { what: 'a comment behind the end', bytes: Buffer.concat([pdf, Buffer.from('%\n')]) },
    { what: 'an update behind the end', bytes: Buffer.concat([pdf, Buffer.from('1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')]) },
    { what: 'the last byte missing', bytes: pdf.subarray(0, -1) },
    { what: 'a space in front', bytes: Buffer.concat([Buffer.from(' '), pdf]) },
    { what: 'a byte in the middle', bytes: Buffer.concat([pdf.subarray(0, pdf.length >> 1), Buffer.from(' '), pdf.subarray(pdf.length >> 1)]) },
  ];
}

function byPdfsig(pdf: Buffer, copies: readonly Changed[]): Result {
  const tried = `${copies.length} of them`;
  if (spawnSync('pdfsig', ['-v']).error) return { tried, held: null, note: 'pdfsig (poppler-utils) is not installed here' };
  const directory = mkdtempSync(join(tmpdir(), 'kenshu-prove-'));
  try {
    const valid = (bytes: Uint8Array): boolean => {
      const file = join(directory, 'certificate.pdf');
      writeFileSync(file, bytes);
      const { stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8', timeout: 20_000 });
      return stdout.includes('Signature is Valid') && stdout.includes('Total document signed');
    };
    const untouched = valid(pdf);
    const accepted = copies.filter(({ bytes }) => valid(bytes)).map(({ what }) => what);
    return {
      tried, held: untouched && accepted.length === 0,
      note: !untouched ? 'the untouched one is refused' : accepted.length > 0 ? `accepted: ${accepted.join('; ')}` : 'untouched: valid, total document signed; changed: refused',
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
