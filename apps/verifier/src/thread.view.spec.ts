import { threadView } from './thread.view.js';

const words = { language: 'ja', zone: 'Asia/Tokyo', t: (key: string) => key } as Parameters<typeof threadView>[2];
const answerStep = (statement: object | null): unknown[] => {
  const step = threadView({ status: 'issued', number: 'A-1' }, statement && { statement: statement as never }, words).find(({ name }) => name === 'answer')!;
  return [step.tone, step.state];
};

describe('the thread of a certificate', () => {
  it('says signed only to who holds a document that says so', () => {
    expect(answerStep({ basis: { response: { revision: 1 } } })).toEqual(['good', 'verifier.thread.answer']);
    expect(answerStep({ basis: { response: { revision: 1, unsigned: true } } })).toEqual(['changed', 'verifier.thread.registered']);
    expect(answerStep(null)).toEqual(['good', 'verifier.thread.answered']);
  });
});
