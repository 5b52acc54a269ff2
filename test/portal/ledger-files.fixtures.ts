import { writeXlsx } from 'hucre/xlsx';
import type { Agent, Response as Answer } from 'supertest';
import { csrf } from './portal.fixtures.js';

export type Cells = readonly (string | number | null)[];

/** A workbook as somebody made it: whatever stands above the headings, on whatever sheets. */
export async function workbook(sheets: Readonly<Record<string, readonly Cells[]>>): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })) }));
}

/** Uploads a ledger and gives the page of what it would change. */
export async function upload(agent: Agent, path: string, file: Buffer, fileName: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const form = agent.post(path).field('_csrf', await csrf(agent, path));
  for (const [name, value] of Object.entries(fields)) form.field(name, value);
  const answer = await form.attach('file', file, fileName);
  return answer.status === 303 ? agent.get(answer.headers.location as string).then((page) => Object.assign(page, { previewPath: answer.headers.location as string })) : answer;
}

export const pathOf = (preview: Answer): string => (preview as Answer & { previewPath: string }).previewPath;

/** How many rows a preview says of each kind: new, changed, unchanged, conflict, faulty. */
export function counts({ text }: Answer): Readonly<Record<'new' | 'changed' | 'unchanged' | 'conflict' | 'faulty', number>> {
  const list = /<ul class="import-counts">(.*?)<\/ul>/s.exec(text)?.[1] ?? '';
  const [fresh, changed, unchanged, conflict, faulty] = [...list.matchAll(/<strong>([\d,]+)<\/strong>/g)].map(([, n]) => Number(n!.replaceAll(',', '')));
  return { new: fresh!, changed: changed!, unchanged: unchanged!, conflict: conflict!, faulty: faulty! };
}

export async function commit(agent: Agent, preview: Answer): Promise<Answer> {
  const path = pathOf(preview);
  const answer = await agent.post(path).type('form').send({ _csrf: await csrf(agent, '/suppliers/import') });
  if (answer.status !== 303) return answer;
  return agent.get(answer.headers.location as string);
}

/** What a page says, without its markup. */
export const said = ({ text }: Answer): string => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

export const download = async (agent: Agent, path: string): Promise<Buffer> => (await agent.get(path).buffer(true).parse((res, done) => {
  const parts: Buffer[] = [];
  res.on('data', (part: Buffer) => parts.push(part));
  res.on('end', () => done(null, Buffer.concat(parts)));
})).body as Buffer;
