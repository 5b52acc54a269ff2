import { isRole } from '@pure/organization';
import type { Check, VerificationReport } from '@pure/verification';
import { formatDateTime } from '@platform-pure/i18n';
import type { Anchor } from './anchor.js';
import type { Terminal } from './terminal.js';

export interface Verified { readonly file: string; readonly sha256: string; readonly anchor: Anchor | null }

const SIGN = { pass: '✓', fail: '✗', unknown: '?' } as const;

/** The verdict first, then why, then what was trusted. */
export function reportLines(report: VerificationReport, { file, sha256, anchor }: Verified, { language, t }: Pick<Terminal, 'language' | 't'>): string[] {
  const { verdict, status, checks } = report;
  const line = (key: string, value: string | null): string[] => (value === null ? [] : [`  ${t(`cli.verify.${key}`)}: ${value}`]);
  const check = ({ code, state }: Check): string =>
    `  ${SIGN[state]} ${t(`verification.states.${state}`)}  ${t(`verification.checks.${code}.title`)}: ${t(`verification.checks.${code}.${state}`)}`;
  return [
    `${verdict === 'genuine' ? SIGN.pass : verdict === 'unknown' ? SIGN.unknown : SIGN.fail} ${t(`verification.verdicts.${verdict}.title`)}`,
    `  ${t(`verification.verdicts.${verdict}.text`)}`,
    '',
    ...line('shown_file', file), ...line('sha256', sha256),
    ...(verdict === 'genuine' ? contentLines(report, line, { language, t }) : []),
    ...line('status', t(`verification.status.${status}`)),
    ...(anchor ? anchor.fingerprints.flatMap((fingerprint) => line('trusted', `${anchor.path} (SHA-256 ${fingerprint})`)) : line('trusted', t('cli.verify.nobody'))),
    ...(anchor?.source === 'beside' ? [`  ${t('cli.verify.beside')}`] : []),
    '',
    ...checks.map(check),
  ];
}

/** A stranger's words are repeated only when somebody who is trusted has sealed them. */
function contentLines({ envelope, signer, signedAt }: VerificationReport, line: (key: string, value: string | null) => string[], { language, t }: Pick<Terminal, 'language' | 't'>): string[] {
  if (!envelope || !signer) return [];
  const { number, type } = envelope.statement;
  const at = signedAt ?? new Date(envelope.sealedAt);
  return [
    ...line('number', typeof number === 'string' ? number : type), ...line('issuer', signer.organization), ...line('sealed_at', formatDateTime(at, language)),
    ...envelope.acts.flatMap((act) => line('signed_by', [act.name, act.department, isRole(act.role) ? t(`organization.roles.${act.role}`) : act.role, formatDateTime(act.at, language)].filter(Boolean).join(' / '))),
  ];
}

/** For programs; the same for both languages. */
export function reportJson(report: VerificationReport, { file, sha256, anchor }: Verified): object {
  const { kind, verdict, status, checks, signer, signedAt, envelope } = report;
  const statement = verdict === 'genuine' && envelope ? { type: envelope.statement.type, number: envelope.statement['number'] ?? null, digest: envelope.digest } : null;
  return {
    file, sha256, kind, verdict, status, statement, signer, signedAt, checks,
    anchor: anchor && { path: anchor.path, source: anchor.source, sha256: anchor.fingerprints },
  };
}
