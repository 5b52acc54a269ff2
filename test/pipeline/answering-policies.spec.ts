import { DeclineSignature } from '@libs/attestation';
import { AttachEvidence } from '@libs/response';
import { AgreeResponse, ReplyToFinding, ReturnWithFindings, ReviewAnswer, Reviews } from '@libs/review';
import type { OrganizationId } from '@platform/tenancy';
import { Answering } from './answering.fixture.js';

type Side = 'buyer' | 'supplier' | 'stranger';
interface Table {
  readonly name: string;
  /** Who reads the row that lies there; everybody else must find nothing. */
  readonly readers: readonly Side[];
  /** The one side that writes it. */
  readonly writer: Side;
  readonly role?: 'sealer';
  /** A column the writer may update. */
  readonly updates?: string;
}

const DRAFTS: readonly Side[] = ['supplier'];
const BOTH: readonly Side[] = ['buyer', 'supplier'];
const TABLES: readonly Table[] = [
  { name: 'evidence', readers: DRAFTS, writer: 'supplier' },
  { name: 'response', readers: DRAFTS, writer: 'supplier', updates: 'submissions = 9' },
  { name: 'answer', readers: DRAFTS, writer: 'supplier', updates: 'version = 9' },
  { name: 'answer_revision', readers: DRAFTS, writer: 'supplier' },
  { name: 'answer_evidence', readers: DRAFTS, writer: 'supplier', updates: `attached_by_name = 'x'` },
  { name: 'response_statement', readers: BOTH, writer: 'supplier' },
  { name: 'response_withdrawal', readers: DRAFTS, writer: 'supplier' },
  { name: 'response_release', readers: BOTH, writer: 'supplier', role: 'sealer' },
  { name: 'response_return', readers: BOTH, writer: 'buyer' },
  { name: 'attestation', readers: BOTH, writer: 'supplier' },
  { name: 'seal', readers: BOTH, writer: 'supplier', role: 'sealer' },
  { name: 'review', readers: ['buyer'], writer: 'buyer' },
  { name: 'finding', readers: BOTH, writer: 'buyer' },
  { name: 'finding_reply', readers: BOTH, writer: 'supplier' },
  { name: 'agreement', readers: BOTH, writer: 'buyer' },
];

let world: Answering;
const organization = (side: Side): OrganizationId => world[side];
const SIDES: readonly Side[] = ['buyer', 'supplier', 'stranger'];
const others = (allowed: readonly Side[]): Side[] => SIDES.filter((side) => !allowed.includes(side));

/** One request through everything there is: sent back by its signer, returned with a finding, replied to, agreed; and a file nobody was shown. */
beforeAll(async () => {
  world = await Answering.open();
  const first = await world.submitted(await world.request());
  await world.get(DeclineSignature).execute(world.signer(), { statementId: first.statementId, reason: '根拠不足' });
  const file = await world.upload(world.respondent());
  await world.get(AttachEvidence).execute(world.respondent(), { responseId: first.responseId, requirementKey: 'm:1', evidenceId: file.id });
  await world.upload(world.respondent(), '%PDF-1.7 draft');
  const second = await world.submit(first.responseId);
  await world.release(second);
  await world.get(ReviewAnswer).execute(world.procurement(), { statementId: second.statementId, requirementKey: 'm:1', opinion: 'question', note: '社内' });
  await world.get(ReturnWithFindings).execute(world.procurement(), { statementId: second.statementId, findings: [{ requirementKey: 'm:1', text: '版' }] });
  const [finding] = await world.as(world.supplier, (tx) => world.get(Reviews).findings(tx, first.responseId));
  await world.get(ReplyToFinding).execute(world.respondent(), { findingId: finding!.id, text: '更新済み' });
  const third = await world.submit(first.responseId);
  await world.release(third);
  await world.get(AgreeResponse).execute(world.procurement(), { statementId: third.statementId, digest: third.sha256, deviations: ['m:2', 'm:3'], priceTalk: { state: 'none_needed' } });
  // submitted, and seen by its supplier only
  await world.submitted(await world.request());
});
afterAll(() => world?.close());

