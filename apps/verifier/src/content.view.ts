import { isRole } from '@pure/organization';
import type { SealedEnvelope } from '@platform-pure/signing';
import { formatDate, formatDateTime } from '@platform-pure/i18n';
import type { PageContext } from './pages.js';
import { StatementReader } from './statement.rules.js';

export interface Row { readonly label: string; readonly value: string }

type Words = Pick<PageContext, 'language' | 'zone' | 't'>;

/** What the document says, in the order in which somebody at a desk compares it with the paper. Only for documents that are vouched for. */
export function contentRows({ statement }: Pick<SealedEnvelope, 'statement'>, words: Words): readonly Row[] {
  const read = new StatementReader(statement);
  const row = (key: string, ...parts: readonly (string | null)[]): Row[] => {
    const value = parts.filter((part) => part !== null && part !== '').join(' ');
    return value === '' ? [] : [{ label: words.t(`verifier.content.${key}`), value }];
  };
  const day = (path: string): string | null => {
    const date = read.date(path);
    return date && formatDate(date, words.language, words.zone);
  };
  return [
    ...row('number', read.text('number')),
    ...row('issuer', read.text('issuer.legalName'), bracketed(read.text('issuer.nameEn'))),
    ...row('supplier', read.text('supplier.name') ?? read.text('supplier.legalName'), read.text('supplier.factoryName') ?? read.text('supplier.site')),
    ...row('order', orderLine(read)),
    ...row('delivery', read.text('delivery.noteNumber'), installment(read)),
    ...row('goods', read.text('goods.itemName'), read.text('goods.model'), quantity(read)),
    ...row('received', day('dates.received')), ...row('accepted', day('dates.accepted')), ...row('issued', day('dates.issued')),
    ...row('specification', read.text('basis.specification.number'), edition(read, words)),
    ...(read.text('verdict') === 'passed' ? row('verdict', words.t('common.verdict.passed')) : []),
    ...row('confirmation', read.text(`confirmation.${words.language}`)),
  ];
}

export interface ActView { readonly role: string; readonly name: string; readonly department: string; readonly method: string; readonly at: string }

/** The boxes of the form, by rank from left to right; anybody else after them. */
const BOXES = ['approver', 'confirmer', 'inspector'];

/** Who signed, as which person, how and when. */
export function actViews({ acts }: Pick<SealedEnvelope, 'acts'>, { language, zone, t }: Words): readonly ActView[] {
  const rank = (role: string): number => (BOXES.indexOf(role) + 1 || BOXES.length + 1);
  return [...acts].sort((a, b) => rank(a.role) - rank(b.role)).map((act) => ({
    role: roleWord(act.role, t), name: act.name, department: act.department ?? '', method: methodWord(act.method, t),
    at: isInstant(act.at) ? formatDateTime(act.at, language, zone) : act.at,
  }));
}

const METHODS = new Set(['passkey', 'password_totp', 'password_mail_code']);
/** A word of a later version is shown as it stands. */
const roleWord = (role: string, t: Words['t']): string => (isRole(role) ? t(`organization.roles.${role}`) : role);
const methodWord = (method: string, t: Words['t']): string => (METHODS.has(method) ? t(`identity.method.${method}`) : method === 'session' ? t('verifier.method.session') : method);

const isInstant = (text: string): boolean => !Number.isNaN(Date.parse(text));
const bracketed = (text: string | null): string | null => text && `（${text}）`;

function orderLine(read: StatementReader): string | null {
  const [order, line] = [read.text('order.poNumber'), read.number('order.lineNo')];
  return order !== null && line !== null ? `${order}-${line}` : order;
}

function installment(read: StatementReader): string | null {
  const number = read.number('delivery.installmentNo');
  return number === null ? null : `（${number}/${read.number('delivery.installmentsTotal') ?? '—'}）`;
}

function quantity(read: StatementReader): string | null {
  const accepted = read.number('goods.accepted');
  return accepted === null ? null : `× ${accepted} ${read.text('goods.unit') ?? ''}`.trim();
}

function edition(read: StatementReader, { t }: Words): string | null {
  const number = read.number('basis.specification.edition');
  return number === null ? null : t('verifier.content.edition', { edition: number });
}
