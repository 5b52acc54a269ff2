/** A text in both languages; neither may be empty. */
export interface Bilingual { readonly ja: string; readonly en: string }

export const EDITION_TYPE = 'kenshu.catalog-edition/1';
export const EDITION_STATUSES = ['draft', 'public_comment', 'final'] as const;
export type EditionStatus = (typeof EDITION_STATUSES)[number];
/** Who is asked about what (domain.md §0b.12): `buyer_process` is never sent to a supplier. */
export const SUBJECTS = ['buyer_process', 'respondent_company', 'respondent_factory', 'product', 'onsite_work'] as const;
export type Subject = (typeof SUBJECTS)[number];
/** Organisation governance and product security are two questionnaires; scores are never summed across tracks (domain.md §0.6). */
export const TRACKS = ['org_governance', 'product_security', 'delivery_service'] as const;
export type Track = (typeof TRACKS)[number];
/** 文書確認 / 聞取り / 実地 / 自社テスト / 第三者 / 実物確認 */
export const METHODS = ['document', 'interview', 'on_site', 'own_test', 'third_party', 'goods_check'] as const;
export type Method = (typeof METHODS)[number];
/** 発注前 / 出荷前 / 搬入時 / 接続前 / 検収 / 保守後 (domain.md §3.7) */
export const GATES = ['G0', 'G1', 'G2', 'G3', 'G4', 'G5'] as const;
export type Gate = (typeof GATES)[number];
export const MAKER_TYPES = ['device_maker', 'equipment_maker', 'materials_maker'] as const;
export type MakerType = (typeof MAKER_TYPES)[number];
export const APPLICABILITIES = ['applies', 'to_be_considered'] as const;
export type Applicability = (typeof APPLICABILITIES)[number];
export const REQUIREMENT_KINDS = ['question', 'criterion', 'requirement'] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];
export const CANDIDATE_STATUSES = ['chosen', 'not_chosen', 'removed', 'none', 'unclear'] as const;
export type CandidateStatus = (typeof CANDIDATE_STATUSES)[number];

export type AchievementLevel = 1 | 2 | 3 | 4 | 5;
export type YesPartlyNo = 'yes' | 'partly' | 'no';
