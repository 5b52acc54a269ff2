import { ITEM_FIELDS, ImportWorkbook, PreviewWorkbook, ProxyWorkbooks, QuestionnaireWorkbooks, ResponseActs, isItem, isStray, isWarning, previewKind } from '@libs/response';
import { ReviewActs } from '@libs/review';
import { messageKeyOf, notFound } from '@platform-pure/errors';
import { BookWriter, ImportPreviews, WorkbookReader } from '@platform/workbook';
import type { ImportPreview } from '@platform/workbook';
import { willBeWritten } from '@platform-pure/workbook';
import { download, query, verb } from '../web/operation.js';
import type { Operation, Reading, Words } from '../web/operation.js';
import type { ObjectOf } from '../web/schema.js';
import { id, integer, list, named, nullable, object, oneOf, optional, record, text } from '../web/schema.js';
import { FILE, XLSX, fileName, language, previewHead, workbookFile } from './import.schemas.js';
import { answerValue, remark } from './response.schemas.js';

const content = object({ answer: nullable(answerValue), comment: remark, note: remark, compensatingMeasure: remark });
const fields = list(oneOf(ITEM_FIELDS));
const place = { sheet: text(), row: integer() };
const item = named('WorkbookItem', object({
  key: text(), code: text(), ...place, outcome: oneOf(['faulty', 'conflict', 'new', 'changed', 'unchanged']), version: integer(), here: content, file: content, changes: fields, conflicts: fields, kept: fields,
  problems: list(object({ code: text(), detail: text(4000) })),
}, '`changes` are taken from the file, `conflicts` were changed on both sides and wait for a choice, `kept` were changed here alone.'));
const stray = object({ ...place, cell: text(20), text: text(40_000), code: text(), detail: text(4000) });
const preview = {
  ...previewHead, items: list(item), strays: list(stray), warnings: list(object({ code: text(), detail: text(4000) })),
};
const workbookPreview = named('WorkbookImport', object(preview, 'Where every cell of a filled-in workbook goes, or why it has no place. Kept for a day.'));

function toPreview({ rows, ...rest }: ImportPreview, { say }: Words): ObjectOf<typeof preview> {
  return {
    ...rest,
    items: rows.filter(isItem).map(({ target, name, sheet, number, outcome, content: { before, filed, changes, conflicts, kept }, problems }) => ({
      key: target.id, code: name, sheet, row: number, outcome, version: target.version, here: before, file: filed, changes, conflicts, kept,
      problems: problems.map(({ code, params }) => ({ code, detail: say(messageKeyOf(code), params) })) })),
    strays: rows.filter(isStray).map(({ content: { stray: { why, params, ...where } } }) => ({ ...where, code: why, detail: say(`workbook.stray.${why}`, params) })),
    warnings: rows.filter(isWarning).map(({ content: { warning: { code, params } } }) => ({
      code, detail: say(`workbook.warning.${code}`, params.field === undefined ? params : { column: say(`workbook.column.${params.field}`) }) })),
  };
}

/** @throws NotFound for another organisation's, for one of another request, and while nobody has started to answer */
async function previewOf({ tx, get }: Reading, requestId: string, previewId: string): Promise<ImportPreview> {
  const questionnaire = await get(QuestionnaireWorkbooks).of(tx, requestId);
  if (!questionnaire) throw notFound('response');
  return get(ImportPreviews).byId(tx, previewKind(questionnaire.response.id), previewId);
}

/** The questionnaire as a workbook: out, back, and for a supplier that answers by mail. */
export const workbookOperations: readonly Operation[] = [
  download('downloadWorkbook', 'get /requests/{requestId}/workbook', ResponseActs.read, 'The questionnaire with the answers so far as a protected workbook, once it was started', {
    covers: [], query: { language }, gives: XLSX,
    read: async ({ get, tx, words, portal }, { path, query: asked }) => {
      const questionnaire = await get(QuestionnaireWorkbooks).of(tx, path.requestId);
      if (!questionnaire) throw notFound('response');
      const { language: chosen } = words.in(asked.language);
      const book = get(QuestionnaireWorkbooks).book(questionnaire, chosen, `${portal}/questionnaires/${path.requestId}/workbook/import`);
      return workbookFile(`${questionnaire.request.number}-${chosen}.xlsx`, () => get(BookWriter).xlsx(book));
    } }),
  verb(PreviewWorkbook, 'post /requests/{requestId}/workbooks', ResponseActs.import, 'Reads a filled-in workbook and says where every cell goes; the body is the file, and nothing is changed')({
    takes: FILE, query: { fileName }, answer: workbookPreview,
    // looked up before the file is read: nobody makes us read a file for a request that is not his
    args: async ({ path, query: words, uploadPath }, { get, read }) => {
      await read(({ tx }) => get(QuestionnaireWorkbooks).of(tx, path.requestId));
      return [{ ...path, ...words, sheets: await get(WorkbookReader).read({ path: uploadPath(), ...words }) }];
    },
    told: async (reading, previewId, { path }) => toPreview(await previewOf(reading, path.requestId, previewId), reading.words) }),
  query('getWorkbookImport', 'get /requests/{requestId}/workbooks/{previewId}', ResponseActs.import, 'What a filled-in workbook would change, or did', {
    covers: ['AnswerBases.at'], answer: workbookPreview, read: async (reading, { path }) => toPreview(await previewOf(reading, path.requestId, path.previewId), reading.words) }),
  verb(ImportWorkbook, 'post /requests/{requestId}/workbooks/{previewId}/commit', ResponseActs.import, 'Saves what a preview showed, each answer only on the version that was shown')({
    body: object({ choices: optional(record(oneOf(['file', 'here']))) }, 'By the question’s key, for those that both sides changed.'), args: ({ path, body }) => [{ ...path, choices: body.choices ?? {} }],
    answer: object({ saved: integer(), keys: list(text()), openPreviewId: nullable(id()) }, '`openPreviewId`: a new preview of what is still to be decided.'),
    told: async (reading, { saved, open }, { path }) => {
      const { rows } = await previewOf(reading, path.requestId, path.previewId);
      return { saved, keys: rows.filter(willBeWritten).flatMap(({ target }) => target ? [target.id] : []), openPreviewId: open };
    } }),
  download('downloadBlankWorkbook', 'get /requests/{requestId}/proxy-workbook', ReviewActs.register_proxy, 'The blank questionnaire for a supplier that answers by mail', {
    covers: [], query: { language }, gives: XLSX,
    read: async ({ get, tx, words }, { path, query: asked }) => {
      const { language: chosen } = words.in(asked.language);
      const questionnaire = await get(ProxyWorkbooks).of(tx, path.requestId);
      return workbookFile(`${questionnaire.request.number}-${chosen}.xlsx`, () => get(BookWriter).xlsx(get(ProxyWorkbooks).book(questionnaire, chosen)));
    } }),
];
