import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { openApi } from './api.fixtures.js';
import type { ApiWorld } from './api.fixtures.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await openApi();
  await new Promise<void>((done) => world.app.getHttpServer().listen(0, '127.0.0.1', () => done()));
}, 120_000);
afterAll(() => world?.close());

describe('the tour with curl in the README', () => {
  it('runs the pipeline up to both sign-offs, as it stands there', async () => {
    const lines = /```sh\n(call\(\)[\s\S]*?)```/.exec(readFileSync(resolve(__dirname, '../../README.md'), 'utf8'))![1]!;
    const token = async (who: Parameters<ApiWorld['as']>[0]): Promise<string> => (await world.as(who)).token!;
    const url = `http://127.0.0.1:${(world.app.getHttpServer().address() as AddressInfo).port}`;
    const env = {
      ...process.env, URL: url, NO_PROXY: '*', no_proxy: '*', SPEC: world.editionId, SITE: world.supplierSiteId, AGREEMENT: world.agreementId, BUYER: await token(world.sato),
      SUPPLIER: await token(world.takahashi), SIGNER: await token(world.kanzaki), RECEIVER: await token(world.hamada), INSPECTOR: await token(world.nagase), PATH: `${resolve(process.execPath, '..')}:${process.env.PATH}`,
    };
    const { stdout, stderr } = await promisify(execFile)('sh', ['-e', '-c', lines], { env });
    expect(stderr).toBe('');
    expect(stdout).toContain('common.sign_off_needs_session');
    expect(stdout).toMatch(/"verdict":"passed"/);
    const [lot] = await world.scene.superuser<{ steps: string[] }>(
      `select array(select s.step from app.inspection_sign_off s where s.inspection_id = i.id) as steps from app.inspection i where i.lot ->> 'noteNumber' = 'DN-1' and i.lot ->> 'poNumber' = 'PO-TOUR'`);
    expect(lot?.steps).toEqual(['judge']);
  }, 120_000);
});
