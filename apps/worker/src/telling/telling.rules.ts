import { AttestationActs } from '@pure/attestation';
import { CertificateActs } from '@pure/certificate';
import { DeliveryActs } from '@pure/delivery';
import { InspectionActs } from '@pure/inspection';
import { OrderActs } from '@pure/order';
import type { Role } from '@pure/organization';
import { RequestActs } from '@pure/request';
import { ResponseActs } from '@pure/response';
import { ReviewActs } from '@pure/review';
import { SpecificationActs } from '@pure/specification';
import { formatDate } from '@platform-pure/i18n';
import type { Act, Language, OrganizationId } from '@platform-pure/tenancy';

export type Detail = Readonly<Record<string, unknown>>;
export type Side = 'buyer' | 'supplier';
export interface Audience { readonly side: Side; readonly roles: readonly Role[]; /** The specification's author, whatever their roles. */ readonly author?: true; /** The one member whom the act names, whatever their roles. */ readonly named?: true }

export type WordName = 'number' | 'edition' | 'due' | 'count' | 'buyer' | 'supplier';
/** A name that differs by language and a day ('YYYY-MM-DD') are put into the reader's language. */
export type Word = string | number | { readonly ja: string; readonly en: string } | { readonly day: string };
export type Words = Readonly<Partial<Record<WordName, Word>>>;

/** One line of the table: after this act these people read `notification.<kind>`, which says these words. */
export interface Telling {
  readonly act: Act;
  readonly to: readonly Audience[];
  readonly words: readonly WordName[];
  readonly kind: string;
  /** Which of several lines of one act it is; the first that holds counts. */
  readonly when: (detail: Detail) => boolean;
}

const buyer = (...roles: Role[]): Audience => ({ side: 'buyer', roles });
const supplier = (...roles: Role[]): Audience => ({ side: 'supplier', roles });
const author: Audience = { side: 'buyer', roles: [], author: true };
/** Who works on a supplier's answers. */
export const ANSWERING = ['supplier_contact', 'supplier_respondent'] as const satisfies readonly Role[];
const answering = supplier(...ANSWERING);
/** The colleague to whom something was handed. */
const named: Audience = { side: 'supplier', roles: [], named: true };
const bothSidesOfCertificate = [buyer('procurement'), supplier('supplier_contact')];

const tell = (act: Act, to: readonly Audience[], words: readonly WordName[], other: Partial<Pick<Telling, 'kind' | 'when'>> = {}): Telling =>
  ({ act, to, words, kind: act.name, when: () => true, ...other });
const verdict = (value: 'passed' | 'rejected') => (detail: Detail): boolean => detail.verdict === value;

