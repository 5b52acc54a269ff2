import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import { SendRequest } from '@libs/request';
import { AnswerQuestion, Questionnaires, StartResponse } from '@libs/response';
import type { ResponseId } from '@libs/response';
import type { TenantTx } from '@platform/tenancy';
import { AnswersRepository } from '../../libs/response/src/answers.repository.js';
import { FACTS } from '../support/journey.js';
import type { Lots } from '../worker/lots.fixture.js';
import { inTurns, perSecond } from './measure.js';
import { row } from './report.js';
import type { Row } from './report.js';

const SAVES = 600;
/** Connections and loops of either side; as many questions are answered at once, so that nobody waits for a row. */
const LANES = 4;
const ROUNDS = 7;

interface Question { readonly key: string; version: number }

/** Saving one answer: the verb with everything around it, beside the same statements by bare pg on the same role. */
export async function answers({ scene, journey }: Lots): Promise<Row[]> {
  const { sato, takahashi } = journey;
  const { id: requestId } = await scene.do(SendRequest, sato, {
    supplierSiteId: journey.supplierSiteId, specificationEditionId: journey.editionId, dueOn: '2026-12-18', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false }, note: '' });
  const responseId = await scene.do(StartResponse, takahashi, { requestId });
  const { journey: questionnaire } = await scene.as(takahashi, (tx) => scene.get(Questionnaires).open(tx, responseId));
  const questions = questionnaire.sections.flatMap((section) => section.questions).slice(0, LANES)
    .map(({ requirement, draft }): Question => ({ key: requirement.key, version: draft.version }));
  const verb = scene.get(AnswerQuestion);
  const ours = (): Promise<number> => perSecond(SAVES, LANES, async (index, lane) => {
    const question = questions[lane]!;
    question.version = (await verb.execute(takahashi, { responseId, requirementKey: question.key, version: question.version, ...content(index) })).version;
  });
  const pool = new Pool({ connectionString: scene.database.url('kenshu_runtime'), max: LANES, min: LANES });
  const lanes = await Promise.all(questions.map(() => pool.connect()));
  try {
    const statement = await statementOf(responseId, takahashi.memberId!, takahashi.name);
    const bare = (): Promise<number> => perSecond(SAVES, LANES, (index, lane) =>
      saveBare(lanes[lane]!, takahashi.organizationId, statement, questions[lane]!, content(index)));
    const pair = await inTurns(ROUNDS, ours, bare);
    return [row('save one answer', '/s', pair.ours, { ...pair, note: `the same SQL by bare pg under RLS, ${LANES} connections each` })];
  } finally {
    lanes.forEach((lane) => lane.release());
    await pool.end();
  }
}

/** Every save changes something: an equal one is answered without writing. */
const content = (index: number) => ({ answer: { kind: 'level', value: (1 + (index % 5)) as 1 | 2 | 3 | 4 | 5 } as const, comment: `現地で提示できます ${index}`, compensatingMeasure: null });

interface Statement { readonly sql: string; readonly parameters: (question: Question, change: ReturnType<typeof content>) => unknown[] }

/** The very statement that the verb sends, taken from its repository. */
async function statementOf(responseId: ResponseId, memberId: string, name: string): Promise<Statement> {
  let sql = '';
  const listening = { actor: { memberId, name }, query: async (text: string) => { sql = text; return []; } } as unknown as TenantTx;
  await new AnswersRepository().save(listening, { responseId, requirementKey: '', version: 0 }, { answer: null, comment: null, compensatingMeasure: null }, new Date());
  const at = new Date('2026-11-09T00:00:00Z');
  return { sql, parameters: ({ key, version }, { answer, comment }) => [responseId, key, version, answer.kind, String(answer.value), null, comment, null, memberId, name, at, null] };
}

async function saveBare(client: PoolClient, organizationId: string, { sql, parameters }: Statement, question: Question, change: ReturnType<typeof content>): Promise<void> {
  await client.query(`begin; select set_config('app.organization_id', '${organizationId}', true)`);
  const { rows } = await client.query<{ version: number }>(sql, parameters(question, change));
  await client.query('commit');
  if (!rows[0]) throw new Error('the reference saved nothing');
  question.version = rows[0].version;
}
