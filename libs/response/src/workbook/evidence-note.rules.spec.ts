import { joinRemark, splitRemark } from './evidence-note.rules.js';

it.each(['ja', 'en'] as const)('a comment and its note on evidence come apart again as they were put together (%s)', (language) => {
  for (const remark of [{ comment: '一行目\n二行目', note: '体制図 A-12' }, { comment: null, note: '体制図\n二枚目' }, { comment: '補足', note: null }, { comment: null, note: null }]) {
    expect(splitRemark(joinRemark(remark, language))).toEqual(remark);
  }
});
it('a mark in the middle of a line is a part of the comment', () => expect(splitRemark('次の証跡：A')).toEqual({ comment: '次の証跡：A', note: null }));
it('a mark without a text is no note', () => expect(splitRemark('補足\n証跡：')).toEqual({ comment: '補足\n証跡：', note: null }));
