import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { loadConfig } from '@platform/config';
import { createLogger } from '@platform/http';
import { createApi } from '../../apps/api/src/create-api.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { lookAt, openBrowser } from './browser.fixtures.js';
import type { TestBrowser } from './browser.fixtures.js';

let database: TestDatabase;
let app: NestExpressApplication;
let chromium: TestBrowser;
let dataDir: string;
beforeAll(async () => {
  database = await testDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'kenshu-api-docs-'));
  app = await createApi({ config: loadConfig({ DATA_DIR: dataDir }), databaseUrls: { runtime: database.url('kenshu_runtime') }, logger: createLogger('silent', 'api') });
  app.enableShutdownHooks();
  await app.listen(0, '127.0.0.1');
  chromium = await openBrowser();
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  await app?.close();
  await database?.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the page of the API', () => {
  it.each(['ja', 'en'])('(%s) passes axe and fits a phone, a tablet and a wide screen', async (language) => {
    const page = await chromium.browser.newPage();
    const { port } = app.getHttpServer().address() as AddressInfo;
    expect(await lookAt(page, `http://127.0.0.1:${port}/api/docs?lang=${language}`, `api-docs-${language}`)).toEqual([]);
    await page.close();
  }, 60_000);
});
