import { Messages } from '@platform/i18n';
import { Templates } from '@platform/rendering';
import { sampleCertificate } from './certificate-sample.js';
import { certificateView } from './certificate.view.js';
import { CERTIFICATE_TEMPLATE } from './certificate-printer.js';

const SHA = 'ab'.repeat(32);
const templates = new Templates(new Messages());
const print = (change: Parameters<typeof sampleCertificate>[0] = {}): string =>
  templates.render(CERTIFICATE_TEMPLATE, certificateView(sampleCertificate(change), SHA), { language: 'ja' });

describe('the printed certificate', () => {
  it('shows everybody and every number of the statement', () => {
    const html = print();
    for (const text of ['MKD-2026-000123', '㈱髙﨑精密製作所', '倉賀野第二工場', 'みなと半導体デバイス株式会社', '𠮷田 美智子', '渡邉 健', '髙﨑 恵', 'PO-2026-04711', 'DN-88121（分納 1 / 3）',
      'J26-0815', 'RS-2026-0012 第2版', '2026年9月1日', '2026年11月10日', '2026年11月12日', '2026年11月13日', 'TKS3000-2611-0007', '現地走査_20261110.pdf', '2036年11月13日', '検印欄']) {
      expect(html).toContain(text);
    }
  });
  it('puts the approver left of the confirmer and the inspector', () => {
    const html = print();
    const at = ['承認者', '確認者 ', '検査者'].map((role) => html.indexOf(`<th>${role.trim()} <span`));
    expect(at.every((position, index) => position > (at[index - 1] ?? 0))).toBe(true);
  });
  it('never shows an employee number', () => expect(JSON.stringify(certificateView(sampleCertificate(), SHA))).not.toMatch(/personKey/));
  it('escapes what people wrote', () => expect(print({ residualNotes: ['<script>alert(1)</script>'] })).toContain('&lt;script&gt;'));
  it('says what it replaces, and nothing when it replaces nothing', () => {
    expect(print({ replaces: { number: 'MKD-2026-000101', reason: '工場名の誤記' } })).toContain('本書は MKD-2026-000101 に差し替えて発行します。理由：工場名の誤記');
    expect(print()).not.toContain('差し替えて発行します');
  });
  it('says that a reply was registered by the buyer and that nobody of the supplier signed it', () => {
    const { basis } = sampleCertificate();
    const html = print({ basis: { ...basis, response: { ...basis.response, unsigned: true } } });
    expect(html).toContain('回答は代理登録・供給者の署名なし');
    expect(html).toContain('回答書（代理登録・署名なし）');
    expect(print()).not.toContain('代理登録');
  });
  it('keeps the front short: long words are cut there, and everything stands in the annex', () => {
    const long = '長'.repeat(300);
    const view = certificateView(sampleCertificate({ residualNotes: [long, ...Array<string>(11).fill('注')] }), SHA);
    expect([view.notes.residual.length, view.notes.moreResidual, [...view.notes.residual[0]!].length]).toEqual([8, '4', 140]);
    expect(view.annex.residual).toHaveLength(12);
    expect(view.annex.residual[0]).toBe(long);
  });
  it('does not cut a character in two', () => {
    const note = '𠮷'.repeat(200);
    expect(certificateView(sampleCertificate({ residualNotes: [note] }), SHA).notes.residual[0]!.isWellFormed()).toBe(true);
  });
  it('lists many serial numbers in an annex of their own', () => {
    const { goods } = sampleCertificate();
    const html = print({ goods: { ...goods, serials: Array.from({ length: 40 }, (_, index) => `SN-${index}`) } });
    expect(html).toContain('ほか（全40件、別紙2）');
    expect(html).toContain('SN-39');
  });
  it('leads a stranger to the verification page', () => expect(print()).toMatch(/<svg[^>]*aria-label="検証用QRコード"/));
});
