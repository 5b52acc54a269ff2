import { METHODS, isMust } from '@pure/catalog';
import type { Bilingual, Method } from '@pure/catalog';
import { RESULTS } from '@pure/inspection';
import type { InspectionStatement, ItemResult } from '@pure/inspection';
import type { CertificateCounts, CertificateException, CertificateItem, CertificateStatement, ExceptionKind } from './certificate.document.js';

const MOST_EXCEPTIONS = 5;
/** Our standard checklist's scan items, the on-site one first: 表31 is the record they ask for (domain.md §3.7). */
const SCAN_ITEMS = ['AC-17', 'AC-07'];

export function itemsOf(inspection: Pick<InspectionStatement, 'items'>): CertificateItem[] {
  return inspection.items.map(({ code, gate, title, necessity, owner, applies, counted, method, result, note, checkedOn, evidence }) => ({
    code, gate, title, necessity, owner, applies, counted, method, result, note, checkedOn,
    evidence: evidence.map(({ fileName, sha256 }) => ({ fileName, sha256 })),
  }));
}

const conforms = (result: ItemResult | null): boolean => result === 'conform' || result === 'conform_by_compensation';

/** Figures of the counted items: by result, and by method of what was found to conform. */
export function countsOf(items: readonly CertificateItem[]): CertificateCounts {
  const counted = items.filter((item) => item.counted);
  const tally = <K extends string>(keys: readonly K[], keyOf: (item: CertificateItem) => K | null): Record<K, number> =>
    Object.fromEntries(keys.map((key) => [key, counted.filter((item) => keyOf(item) === key).length])) as Record<K, number>;
  return {
    applied: counted.length,
    skipped: items.filter((item) => !item.applies).length,
    byResult: tally([...RESULTS, 'not_checked' as const], (item) => item.result ?? 'not_checked'),
    byMethod: tally(METHODS, (item) => (conforms(item.result) ? item.method : null)),
  };
}

/** Everything counted that is not simply conform, the must items first; five of them are printed in front. */
export function exceptionsOf(items: readonly CertificateItem[]): CertificateStatement['exceptions'] {
  const found = items.filter((item) => item.counted && item.result !== 'conform')
    .sort((a, b) => Number(isMust(b.necessity)) - Number(isMust(a.necessity)) || a.code.localeCompare(b.code, 'en'));
  const shown = found.slice(0, MOST_EXCEPTIONS).map(({ code, title, result, note }): CertificateException =>
    ({ code, title, kind: (result ?? 'not_checked') as ExceptionKind, text: note }));
  return { shown, total: found.length };
}

export function malwareScanOf(items: readonly CertificateItem[]): CertificateStatement['malwareScan'] {
  for (const code of SCAN_ITEMS) {
    const item = items.find((one) => one.code === code && one.counted);
    if (item?.method && item.result && item.checkedOn) {
      return { code, method: item.method, result: item.result, checkedOn: item.checkedOn, evidence: item.evidence.map(({ fileName }) => fileName) };
    }
  }
  return null;
}

/** What stays open after acceptance beside the exceptions that are printed: deviations the buyer agreed to, then words on further items. */
export function residualNotesOf(
  items: readonly CertificateItem[], deviations: readonly { readonly text: string; readonly key: string }[], printed: readonly CertificateException[],
): string[] {
  const shown = new Set(printed.map(({ code }) => code));
  return [
    ...deviations.map(({ key, text }) => `合意済みの相違 ${key.slice(key.indexOf(':') + 1)}：${text}`),
    ...items.filter((item) => item.counted && item.note !== null && item.result !== 'conform' && !shown.has(item.code)).map(({ code, note }) => `${code}：${note}`),
  ];
}

/**
 * The sentence of confirmation, limited to the basis and the methods; what was only looked at on paper is said to be so (domain.md §3.6; §7.5:
 * a certificate that says "complies" without saying how is worthless).
 */
export function confirmationOf(spec: { readonly number: string; readonly edition: number; readonly governing: Bilingual }, counts: CertificateCounts): Bilingual {
  const { own_test: ownTest } = counts.byMethod;
  return {
    ja: `当社は、上記の納入品について、${spec.governing.ja}（${spec.number} 第${spec.edition}版）に定めた検収チェックリストのうち適用のある${counts.applied}項目を別紙1の方法で確認し、`
      + `必須のセキュリティ要件に不適合がないことを確認しました${reservationsJa(counts)}。${limitsJa(paperOnly(counts.byMethod), ownTest)}`
      + '本書は、上記の基準・範囲・方法による検収日時点の確認であり、それ以外の事項および将来にわたる安全性を保証するものではありません。',
    en: `We confirm that, for the goods above, the ${counts.applied} applicable items of the acceptance checklist in ${spec.governing.en} ${spec.number} ed. ${spec.edition} `
      + `were checked by the methods in Annex 1 and that no mandatory security requirement is unmet${reservationsEn(counts)}. ${limitsEn(paperOnly(counts.byMethod), ownTest)} `
      + 'The confirmation is limited to this basis, scope and method as of the acceptance date.',
  };
}

function reservationsJa({ byResult }: CertificateCounts): string {
  const parts = [[byResult.conform_by_compensation, '代替策による適合'], [byResult.not_applicable, '対象外']] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, label]) => `${label}${count}項目`);
  return said.length > 0 ? `（${said.join('、')}を含む。例外事項のとおり）` : '';
}

function reservationsEn({ byResult }: CertificateCounts): string {
  const parts = [[byResult.conform_by_compensation, 'met by a compensating measure'], [byResult.not_applicable, 'not applicable']] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, label]) => `${count} ${label}`);
  return said.length > 0 ? ` (${said.join(', ')}; see Exceptions)` : '';
}

function limitsJa(onPaper: number, ownTest: number): string {
  return onPaper > 0
    ? `このうち${onPaper}項目は提出文書または聞取りのみによる確認であり、当社による試験は行っていません（当社の試験による確認は${ownTest}項目）。`
    : `提出文書または聞取りのみによる項目はありません（当社の試験による確認は${ownTest}項目）。`;
}

function limitsEn(onPaper: number, ownTest: number): string {
  const paper = onPaper > 0 ? `${onPaper} of them rest on submitted documents or statements only and were not tested by us` : 'None rests on documents or statements only';
  return `${paper}; ${ownTest} ${ownTest === 1 ? 'was' : 'were'} tested by us.`;
}

/** Documents and interviews are the supplier's word; everything else is somebody looking at the thing. */
function paperOnly(byMethod: Readonly<Record<Method, number>>): number {
  return byMethod.document + byMethod.interview;
}
