import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paramsOf } from '@platform-pure/i18n';
import type { OrganizationId } from '@platform-pure/tenancy';
import { NOTIFICATION_KINDS, isNotificationKind } from '@pure/insight';
import { LETTERED } from './mail-told.js';
import { TELLINGS, TOLD_ACTS, tellingOf, whomIn, wordsIn } from './telling.rules.js';

const texts = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(__dirname, '../../../../templates/messages', language, 'notification.json'), 'utf8')) as Record<string, string>;
const [BUYER, SUPPLIER] = ['b' as OrganizationId, 's' as OrganizationId];
const audience = (act: string, detail = {}): string[] =>
  tellingOf(act, detail)?.to.map(({ side, roles, author, named }) => `${side}: ${named ? 'named' : author ? 'author' : roles.join(' ')}`) ?? [];

describe('the kinds that a member can choose about', () => {
  it('are exactly those that somebody is told', () => expect(Object.keys(NOTIFICATION_KINDS).sort()).toEqual([...new Set(TELLINGS.map(({ kind }) => kind))].sort()));
  it('are all known where a letter of their own goes out', () => expect(LETTERED.filter((kind) => !isNotificationKind(kind))).toEqual([]));
});

describe('who is told', () => {
  it.each([
    ['specification.submit', ['buyer: spec_approver']],
    ['specification.send_back', ['buyer: author']],
    ['specification.approve', ['buyer: author']],
    ['request.send', ['supplier: supplier_contact supplier_respondent']],
    ['request.extend', ['supplier: supplier_contact supplier_respondent']],
    ['request.withdraw', ['supplier: supplier_contact supplier_respondent']],
    ['response.assign', ['supplier: named']],
    ['request.remind', ['supplier: supplier_contact supplier_respondent']],
    ['response.submit', ['supplier: supplier_signer']],
    ['attestation.decline', ['supplier: supplier_contact supplier_respondent']],
    ['attestation.seal', ['buyer: procurement requester']],
    ['review.return', ['supplier: supplier_contact supplier_respondent']],
    ['review.reply', ['buyer: procurement requester']],
    ['review.agree', ['supplier: supplier_contact supplier_respondent supplier_signer']],
    ['order.place', ['supplier: supplier_contact']],
    ['delivery.announce', ['buyer: receiver']],
    ['delivery.receive', ['buyer: inspector']],
    ['delivery.return', ['supplier: supplier_contact']],
    ['inspection.judge', ['buyer: confirmer']],
    ['inspection.confirm', ['buyer: approver']],
    ['certificate.issue', ['buyer: procurement', 'supplier: supplier_contact']],
    ['certificate.supersede', ['buyer: procurement', 'supplier: supplier_contact']],
    ['certificate.revoke', ['buyer: procurement', 'supplier: supplier_contact']],
  ])('of %s: %j', (act, expected) => expect(audience(act)).toEqual(expected));

  it('nobody of an act that is not in the table', () => {
    for (const act of ['response.answer', 'order.register', 'certificate.seal', 'review.note']) expect([act, audience(act)]).toEqual([act, []]);
  });
  it('procurement of an accepted invitation, unless it was refused or opened no request', () => {
    expect(audience('request.link', { outcome: 'linked', requests: ['r'] })).toEqual(['buyer: procurement']);
    expect(audience('request.link', { outcome: 'refused', requests: [] })).toEqual([]);
  });
  it('procurement of a mail that was refused, not of one that a colleague reports', () => {
    expect(audience('request.record_bounce', { source: 'refused' })).toEqual(['buyer: procurement']);
    expect(audience('request.record_bounce', { source: 'came_back' })).toEqual([]);
  });
  it('the other side of a talk about cost', () => {
    expect(audience('request.talk', { side: 'supplier' })).toEqual(['buyer: procurement requester']);
    expect(audience('request.talk', { side: 'buyer' })).toEqual(['supplier: supplier_contact supplier_respondent']);
  });
  it('a rejected lot is told to the supplier too; an observation promises no certificate', () => {
    expect([audience('inspection.approve', { verdict: 'passed' }), tellingOf('inspection.approve', { verdict: 'passed' })?.kind]).toEqual([['buyer: procurement'], 'inspection.approve']);
    expect(audience('inspection.approve', { verdict: 'rejected' })).toEqual(['buyer: procurement', 'supplier: supplier_contact']);
    expect(tellingOf('inspection.approve', { verdict: null })?.kind).toBe('inspection.observe');
  });
  it('a certificate is superseded when the new one is issued, not when that is asked for', () => {
    expect(tellingOf('certificate.supersede', {})?.kind).toBe('certificate.ask_supersede');
    expect(tellingOf('certificate.issue', { replaces: null })?.kind).toBe('certificate.issue');
    expect(tellingOf('certificate.issue', { replaces: 'old' })?.kind).toBe('certificate.supersede');
  });
  it('every act of the table is listened to once', () => {
    expect(new Set(TOLD_ACTS.map((act) => act.name)).size).toBe(TOLD_ACTS.length);
    expect(new Set(TELLINGS.map((telling) => telling.act.name))).toEqual(new Set(TOLD_ACTS.map((act) => act.name)));
  });
});

describe('the words', () => {
  it.each(TELLINGS.map((telling) => [telling.kind, telling] as const))('of %s are those its text asks for, in both languages', (kind, { words }) => {
    for (const language of ['ja', 'en']) expect([language, paramsOf(texts(language)[kind] ?? '{missing}')]).toEqual([language, [...words].sort()]);
  });
  it('are in the reader’s language', () => {
    const words = { buyer: { ja: '山手電子', en: 'Yamate' }, due: { day: '2026-11-30' }, number: 'REQ-1', count: 2 };
    expect(wordsIn('ja', ['buyer', 'due'], words)).toEqual({ buyer: '山手電子', due: '2026年11月30日' });
    expect(wordsIn('en', ['buyer', 'due', 'number', 'count'], words)).toEqual({ buyer: 'Yamate', due: '30 Nov 2026', number: 'REQ-1', count: 2 });
  });
  it('that are missing are a defect, not an empty place', () => expect(() => wordsIn('ja', ['due'], {})).toThrow('{due}'));
});

describe('each organisation', () => {
  const both = tellingOf('certificate.issue', {})!.to;
  it('is told of its own roles', () => expect([...whomIn(both, { buyer: BUYER, supplier: SUPPLIER })]).toEqual([
    [BUYER, { roles: ['procurement'], author: false }], [SUPPLIER, { roles: ['supplier_contact'], author: false }]]));
  it('is told once when it is both sides', () =>
    expect([...whomIn(both, { buyer: BUYER, supplier: BUYER })]).toEqual([[BUYER, { roles: ['procurement', 'supplier_contact'], author: false }]]));
  it('is left out while nobody has joined', () => expect([...whomIn(both, { buyer: BUYER, supplier: null }).keys()]).toEqual([BUYER]));
});
