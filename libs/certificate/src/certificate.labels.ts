import type { Bilingual, Gate, Method, Necessity } from '@pure/catalog';
import type { ContractForm } from '@pure/order';
import type { Criticality, GoverningDocument } from '@pure/specification';
import type { ItemResult } from '@pure/inspection';
import type { CertificateStatement, SignOffRole } from './certificate.document.js';

/*
 * The words of the printed form, both languages side by side (domain.md §6). They belong to the document type and not to templates/messages:
 * a certificate printed again in ten years must read the same.
 */
const b = (ja: string, en: string): Bilingual => ({ ja, en });

export const GOVERNING: Readonly<Record<GoverningDocument, Bilingual>> = {
  purchase_spec: b('購入仕様書', 'purchase specification'), outsourcing_spec: b('委託仕様書', 'outsourcing specification'), contract: b('契約書', 'contract'),
};
export const CONTRACT_FORM: Readonly<Record<ContractForm, Bilingual>> = {
  ukeoi: b('請負', 'Contract for work'), jun_inin: b('準委任', 'Quasi-mandate'), haken: b('派遣', 'Dispatch'),
};
export const CRITICALITY: Readonly<Record<Criticality, Bilingual>> = { high: b('高', 'High'), middle: b('中', 'Middle'), low: b('低', 'Low') };
export const METHOD: Readonly<Record<Method, Bilingual>> = {
  document: b('文書確認', 'Document'), interview: b('聞取り', 'Interview'), on_site: b('実地', 'On site'), own_test: b('自社テスト', 'Own test'),
  third_party: b('第三者', 'Third party'), goods_check: b('実物確認', 'Goods check'),
};
export const RESULT: Readonly<Record<ItemResult | 'not_checked', Bilingual>> = {
  conform: b('適合', 'Conform'), conform_by_compensation: b('代替策で適合', 'By compensation'), nonconform: b('不適合', 'Nonconform'),
  not_applicable: b('対象外', 'Not applicable'), unverifiable: b('確認できず', 'Unverifiable'), not_checked: b('未確認', 'Not checked'),
};
export const NECESSITY: Readonly<Record<Necessity, string>> = {
  must: '必須', must_if: '条件付必須', must_alt: '必須(代替可)', must_unless: '必須(例外有)', must_scaled: '必須(程度)', recommended: '推奨', rec_scoped: '推奨(限定)',
};
export const GATE: Readonly<Record<Gate, string>> = { G0: '発注前', G1: '出荷前', G2: '搬入時', G3: '接続前', G4: '検収', G5: '保守後' };
export const ROLE: Readonly<Record<SignOffRole, Bilingual>> = {
  approver: b('承認者', 'Approved by'), confirmer: b('確認者', 'Confirmed by'), inspector: b('検査者', 'Inspected by'),
};
export const SIGN_METHOD: Readonly<Record<string, string>> = {
  passkey: 'パスキー', password_totp: 'パスワード＋TOTP', password_mail_code: 'パスワード＋メール確認コード', session: 'サインイン（追加認証なし）',
};
export const DISCLOSURE: Readonly<Record<CertificateStatement['disclosureClass'], Bilingual>> = {
  public: b('公開', 'Public'), parties: b('取引当事者限り', 'Parties only'), restricted: b('関係者限り', 'Restricted'), secret: b('秘', 'Secret'),
};
export const KIND: Readonly<Record<CertificateStatement['kind'], Bilingual>> = { partial: b('分納（部分）', 'Partial'), final: b('最終', 'Final') };
