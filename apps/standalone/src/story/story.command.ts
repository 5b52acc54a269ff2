import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '@platform/config';
import { createLogger } from '@platform/http';
import type { Language } from '@platform/tenancy';
import type { Lifetime } from '../lifetime.js';
import { places, setUp } from '../setup.js';
import { exportStory } from './export-story.js';
import { play } from './play.js';
import { openTheatre } from './theatre.js';

/**
 * `npm run story`: plays the worked example on a fresh database that is thrown away, writes certificate, statements and specification to a
 * folder and verifies the certificate from its file alone. Returns the exit status.
 */
export async function storyCommand(args: readonly string[], life: Lifetime): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string', default: 'out' }, lang: { type: 'string' } } });
  const language: Language = (values.lang ?? process.env.LANG ?? 'ja').startsWith('en') ? 'en' : 'ja';
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'kenshu-story-'));
  await life.add(async () => rmSync(dataDir, { recursive: true, force: true }));
  const { DATABASE_URL: _, DATABASE_URL_RUNTIME: __, DATABASE_URL_SEALER: ___, DATABASE_URL_VERIFIER: ____, DATABASE_URL_OPS: _____, SMTP_URL: ______, ...env } = process.env;
  const config = loadConfig({ ...env, DATA_DIR: dataDir });
  const logger = createLogger('error', 'story');
  const began = performance.now();
  // the browser is kept where npm start keeps it: unpacked once, not for every run
  const chromiumDir = places(loadConfig(env).dataDir).chromium;
  const setup = await setUp(config, logger, { fast: true, chromiumDir });
  await life.add(() => setup.destroy());
  const theatre = await openTheatre(setup, logger, language, (line) => console.log(line));
  await life.add(() => theatre.close());
  theatre.stage.narrator.say('title');
  const played = await play(theatre.stage);
  return exportStory(theatre, played, { out, seconds: () => Math.round((performance.now() - began) / 1000) });
}
