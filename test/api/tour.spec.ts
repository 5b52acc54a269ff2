import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { FACTS, orderTerms } from '../support/journey.js';
import { openApi } from './api.fixtures.js';
import type { ApiWorld } from './api.fixtures.js';

const run = promisify(execFile);
let world: ApiWorld;
let url: string;
beforeAll(async () => {
  world = await openApi();
  await new Promise<void>((done) => world.app.getHttpServer().listen(0, '127.0.0.1', () => done()));
  url = `http://127.0.0.1:${(world.app.getHttpServer().address() as AddressInfo).port}`;
}, 120_000);
afterAll(() => world?.close());

interface Told { readonly status: number; readonly body: Record<string, never> & { id: string; statementId: string; sha256: string; code: string; items: { id: string }[]; version: number } }

/** One line of a shell with curl, as a reader would paste it; the status is written behind the answer. */
async function shell(line: string, env: Record<string, string>): Promise<Told> {
  const { stdout } = await run('sh', ['-c', `${line} -g -w '\\n%{http_code}'`], { env: { ...process.env, ...env, URL: url, NO_PROXY: '*', no_proxy: '*' } });
  const [text, status] = [stdout.slice(0, stdout.lastIndexOf('\n')), Number(stdout.slice(stdout.lastIndexOf('\n') + 1))];
  return { status, body: text === '' ? {} : JSON.parse(text) as never } as Told;
}

const README = readFileSync(resolve(__dirname, '../../apps/api/README.md'), 'utf8');
const lines = /```sh\n([\s\S]*?)```/.exec(README)![1]!.trim().split('\n');

describe('the tour with curl', () => {
  it('works line by line as it stands in the README', async () => {
    const env = { K: (await world.as(world.sato)).token!, SPEC: world.editionId, SITE: world.supplierSiteId, FACTS: JSON.stringify(FACTS) };
    const answers = [];
    for (const line of lines) answers.push(await shell(line, env));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 201]);
    expect((await shell(lines.at(-1)!, env)).body.id).toBe(answers.at(-1)!.body.id); // the key makes it one request
  }, 60_000);

  it('runs the pipeline up to the sign-off, which no token makes', async () => {
    const tokens = Object.fromEntries(await Promise.all((['sato', 'takahashi', 'kanzaki', 'hamada', 'nagase', 'watanabe'] as const).map(async (who) => [who, (await world.as(world[who])).token!]))) as Record<string, string>;
    const call = (who: string, method: string, path: string, body?: unknown, more = ''): Promise<Told> =>
      shell(`curl -s -X ${method} -H "Authorization: Bearer $K" ${more} ${body === undefined ? '' : '-H "Content-Type: application/json" --data-binary "$BODY"'} "$URL/api/v1${path}"`, { K: tokens[who]!, BODY: JSON.stringify(body ?? {}) });
    const must = async (told: Promise<Told>, status: number): Promise<Told['body']> => {
      const answer = await told;
      expect([answer.status, answer.status >= 400 && status < 400 ? answer.body : null]).toEqual([status, null]);
      return answer.body;
    };
    const { id: requestId } = await must(call('sato', 'POST', '/requests', {
      specificationEditionId: world.editionId, supplierSiteId: world.supplierSiteId, dueOn: '2027-01-29', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } }), 201);
    await must(call('takahashi', 'POST', `/requests/${requestId}/acknowledgement`), 204);
    const { id: responseId } = await must(call('takahashi', 'POST', `/requests/${requestId}/response`), 201);
    const { journey } = await must(call('takahashi', 'GET', `/responses/${responseId}/questionnaire`), 200) as unknown as { journey: { sections: { questions: { draft: { key: string; version: number } }[] }[] } };
    for (const { draft: { key, version } } of journey.sections.flatMap(({ questions }) => questions)) {
      await must(call('takahashi', 'PUT', `/responses/${responseId}/answers/${encodeURIComponent(key)}`, { answer: { kind: 'level', value: 4 }, comment: '現地で提示できます' }, `-H 'If-Match: "${version}"'`), 200);
    }
    const file = join(world.scene.root, 'kiroku.pdf');
    writeFileSync(file, '%PDF-1.7\n記録\n');
    const evidence = await must(shell(`curl -s -H "Authorization: Bearer $K" -H "Content-Type: application/pdf" --data-binary @${file} "$URL/api/v1/evidence?fileName=kiroku.pdf"`, { K: tokens.takahashi! }), 201);
    await must(call('takahashi', 'PUT', `/responses/${responseId}/answers/${encodeURIComponent(world.citedKey)}/evidence/${evidence.id}`), 204);
    const { statementId, sha256: digest } = await must(call('takahashi', 'POST', `/responses/${responseId}/submission`), 201);
    expect((await must(call('kanzaki', 'POST', `/statements/${statementId}/signature`, { digest }), 403)).code).toBe('common.sign_off_needs_session');

    const { id: orderLineId } = await must(call('sato', 'POST', '/orders', orderTerms(world.supplierSiteId)), 201);
    await must(call('sato', 'POST', `/orders/${orderLineId}/placement`, { agreementId: world.agreementId }), 204);
    const { id: deliveryId } = await must(call('hamada', 'POST', '/deliveries', { orderLineId, noteNumber: 'DN-TOUR', quantity: 10 }), 201);
    const { id: inspectionId } = await must(call('nagase', 'POST', '/inspections', { deliveryId }), 201);
    const { items } = await must(call('nagase', 'GET', `/inspections/${inspectionId}`), 200) as unknown as { items: { key: string; applies: boolean; later: boolean; owner: string; methods: string[] }[] };
    for (const item of items.filter(({ applies, later, owner }) => applies && !later && owner === 'supplier')) {
      await must(call('nagase', 'PUT', `/inspections/${inspectionId}/results/${encodeURIComponent(item.key)}`, { method: item.methods.at(-1), result: 'conform' }), 204);
    }
    const { statementSha256, verdict } = await must(call('nagase', 'POST', `/inspections/${inspectionId}/judgement`), 201) as unknown as { statementSha256: string; verdict: string };
    expect(verdict).toBe('passed');
    expect((await must(call('watanabe', 'POST', `/inspections/${inspectionId}/confirmation`, { statementSha256 }), 403)).code).toBe('common.sign_off_needs_session');
    const pdf = await run('sh', ['-c', `curl -s -D - -o /dev/null -H "Authorization: Bearer $K" $URL/api/v1/certificates/${world.certificateId}/pdf`], { env: { ...process.env, K: tokens.sato, URL: url } });
    expect(pdf.stdout).toMatch(/HTTP\/1.1 200[\s\S]*content-type: application\/pdf[\s\S]*attachment; filename="?/i);
  }, 120_000);
});
