import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { Seals } from '@libs/attestation';
import { CertificatePrinter, Certificates } from '@libs/certificate';
import type { CertificateStatement } from '@libs/certificate';
import { Clock } from '@platform/clock';
import { PdfRenderer, Templates, launchChromium } from '@platform/rendering';
import { SEALED_ATTACHMENT, assertSealedPdf, sealPdf } from '@platform/signing';
import type { SealPdfOptions } from '@platform/signing';
import type { Lots } from '../worker/lots.fixture.js';
import { until } from '../worker/until.js';
import type { WorkerProcess } from '../worker/worker-process.js';
import { inTurns, median, perSecond, timed } from './measure.js';
import { row } from './report.js';
import type { Row } from './report.js';

const DOCUMENTS = 40;
const ROUNDS = 5;
const SEALINGS = 30;
const ISSUED_AT_ONCE = 24;
const PAGES = availableParallelism();
/** As in the worker: one more than there are pages waits, so that no page ever does. */
const ASKED_AT_ONCE = PAGES + 1;

/** Rendering by the worker's own path, beside a loop that does nothing but print the same HTML; then sealing, then all of it through the queue. */
export async function certificates(lots: Lots): Promise<Row[]> {
  const { scene, journey } = lots;
  const chromiumDir = join(lots.place.dataDir, 'chromium');
  const renderer = new PdfRenderer({ chromiumDir });
  const bare = await launchChromium({ chromiumDir });
  try {
    const printer = new CertificatePrinter(scene.get(Templates), renderer, lots.keys(), scene.get(Seals), scene.get(Clock));
    const { statement } = await scene.as(journey.buyer, (tx) => scene.get(Certificates).byId(tx, journey.certificateId));
    const pages = await Promise.all(Array.from({ length: PAGES }, () => bare.browser.newPage()));
    const html = printer.html(statement);
    const pair = await inTurns(ROUNDS,
      () => perSecond(DOCUMENTS, ASKED_AT_ONCE, (index) => renderer.render(printer.html(distinct(statement, index)))),
      () => perSecond(DOCUMENTS, PAGES, (_index, lane) => printBare(pages[lane]!, html)));
    const sealing = await sealingTimes(lots, await renderer.render(html));
    return [
      row('certificates rendered (template → HTML → PDF)', '/s', pair.ours, { ...pair, aim: '≥ 0.80', note: `bare printToPDF of the same HTML on ${PAGES} reused pages` }),
      row('sealing one (PAdES and attachment)', 'ms', sealing.seal, { note: 'not in the ratio above' }),
      row('checking the sealed PDF before it leaves', 'ms', sealing.check, { note: 'not in the ratio above' }),
    ];
  } finally {
    await Promise.all([renderer.close(), bare.close()]);
  }
}

/** From the approval to the filed certificate through the queue, by a worker in a process of its own. */
export async function issuing(lots: Lots): Promise<Row[]> {
  const [first, ...many] = await Promise.all(Array.from({ length: ISSUED_AT_ONCE + 1 }, () => lots.next()));
  let worker: WorkerProcess | undefined;
  try {
    worker = await lots.worker();
    await lots.approve(first!); // starts the browser
    await until('the first certificate is issued', () => lots.areIssued([first!]), 60_000);
    const milliseconds = await timed(async () => {
      await Promise.all(many.map((lot) => lots.approve(lot)));
      await until('all certificates are issued', () => lots.areIssued(many), 120_000);
    });
    return [row(`issued, approval to filed PDF (${ISSUED_AT_ONCE} at once)`, '/s', (ISSUED_AT_ONCE * 1000) / milliseconds, { note: 'for information: queue, seal, ledger, register, print, PAdES, store' })];
  } finally {
    await worker?.kill('SIGTERM');
  }
}

/** A number of its own for each, as in life: nothing can be remembered from the one before. */
const distinct = (statement: CertificateStatement, index: number): CertificateStatement => ({ ...statement, number: `${statement.number.slice(0, -6)}${String(index).padStart(6, '0')}` });

async function printBare(page: Page, html: string): Promise<void> {
  await page.setContent(html, { waitUntil: 'load' });
  await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true });
}

async function sealingTimes(lots: Lots, pdf: Buffer): Promise<{ seal: number; check: number }> {
  const { scene, journey } = lots;
  const { signer, text } = await scene.asSealer(journey.buyer, async (tx) => ({
    signer: await lots.keys().signerFor(tx, journey.buyer), text: (await scene.get(Seals).of(tx, 'certificate', journey.certificateId))!.text }));
  const options: SealPdfOptions = {
    signer, signedAt: scene.get(Clock).now(), title: '検収確認書', language: 'ja', reason: '検収確認書の発行', location: '東京都',
    attachments: [{ name: SEALED_ATTACHMENT, mime: 'application/json', bytes: new TextEncoder().encode(text), description: '検収確認書の記録' }],
  };
  const [seals, checks]: [number[], number[]] = [[], []];
  for (let index = 0; index < SEALINGS; index += 1) {
    let sealed = new Uint8Array();
    seals.push(await timed(async () => { sealed = new Uint8Array(await sealPdf(pdf, options)); }));
    checks.push(await timed(() => assertSealedPdf(sealed, options)));
  }
  return { seal: median(seals), check: median(checks) };
}
