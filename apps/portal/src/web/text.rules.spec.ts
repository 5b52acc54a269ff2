import { inWords, text } from './text.rules.js';

const say = (key: string, params: object): string => `${key}(${Object.values(params).join()})`;

describe('a view put into words', () => {
  it('says every text, however deep it stands, with its parameters in words first', () => {
    const view = { rows: [{ cell: text('a', { b: text('c'), n: 1 }) }], plain: 'x' };
    expect(inWords(view, say)).toEqual({ rows: [{ cell: 'a(c(),1)' }], plain: 'x' });
  });

  it('leaves dates, numbers and nothing as they are', () => {
    const at = new Date(0);
    expect(inWords({ at, n: 1, nothing: null, no: false }, say)).toEqual({ at, n: 1, nothing: null, no: false });
  });
});
