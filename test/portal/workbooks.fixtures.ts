import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { CellValue } from 'hucre/xlsx';
import type { Agent } from 'supertest';
import { SendRequest } from '@libs/request';
import { Questionnaires, StartResponse } from '@libs/response';
import type { Question, ResponseId } from '@libs/response';
import { FACTS } from '../support/journey.js';
import type { World } from './world.fixtures.js';
import { csrf } from './portal.fixtures.js';

/** A workbook as a grid: sheets by name, rows and columns from 0. */
export interface Grid { name: string; hidden?: boolean; rows: CellValue[][] }
export const grids = async (file: Buffer): Promise<Grid[]> => (await readXlsx(file)).sheets.map(({ name, rows, hidden, veryHidden }) => ({ name, hidden: hidden || veryHidden, rows: rows.map((row) => [...row]) }));
export const filed = async (sheets: readonly Grid[]): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets: sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows })) }));

/** What we sent out, changed by `edit` as a person changes it. */
export async function edited(file: Buffer, edit: (answers: CellValue[][], sheets: Grid[]) => void): Promise<Buffer> {
  const sheets = await grids(file);
  edit(sheets[1]!.rows, sheets);
  return filed(sheets);
}

/** Columns of the answers' table. */
export const AT = { key: 0, version: 1, code: 2, group: 3, necessity: 4, requirement: 5, answer: 9, reason: 10, comment: 11, compensation: 12, note: 13 } as const;
export const rowOf = (rows: CellValue[][], code: string): CellValue[] => { const found = rows.find((row) => row[AT.code] === code); if (!found) throw new Error(`no row ${code}`); return found; };

/** A request of the buyer's specification, begun and blank. */
export async function begun(world: World): Promise<{ requestId: string; responseId: ResponseId; address: string }> {
  const { scene, sato, takahashi, supplierSiteId, editionId } = world;
  const { id: requestId } = await scene.do(SendRequest, sato, { supplierSiteId, specificationEditionId: editionId, dueOn: '2026-12-25', note: '不明な点はお問い合わせください。', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } });
  const responseId = await scene.do(StartResponse, takahashi, { requestId });
  return { requestId, responseId, address: `/questionnaires/${requestId}/workbook` };
}

export async function questions(world: World, responseId: string): Promise<Map<string, Question>> {
  const { journey } = await world.scene.as(world.takahashi, (tx) => world.scene.get(Questionnaires).open(tx, responseId));
  return new Map(journey.sections.flatMap((section) => section.questions).map((question) => [question.requirement.code, question]));
}

export async function download(agent: Agent, address: string, language = 'ja'): Promise<Buffer> {
  const { body, status } = await agent.get(`${address}?language=${language}`).buffer(true).parse((reply, done) => {
    const chunks: Buffer[] = [];
    reply.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
  });
  if (status !== 200) throw new Error(`download: ${status}`);
  return body as Buffer;
}

export async function upload(agent: Agent, address: string, file: Buffer, fileName = '質問票.xlsx') {
  const token = await csrf(agent, `${address}/import`);
  return agent.post(`${address}/import`).field('_csrf', token).attach('workbook', file, fileName);
}
