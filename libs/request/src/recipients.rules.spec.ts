import { FormReader } from '@platform-pure/forms';
import { MOST_RECIPIENTS, outlineOf, readRecipients, splitAddresses } from './recipients.rules.js';

const read = (...given: string[]) => {
  const form = new FormReader();
  return { addresses: readRecipients(form, 'recipients', given), codes: form.problems.map((problem) => problem.code) };
};

describe('the addresses of a request', () => {
  it('are read however somebody writes a list of them, each once', () => {
    expect(splitAddresses(' a@x.jp, B@x.jp；c@x.jp\na@x.jp、d@x.jp ')).toEqual(['a@x.jp', 'b@x.jp', 'c@x.jp', 'd@x.jp']);
    expect(splitAddresses(' \n')).toEqual([]);
  });

  it('must look like addresses, and not be a mailing list', () => {
    expect(read('a@x.jp', 'b@x.jp')).toEqual({ addresses: ['a@x.jp', 'b@x.jp'], codes: [] });
    expect(read('a@x').codes).toEqual(['common.not_email']);
    expect(read(Array.from({ length: MOST_RECIPIENTS + 1 }, (_, index) => `p${index}@x.jp`).join(' ')).codes).toEqual(['request.too_many_recipients']);
  });

  it('of another company’s members are shown in outline', () => expect(outlineOf('takahashi@takasaki.example')).toBe('t***@takasaki.example'));
});
