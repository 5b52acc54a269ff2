import type { RequestFacts } from './request-lines.rules.js';
import { buyerTask, inOrder, requestLine, supplierTask } from './request-lines.rules.js';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const base: RequestFacts = {
  id: 'r', number: 'REQ-1', dueOn: '2026-11-20', sentAt: day('2026-11-01'), respondent: { makerName: '㈱髙﨑精機', factoryName: '熊本工場', address: 'a' },
  buyer: { ja: '東都', en: 'Toto' }, title: null, statementId: null, revision: null, signedAt: null, withdrawnAt: null, acknowledgedAt: null,
};
const released: RequestFacts = { ...base, statementId: 's', submittedAt: day('2026-11-10'), releasedAt: day('2026-11-11') };

describe('what waits because of a request', () => {
  it('is the buyer’s only once the answer was released, and only procurement’s or the requester’s', () => {
    expect(buyerTask('submitted', ['procurement'])).toBeNull();
    expect(buyerTask('under_review', ['procurement'])).toBe('review_response');
    expect(buyerTask('under_review', ['inspector'])).toBeNull();
  });

  it('is the respondent’s until it is submitted and again after a return', () => {
    expect(supplierTask('sent', false, ['supplier_respondent'])).toBe('answer');
    expect(supplierTask('returned', false, ['supplier_contact'])).toBe('answer_again');
    expect(supplierTask('under_review', false, ['supplier_contact'])).toBeNull();
  });

  it('is the signer’s until signed, and nobody’s while the seal is on its way', () => {
    expect(supplierTask('submitted', false, ['supplier_signer'])).toBe('sign');
    expect(supplierTask('submitted', false, ['supplier_respondent'])).toBeNull();
    expect(supplierTask('submitted', true, ['supplier_signer'])).toBeNull();
  });
});

describe('a line about a request', () => {
  it('names the other side', () => {
    expect(requestLine(base, 'buyer', '2026-11-20', 'request').party).toEqual({ ja: '㈱髙﨑精機', en: '㈱髙﨑精機' });
    expect(requestLine(base, 'supplier', '2026-11-20', 'answer').party).toEqual({ ja: '東都', en: 'Toto' });
  });

  it('is late from the day after the due day', () => {
    expect(requestLine(base, 'buyer', '2026-11-20', 'request').status.tone).toBe('wait');
    expect(requestLine(base, 'buyer', '2026-11-21', 'request').status.tone).toBe('late');
    expect(requestLine(released, 'buyer', '2026-12-21', 'request').status.tone).toBe('info');
  });

  it('leads to the answers when they are what is to be read', () => {
    expect(requestLine(released, 'buyer', '2026-11-20', 'review_response')).toMatchObject({ kind: 'statement', id: 's' });
    expect(requestLine(released, 'buyer', '2026-11-20', 'request')).toMatchObject({ kind: 'request', id: 'r' });
  });
});

describe('how many requests stand where', () => {
  it('is told in the order of the road, nobody’s states too', () => {
    const counts = inOrder([{ state: 'agreed', count: 2, late: 0 }, { state: 'sent', count: 3, late: 1 }, { state: 'withdrawn', count: 5, late: 0 }]);
    expect(counts.map(({ state, count }) => [state, count])).toEqual([
      ['sent', 3], ['acknowledged', 0], ['answering', 0], ['under_review', 0], ['returned', 0], ['agreed', 2]]);
  });
});
