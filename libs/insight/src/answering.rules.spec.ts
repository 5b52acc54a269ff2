import { progressOf } from './answering.rules.js';

describe('how much is answered', () => {
  const requirements = [
    { key: 'a', necessity: 'must', condition: null }, { key: 'b', necessity: 'must_if', condition: 'remote' }, { key: 'c', necessity: 'recommended', condition: null },
  ] as const;
  it('counts what applies', () => expect(progressOf(requirements, { remote: true }, ['a', 'b'])).toEqual({ asked: 3, answered: 2 }));
  it('leaves out what a fact switches off, also when it was answered before', () => expect(progressOf(requirements, { remote: false }, ['a', 'b'])).toEqual({ asked: 2, answered: 1 }));
});