/** Whose turn it is after an act, and who is to know of it (roles: domain.md §3.1). Nobody is told of their own act. */
export const TELLINGS: readonly Telling[] = [
  tell(SpecificationActs.submit, [buyer('spec_approver')], ['number']),
  tell(SpecificationActs.send_back, [author], ['number']),
  tell(SpecificationActs.approve, [author], ['number', 'edition']),
  tell(RequestActs.send, [answering], ['buyer', 'number', 'due']),
  tell(RequestActs.extend, [answering], ['buyer', 'number', 'due']),
  tell(RequestActs.withdraw, [answering], ['buyer', 'number']),
  tell(RequestActs.remind, [answering], ['buyer', 'number', 'due']),
  tell(RequestActs.record_bounce, [buyer('procurement')], ['number'], { when: ({ source }) => source === 'refused' }),
  tell(RequestActs.talk, [buyer('procurement', 'requester')], ['supplier', 'number'], { when: ({ side }) => side === 'supplier' }),
  tell(RequestActs.talk, [answering], ['buyer', 'number'], { kind: 'request.talk_of_buyer' }),
  // a refused acceptance opens nothing, and one for a factory without waiting requests has no number to name
  tell(RequestActs.link, [buyer('procurement')], ['supplier', 'number'], { when: ({ requests }) => Array.isArray(requests) && requests.length > 0 }),
  tell(ResponseActs.assign, [named], ['number', 'count']),
  tell(ResponseActs.submit, [supplier('supplier_signer')], ['number']),
  tell(AttestationActs.decline, [answering], ['number']),
  tell(AttestationActs.seal, [buyer('procurement', 'requester')], ['supplier', 'number']),
  tell(ReviewActs.return, [answering], ['buyer', 'number', 'count']),
  tell(ReviewActs.reply, [buyer('procurement', 'requester')], ['supplier', 'number']),
  tell(ReviewActs.agree, [supplier(...ANSWERING, 'supplier_signer')], ['buyer', 'number']),
  tell(OrderActs.place, [supplier('supplier_contact')], ['number']),
  tell(DeliveryActs.announce, [buyer('receiver')], ['supplier', 'number']),
  tell(DeliveryActs.receive, [buyer('inspector')], ['number']),
  tell(DeliveryActs.return, [supplier('supplier_contact')], ['buyer', 'number']),
  tell(InspectionActs.judge, [buyer('confirmer')], ['number']),
  tell(InspectionActs.send_back, [buyer('inspector')], ['number']),
  tell(InspectionActs.confirm, [buyer('approver')], ['number']),
  tell(InspectionActs.approve, [buyer('procurement')], ['number'], { when: verdict('passed') }),
  // what is wrong with the goods is to be said to the supplier without delay (取適法, domain.md §2.3)
  tell(InspectionActs.approve, [buyer('procurement'), supplier('supplier_contact')], ['number'], { kind: 'inspection.reject', when: verdict('rejected') }),
  tell(InspectionActs.approve, [buyer('procurement')], ['number'], { kind: 'inspection.observe' }),
  // the old certificate is valid until its replacement is issued: only then is it superseded
  tell(CertificateActs.supersede, bothSidesOfCertificate, ['number'], { kind: 'certificate.ask_supersede' }),
  tell(CertificateActs.issue, bothSidesOfCertificate, ['number'], { kind: 'certificate.supersede', when: ({ replaces }) => typeof replaces === 'string' }),
  tell(CertificateActs.issue, bothSidesOfCertificate, ['number']),
  tell(CertificateActs.revoke, bothSidesOfCertificate, ['number']),
];

export const TOLD_ACTS: readonly Act[] = [...new Set(TELLINGS.map((telling) => telling.act))];

export function tellingOf(act: string, detail: Detail): Telling | undefined {
  return TELLINGS.find((telling) => telling.act.name === act && telling.when(detail));
}

export interface Parties { readonly buyer: OrganizationId; /** Null while nobody has joined for the factory: nobody there to be told. */ readonly supplier: OrganizationId | null }
export interface Whom { readonly roles: readonly Role[]; readonly author: boolean; readonly named?: true }

/** Each organisation once, also where buyer and supplier are the same one (a request to an own factory). */
export function whomIn(to: readonly Audience[], parties: Parties): ReadonlyMap<OrganizationId, Whom> {
  const whom = new Map<OrganizationId, Whom>();
  for (const { side, roles, author: theAuthor, named: theNamed } of to) {
    const organizationId = parties[side];
    if (organizationId === null) continue;
    const known = whom.get(organizationId);
    whom.set(organizationId, { roles: [...(known?.roles ?? []), ...roles], author: known?.author === true || theAuthor === true, ...(known?.named || theNamed ? { named: true as const } : {}) });
  }
  return whom;
}

/** The words a telling needs, in the reader's language. @throws Error for one that nobody found: the text could not be shown. */
export function wordsIn(language: Language, names: readonly WordName[], words: Words): Record<string, string | number> {
  return Object.fromEntries(names.map((name) => {
    const word = words[name];
    if (word === undefined) throw new Error(`no word for {${name}}`);
    return [name, typeof word !== 'object' ? word : 'day' in word ? formatDate(word.day, language) : word[language]];
  }));
}
