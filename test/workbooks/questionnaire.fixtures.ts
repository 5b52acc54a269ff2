import { Messages } from '@platform/i18n';
import type { Book, ReadSheet } from '@platform-pure/workbook';
import type { AnswerScale, Bilingual } from '@pure/catalog';
import { journey } from '@pure/response';
import type { DraftAnswer, Question } from '@pure/response';
import type { SpecRequirement, SpecificationDocument } from '@pure/specification';
import type { Say } from '../../libs/response/src/workbook/columns.rules.js';
import { questionnaireBook } from '../../libs/response/src/workbook/layout.rules.js';
import type { WorkbookInput } from '../../libs/response/src/workbook/layout.rules.js';

const messages = new Messages();
const say = (language: 'ja' | 'en'): Say => (key, params) => messages.t(language, key, params);
export const TEXTS = { ja: say('ja'), en: say('en') };

const both = (ja: string, en: string): Bilingual => ({ ja, en });
const levels: AnswerScale = { kind: 'levels', levels: [
  { value: 1, label: both('実施していない', 'Not done') }, { value: 2, label: both('一部実施している', 'Partly done') }, { value: 3, label: both('実施している', 'Done') },
  { value: 4, label: both('実施し、手順を文書化している', 'Done, and documented') }, { value: 5, label: both('4に加えて、必要になるたびに見直している', 'As 4, and reviewed whenever needed') }] };
const yesNo: AnswerScale = { kind: 'yes_partly_no', answers: [{ value: 'yes', label: both('はい', 'Yes') }, { value: 'partly', label: both('一部', 'Partly') }, { value: 'no', label: both('いいえ', 'No') }] };

const requirement = (catalogKey: string, code: string, title: Bilingual, other: Partial<SpecRequirement> = {}): SpecRequirement => ({
  key: `${catalogKey}:${code}`, catalogKey, code, group: both('組織的対策', 'Organisation'), title, textKind: 'summary', officialText: null, subject: 'respondent_factory', track: 'org_governance',
  necessity: 'must', condition: null, requiredLevel: catalogKey === 'factory' ? 3 : null, criterion: both('文書で分かる', 'A document says so'), method: 'document', evidenceKinds: [both('体制図', 'organisation chart')],
  rationale: both('責任者が不明だと連絡が止まる', 'Without a person in charge nothing moves'), ...other,
});

export const DOCUMENT = {
  type: 'kenshu.specification/1', number: 'SPEC-2026-0001', edition: 2, title: both('洗浄装置 要求仕様書', 'Specification of a cleaner'), governingDocument: 'purchase_specification',
  buyer: { organizationId: 'b', name: '山手デバイス株式会社', nameEn: 'Yamate Devices', department: '調達部', contact: { name: '佐藤 花子', email: 'sato@yamate.example' } },
  criticality: 'high', scope: '', scales: { factory: levels, criteria: yesNo }, checklist: [], factNames: ['wlan'],
  catalogs: [{ editionId: 'c1', key: 'factory', edition: '1', status: 'final', sha256: '0', title: both('工場チェックリスト', 'Factory checklist') }, { editionId: 'c2', key: 'criteria', edition: '1', status: 'draft', sha256: '0', title: both('評価基準', 'Criteria') }],
  requirements: [
    requirement('factory', '1-1', both('担当者を置いているか', 'Somebody is in charge')), requirement('factory', '1-2', both('規則を定めているか', 'There are rules')),
    requirement('factory', '2-7', both('無線LANの機器を限っているか', 'WLAN devices are limited'), { necessity: 'must_if', condition: 'wlan', group: both('運用的対策', 'Operation') }),
    requirement('factory', '3-2', both('パッチを当てているか', 'Patches are applied'), { necessity: 'must_alt', group: both('技術的対策', 'Technology') }),
    requirement('criteria', 'SC-1', both('脆弱性を知らせる窓口があるか', 'There is a contact for vulnerabilities')), requirement('criteria', 'SC-2', both('構成表を出せるか', 'A bill of materials can be given'), { necessity: 'recommended', officialText: '事業者は、構成表を提示できること。', textKind: 'official' }),
  ],
} as unknown as SpecificationDocument;

export const [REQUEST, RESPONSE, EDITION] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000002', 'e'.repeat(64)];
export const draft = (key: string, other: Partial<DraftAnswer>): DraftAnswer => ({ key, version: 1, answer: null, comment: null, compensatingMeasure: null, answeredBy: '高橋', answeredAt: null, evidence: [], ...other });
/** As answered when the workbook of the fixture files went out. */
export const DRAFTS = [
  draft('factory:1-1', { version: 2, answer: { kind: 'level', value: 2 }, comment: '体制を見直し中です。\n証跡：体制図 A-12' }),
  draft('criteria:SC-1', { version: 1, answer: { kind: 'not_applicable', reason: '製品を出荷していない' } }),
];

export const questionsOf = (drafts: readonly DraftAnswer[] = DRAFTS, facts = { wlan: true }): Question[] => journey(DOCUMENT, facts, drafts).sections.flatMap(({ questions }) => questions);
export const inputOf = (drafts: readonly DraftAnswer[] = DRAFTS): WorkbookInput => ({
  requestId: REQUEST!, responseId: RESPONSE!, editionSha256: EDITION!, document: DOCUMENT, journey: journey(DOCUMENT, { wlan: true }, drafts),
  asker: { number: 'REQ-2026-0007', dueOn: '2026-12-25', note: '不明な点はご連絡ください。', respondent: { makerName: '髙﨑精機㈱', factoryName: '第二工場' }, returnTo: 'https://kenshu.example.jp/questionnaires/x/workbook/import' },
});
export const bookOf = (language: 'ja' | 'en' = 'ja', drafts: readonly DraftAnswer[] = DRAFTS): Book => questionnaireBook(inputOf(drafts), language, TEXTS[language]);

/** The same book as a reader sees it, without a file in between. */
export const asRead = (book: Book): ReadSheet[] => book.sheets.map(({ name, visibility, rows }) => ({
  name, hidden: visibility === 'secret',
  rows: rows.map((row, at) => ({ number: at + 1, cells: row.map((cell) => cell?.value ?? null) })).filter(({ cells }) => cells.some((cell) => cell !== null)),
}));
