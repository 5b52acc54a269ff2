import type { DomainError } from '@platform-pure/errors';
import type { Writer } from './authorship.rules.js';
import { writeDraft } from './draft.rules.js';
import { Specification } from './specification.entity.js';
import type { SpecificationId } from './specification.entity.js';

const now = new Date('2026-11-02T00:00:00Z');
const writer = (name: string, personKey: string | null = name, marks = [`person:${name}`, `identity:${name}`]): Writer =>
  ({ memberId: null, name, department: '調達部', personKey, marks });
const draft = writeDraft({ title: { ja: '洗浄装置' } });
const [yoshida, kubota, takasaki] = [writer('𠮷田'), writer('久保田'), writer('髙﨑')];
const begin = (author = yoshida): Specification => Object.assign(
  Specification.begin('s' as SpecificationId, 'o', { number: 'SPEC-2026-0001', year: 2026, sequence: 1 }, draft, author, now), { version: 1 });
const inReview = (): Specification => { const made = begin(); made.submit(yoshida, 1, now); return made; };
const code = (work: () => void): string => { try { work(); return 'done'; } catch (error) { return (error as DomainError).code; } };

describe('a specification', () => {
  it('goes from draft over review to approved, and a revision opens the next edition', () => {
    const made = begin();
    expect(made.state).toBe('draft');
    made.submit(yoshida, 1, now);
    expect(made.state).toBe('in_review');
    made.approve(takasaki, 1);
    expect([made.state, made.approvedEdition]).toEqual(['approved', 1]);
    made.revise(kubota, 1);
    expect([made.state, made.draftEdition, made.authorName]).toEqual(['draft', 2, '久保田']);
  });

  it('cannot be approved by its author, under another account either', () => {
    expect(code(() => inReview().approve(yoshida, 1))).toBe('specification.approver_wrote_it');
    expect(code(() => inReview().approve(writer('別名', '𠮷田', ['person:𠮷田', 'identity:other']), 1))).toBe('specification.approver_wrote_it');
  });

  it('cannot be approved by anybody who changed or submitted it', () => {
    const made = begin();
    made.change(draft, kubota, 1);
    made.submit(takasaki, 1, now);
    expect(code(() => made.approve(kubota, 1))).toBe('specification.approver_wrote_it');
    expect(code(() => made.approve(takasaki, 1))).toBe('specification.approver_wrote_it');
    expect(code(() => made.approve(writer('中村'), 1))).toBe('done');
  });

  it('needs an employee number of author, submitter and approver', () => {
    expect(code(() => begin(writer('無番', null)).submit(yoshida, 1, now))).toBe('specification.person_key_missing');
    expect(code(() => begin().submit(writer('無番', null), 1, now))).toBe('specification.person_key_missing');
    expect(code(() => inReview().approve(writer('無番', null), 1))).toBe('specification.person_key_missing');
  });

  it('cannot be changed in review, nor approved as a draft, nor revised before approval', () => {
    expect(code(() => inReview().change(draft, yoshida, 1))).toBe('specification.not_change_now');
    expect(code(() => begin().approve(takasaki, 1))).toBe('specification.not_approve_now');
    expect(code(() => begin().revise(yoshida, 1))).toBe('specification.not_revise_now');
    expect(code(() => begin().sendBack('', 1, now))).toBe('specification.not_send_back_now');
    expect(code(() => inReview().submit(yoshida, 1, now))).toBe('specification.not_submit_now');
  });

  it('is a draft again when it is sent back, with the reason until the next submission', () => {
    const made = inReview();
    made.sendBack('範囲が不明', 1, now);
    expect([made.state, made.sentBackReason]).toEqual(['draft', '範囲が不明']);
    made.submit(yoshida, 1, now);
    expect(made.sentBackReason).toBeNull();
  });

  it('refuses an edit made on an older version', () => {
    expect(code(() => begin().change(draft, yoshida, 0))).toBe('specification.stale');
    expect(code(() => inReview().approve(takasaki, 2))).toBe('specification.stale');
  });
});