const refusal = (work: Promise<unknown>): Promise<string> => work.then(() => 'allowed', (error: unknown) => String((error as { code?: string }).code ?? '') + String(error));

describe.each(TABLES)('app.$name', ({ name, readers, writer, role, updates }) => {
  it('has rows, and shows them to whom they concern and to nobody else', async () => {
    const total = await world.superuser(`select 1 from app.${name}`);
    expect(total.length).toBeGreaterThan(0);
    for (const side of readers) expect([side, (await world.as(organization(side), (tx) => tx.query(`select 1 from app.${name}`))).length > 0]).toEqual([side, true]);
    const hidden = name === 'evidence' ? ['stranger' as const] : others(readers);
    for (const side of hidden) {
      expect([side, await world.as(organization(side), (tx) => tx.query(`select 1 from app.${name}`))]).toEqual([side, []]);
    }
  });

  it('is written by one side only', async () => {
    const [row] = await world.superuser<{ row: object }>(`select to_jsonb(t) as row from app.${name} t limit 1`);
    // the policy is asked before any key is: an insert of the very same row tells a closed door from a duplicate
    const insert = (side: Side) => (role === 'sealer' ? world.asSealer(organization(side), copy) : world.as(organization(side), copy));
    const copy = (tx: { query(sql: string, parameters: unknown[]): Promise<unknown> }) =>
      tx.query(`insert into app.${name} (${columns(row!.row)}) select ${columns(row!.row)} from jsonb_populate_record(null::app.${name}, $1::jsonb)`, [JSON.stringify(row!.row)]);
    for (const side of others([writer])) expect([side, await refusal(insert(side))]).toEqual([side, expect.stringContaining('row-level security')]);
    expect(await refusal(insert(writer))).toContain('common.already_exists');
  });

  it('is changed by nobody else, and by nobody at all where no column may change', async () => {
    for (const side of SIDES) {
      // without a where clause only the update policy stands in the way
      const update = world.as(organization(side), (tx) => tx.affect(`update app.${name} set ${updates ?? `${firstColumn[name] ?? 'id'} = null`}`));
      if (!updates) expect([side, await refusal(update)]).toEqual([side, expect.stringContaining('permission denied')]);
      else if (side !== writer) expect([side, await update]).toEqual([side, 0]);
    }
    for (const side of SIDES) expect(await refusal(world.as(organization(side), (tx) => tx.query(`delete from app.${name}`)))).toContain('permission denied');
  });
});

const firstColumn: Readonly<Record<string, string>> = { answer_revision: 'response_id', response_withdrawal: 'statement_id', response_release: 'statement_id' };
const columns = (row: object): string => Object.keys(row).map((column) => `"${column}"`).join(', ');

it('a statement that was not released, and the withdrawal of one, stay with the supplier', async () => {
  const revisions = (side: Side) => world.as(organization(side), (tx) => tx.query<{ revision: number }>('select revision from app.response_statement order by submitted_at, revision'));
  expect((await revisions('supplier')).map((one) => one.revision)).toEqual([1, 1, 2, 3]);
  expect((await revisions('buyer')).map((one) => one.revision)).toEqual([2, 3]);
});

it('the buyer is shown the cited file and no other', async () => {
  expect(await world.as(world.buyer, (tx) => tx.query('select 1 from app.evidence'))).toHaveLength(1);
  expect(await world.as(world.supplier, (tx) => tx.query('select 1 from app.evidence'))).toHaveLength(2);
});

it('the sealer too sees only the organisation it seals for', async () => {
  for (const name of ['response_statement', 'response_release', 'response_return', 'response_withdrawal', 'attestation', 'seal', 'agreement']) {
    expect([name, await world.asSealer(world.stranger, (tx) => tx.query(`select 1 from app.${name}`))]).toEqual([name, []]);
  }
});
