import type { AnswerScale } from '@pure/catalog';
import { isOnScale, meets, optionsOf, readAnswer, requiredAnswer, showAnswer, valueOf, valuesOf } from './index.js';

const levels: AnswerScale = { kind: 'levels', levels: ([1, 2, 3, 4, 5] as const).map((value) => ({ value, label: { ja: `段階${value}`, en: `step ${value}` } })) };
const choices: AnswerScale = { kind: 'yes_partly_no', answers: [
  { value: 'yes', label: { ja: 'はい', en: 'Yes' } }, { value: 'partly', label: { ja: '一部', en: 'Partly' } }, { value: 'no', label: { ja: 'いいえ', en: 'No' } }] };

describe.each([['levels', levels, ['1', '2', '3', '4', '5']], ['yes, partly, no', choices, ['yes', 'partly', 'no']]])('a scale of %s', (_name, scale, values) => {
  it('offers its own values, then not applicable and don’t know', () => {
    expect(valuesOf(scale)).toEqual(values);
    expect(optionsOf(scale).map((option) => option.value)).toEqual([...values, 'not_applicable', 'unknown']);
  });
  it('reads back what a form carried', () => {
    for (const value of ['', ...values, 'not_applicable', 'unknown']) {
      const answer = readAnswer(scale, value, '理由');
      expect(answer).not.toBeUndefined();
      expect(valueOf(answer!)).toBe(value);
    }
  });
  it('refuses what is not on it', () => expect(readAnswer(scale, '6')).toBeUndefined());
  it('shows every answer in both languages, and blank as not answered', () => {
    for (const value of values) expect(showAnswer(scale, readAnswer(scale, value)!)).toEqual({ ja: expect.any(String), en: expect.any(String) });
    expect(showAnswer(scale, null).ja).toBe('未回答');
  });
  it('never takes not applicable for don’t know, nor either for a claim', () => {
    const notApplicable = { kind: 'not_applicable', reason: '無線なし' } as const;
    expect(showAnswer(scale, notApplicable).ja).toBe('対象外（無線なし）');
    expect(showAnswer(scale, { kind: 'unknown' }).ja).toBe('わからない');
    expect(meets(scale, notApplicable, 1)).toBe(false);
    expect(meets(scale, { kind: 'unknown' }, 1)).toBe(false);
    expect(meets(scale, null, 1)).toBe(false);
  });
});

describe('meeting a requirement', () => {
  it('by level means the level asked for, and 3 when none is named', () => {
    expect(meets(levels, { kind: 'level', value: 4 }, 4)).toBe(true);
    expect(meets(levels, { kind: 'level', value: 3 }, 4)).toBe(false);
    expect(meets(levels, { kind: 'level', value: 3 }, null)).toBe(true);
    expect(meets(levels, { kind: 'level', value: 2 }, null)).toBe(false);
    expect(requiredAnswer(levels, null).ja).toBe('レベル3以上');
  });
  it('by choice means yes; partly is not yes', () => {
    expect(meets(choices, { kind: 'choice', value: 'yes' }, 4)).toBe(true);
    expect(meets(choices, { kind: 'choice', value: 'partly' }, null)).toBe(false);
    expect(requiredAnswer(choices, 4).ja).toBe('はい');
  });
});

it('a level is no answer to a yes-or-no question', () => {
  expect(isOnScale(choices, { kind: 'level', value: 3 })).toBe(false);
  expect(isOnScale(levels, { kind: 'choice', value: 'yes' })).toBe(false);
  expect(isOnScale(levels, { kind: 'level', value: 5 })).toBe(true);
});
