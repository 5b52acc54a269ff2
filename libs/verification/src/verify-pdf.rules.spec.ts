import type { CmsVerdict, PdfView, VerificationTools } from '@platform-pure/signing';
import { verifyPdf } from './verify-pdf.rules.js';

const VALUE = '3000';
const HEAD = '/ByteRange [0 034 040 004]/Contents';
const PDF = Uint8Array.from(Buffer.from(`${HEAD.replace('034', '035').replace('040', '041')}<${VALUE}>tail`, 'latin1'));
const CMS: CmsVerdict = { valid: true, signerCertificateDer: Uint8Array.of(1), signingTime: new Date(1) };
const VIEW: PdfView = { attachments: [], signatures: [{ byteRange: [0, 35, 41, 4], contents: Uint8Array.of(0x30, 0) }] };

async function states(over: { cms?: CmsVerdict; view?: PdfView; bytes?: Uint8Array }) {
  const tools = {
    verifyCms: async () => over.cms ?? CMS,
    verifyChain: async () => ({ state: 'trusted', signer: null }),
    readPdf: async () => over.view ?? VIEW,
  } as unknown as VerificationTools;
  const report = await verifyPdf(over.bytes ?? PDF, tools, { anchors: [Uint8Array.of(2)] });
  return Object.fromEntries([...report.checks.map((check) => [check.code, check.state]), ['verdict', report.verdict]]);
}

describe('a PDF', () => {
  it('that is signed as a whole but carries no statement is unknown, not altered', async () => {
    expect(await states({})).toMatchObject({
      pdf_one_signature: 'pass', pdf_whole_file: 'pass', pdf_signature: 'pass', pdf_reader_agrees: 'pass', pdf_statement_attached: 'unknown', verdict: 'unknown',
    });
  });

  it.each<[string, Partial<PdfView>]>([
    ['no signature', { signatures: [] }],
    ['two signatures', { signatures: [...VIEW.signatures, ...VIEW.signatures] }],
    ['another range', { signatures: [{ ...VIEW.signatures[0]!, byteRange: [0, 35, 41, 3] }] }],
    ['a range that begins alike', { signatures: [{ ...VIEW.signatures[0]!, byteRange: [0, 35, 41, 4, 0] }] }],
    ['another value', { signatures: [{ ...VIEW.signatures[0]!, contents: Uint8Array.of(0x30, 1) }] }],
  ])('in which a parser sees %s is altered', async (_, view) => {
    expect(await states({ view: { ...VIEW, ...view } })).toMatchObject({ pdf_reader_agrees: 'fail', verdict: 'altered' });
  });

  it('with two statements is altered', async () => {
    const statement = { name: 'statement.json', bytes: new Uint8Array() };
    expect(await states({ view: { ...VIEW, attachments: [statement, statement] } })).toMatchObject({ pdf_statement_attached: 'fail', verdict: 'altered' });
  });

  it('whose signature tells no time, or does not hold, is not read further', async () => {
    for (const cms of [{ ...CMS, signingTime: null }, { ...CMS, valid: false }]) {
      expect(await states({ cms })).toMatchObject({ pdf_signature: 'fail', pdf_reader_agrees: 'unknown', verdict: 'altered' });
    }
  });

  it('that never was signed is unknown', async () => {
    expect(await states({ bytes: Uint8Array.from(Buffer.from('%PDF-1.7')) })).toMatchObject({ pdf_one_signature: 'unknown', verdict: 'unknown' });
  });
});
