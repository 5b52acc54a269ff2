import { correctionProblems, effectiveFacts, sendingProblems } from './facts.rules.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 2, 0, minute));
const codes = (problems: { field: string; code: string }[]): string[] => problems.map((problem) => `${problem.field}:${problem.code}`);

describe('the facts of a request', () => {
  it('are those of the sending until somebody corrects them', () => {
    expect(effectiveFacts({ wlan: true, remote: false }, [])).toEqual({ wlan: true, remote: false });
  });

  it('are overlaid in the order of the corrections, whoever made them, however the rows arrive', () => {
    const corrections = [
      { id: 'b', at: at(2), facts: { wlan: true } }, { id: 'a', at: at(1), facts: { wlan: false, remote: true } }, { id: 'c', at: at(2), facts: { wlan: false } },
    ];
    expect(effectiveFacts({ wlan: true, remote: false }, corrections)).toEqual({ wlan: false, remote: true });
  });

  it('are all stated at sending, a false one too, and no others', () => {
    expect(sendingProblems({ wlan: false, remote: true }, ['wlan', 'remote'])).toEqual([]);
    expect(codes(sendingProblems({ wlan: true, cloud: true }, ['wlan', 'remote']))).toEqual(['facts.remote:request.fact_missing', 'facts.cloud:request.fact_unasked']);
  });

  it('are corrected only where something changes', () => {
    expect(correctionProblems({ wlan: false }, { wlan: true }, ['wlan'])).toEqual([]);
    expect(codes(correctionProblems({ wlan: true }, { wlan: true }, ['wlan']))).toEqual(['facts:request.correction_empty']);
    expect(codes(correctionProblems({}, { wlan: true }, ['wlan']))).toEqual(['facts:request.correction_empty']);
    expect(codes(correctionProblems({ cloud: true }, { wlan: true }, ['wlan']))).toEqual(['facts.cloud:request.fact_unasked']);
  });
});
