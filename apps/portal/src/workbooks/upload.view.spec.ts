import { text } from '../web/text.rules.js';
import { uploadView } from './upload.view.js';

const input = { requestId: 'r', number: 'REQ-1', title: { ja: '仕様', en: 'spec' }, dueOn: '2026-12-25', open: true, problems: [] };

it('leads out in both languages and back to one address', () =>
  expect(uploadView(input)).toMatchObject({ downloads: { ja: '/questionnaires/r/workbook?language=ja', en: '/questionnaires/r/workbook?language=en' }, action: '/questionnaires/r/workbook/import', open: true }));
it('says at the file what was wrong with it', () => {
  const { form } = uploadView({ ...input, problems: [{ field: null, text: text('workbook.errors.macros') }] });
  expect(form).toMatchObject({ problems: [{ href: '#workbook' }], fields: { workbook: { error: { $text: 'workbook.errors.macros' } } } });
});
