import type { Check, Verdict, VerificationReport } from '@pure/verification';
import { formatDate, formatDateTime } from '@platform-pure/i18n';
import { actViews, contentRows } from './content.view.js';
import type { Row } from './content.view.js';
import type { Examined } from './examiner.js';
import type { PageContext } from './pages.js';
import { threadView } from './thread.view.js';
import { toneOf, toneOfCheck, toneOfStatus } from './tone.rules.js';

export interface ReportInput extends Examined { readonly fileName: string; readonly byteSize: number; readonly examinedAt: Date }

/** A stranger may put any words into a file of his own: only what an issuer we trust has sealed is repeated on our page. */
const VOUCHED: ReadonlySet<Verdict> = new Set(['genuine', 'changed_since_issue', 'superseded', 'revoked']);

export function reportView({ report, entry, fileName, byteSize, sha256, examinedAt }: ReportInput, words: PageContext) {
  const { verdict, status } = report;
  const envelope = VOUCHED.has(verdict) ? report.envelope : null;
  const isCertificate = envelope?.statement.type.startsWith('kenshu.certificate/') ?? false;
  const number = entry?.number ?? '';
  return {
    verdict, tone: toneOf(verdict),
    registered: isCertificate,
    status, statusTone: toneOfStatus(status), statusRows: entry ? changeRows(entry, words) : [],
    reasons: verdict === 'altered' || verdict === 'unknown' ? reasonsOf(report.checks, words) : [],
    thread: isCertificate && entry ? threadView({ status: entry.status, number }, envelope, words) : [],
    content: envelope ? contentRows(envelope, words) : [],
    acts: envelope ? actViews(envelope, words) : [],
    seal: envelope ? sealRows(report, words) : [],
    file: { name: fileName, byteSize, sha256, examinedAt },
    checks: report.checks.map((check) => ({ ...checkView(check, words), text: finding(check, entry, words) })),
    counts: countsOf(report.checks),
  };
}

/** What became of it since: as much as the holder of the document may know. */
export function changeRows(entry: NonNullable<Examined['entry']>, { t }: Pick<PageContext, 't'>): readonly Row[] {
  return [
    ...(entry.replacedBy ? [{ label: t('verifier.status_page.replaced_by'), value: entry.replacedBy }] : []),
    ...(entry.status === 'revoked' && REASONS.has(entry.reasonKind ?? '') ? [{ label: t('verifier.status_page.reason'), value: t(`verifier.reason.${entry.reasonKind}`) }] : []),
  ];
}

/** Kinds of revocation that this version has words for; the words of the approver stay between the parties. */
const REASONS = new Set(['defect_found', 'issued_in_error', 'fraud', 'other']);

/** What speaks against it first; what could not be found out is a reason only when nothing worse is. */
function reasonsOf(checks: readonly Check[], { t }: PageContext): readonly string[] {
  const failed = checks.filter(({ state }) => state === 'fail');
  const open = checks.filter(({ state, code }) => state === 'unknown' && code !== 'issuer_named');
  return (failed.length > 0 ? failed : open.slice(0, 1)).map(({ code, state }) => t(`verification.checks.${code}.${state}`));
}

function checkView({ code, state }: Check, { t }: PageContext) {
  return { tone: toneOfCheck(state), title: t(`verification.checks.${code}.title`), state: t(`verification.states.${state}`) };
}

/** Their own words say already why nothing was found out; any other check without a reason was simply never reached. */
const SELF_EXPLAINING = new Set(['status', 'issuer_named', 'pdf_reader_agrees']);

function finding({ code, state, reason }: Check, entry: Examined['entry'], { t }: PageContext): string {
  if (state === 'unknown' && reason === undefined && !SELF_EXPLAINING.has(code)) return t('verifier.report.not_reached');
  return code === 'status' && entry && entry.status !== 'issued' ? t(`verifier.status_page.${entry.status}.text`) : t(`verification.checks.${code}.${state}`);
}

function countsOf(checks: readonly Check[]) {
  return { total: checks.length, passed: checks.filter(({ state }) => state === 'pass').length };
}

/** The organisation's seal around the people's acts. */
function sealRows({ signer, signedAt, envelope }: VerificationReport, { language, zone, t }: PageContext): readonly Row[] {
  if (!signer) return [];
  const at = signedAt ?? (envelope && new Date(envelope.sealedAt));
  return [
    { label: t('verifier.seal.organization'), value: signer.organization },
    ...(at ? [{ label: t('verifier.seal.at'), value: formatDateTime(at, language, zone) }] : []),
    { label: t('verifier.seal.issuer'), value: signer.issuer },
    { label: t('verifier.seal.valid'), value: `${formatDate(signer.notBefore, language, zone)} – ${formatDate(signer.notAfter, language, zone)}` },
    { label: t('verifier.seal.fingerprint'), value: signer.fingerprint.replace(/.{8}(?=.)/g, '$& ') },
  ];
}
