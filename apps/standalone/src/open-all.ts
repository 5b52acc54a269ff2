import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { NestLog } from '@platform/http';
import type { Logger } from '@platform/http';
import { createApi } from '../../api/src/create-api.js';
import { createPortal } from '../../portal/src/create-portal.js';
import { showsMailbox } from '../../portal/src/portal-settings.js';
import { createVerifier } from '../../verifier/src/create-verifier.js';
import type { Door, FrontDoor } from './front-door.js';
import type { Lifetime } from './lifetime.js';
import { Worker, WorkerModule, workerSetup } from './setup.js';
import type { Setup } from './setup.js';
import { loadStory } from './story/load-story.js';

/** The worker, the worked example on a first start, and the doors; each is closed again when the process ends. */
export async function openAll(setup: Setup, front: FrontDoor, life: Lifetime, logger: Logger, say: (line: string) => void): Promise<void> {
  const signInNames = await loadStory(setup, logger, say);
  if (life.isEnding) return;
  await openWorker(setup, life, logger);
  const portal = await createPortal({ config: setup.config, databaseUrls: { runtime: setup.urls.kenshu_runtime }, logger });
  await life.add(() => portal.close());
  const verifier = await createVerifier({ ...verifierSetup(setup), logger });
  await life.add(() => verifier.close());
  const api = await createApi({ config: setup.config, databaseUrls: { runtime: setup.urls.kenshu_runtime }, logger });
  await life.add(() => api.close());
  front.open('/verify', verifier.getHttpAdapter().getInstance() as Door);
  front.open('/api', api.getHttpAdapter().getInstance() as Door);
  front.open('/', portal.getHttpAdapter().getInstance() as Door);
  const { publicUrl } = setup.config;
  say(`\n検収 Kenshu  ${publicUrl}\n  portal   ${publicUrl}/\n  verify   ${publicUrl}/verify\n  api      ${publicUrl}/api/docs`);
  if (showsMailbox(setup.config)) say(`  mailbox  ${publicUrl}/mailbox`);
  say('');
  for (const line of signInNames) say(line);
}

async function openWorker(setup: Setup, life: Lifetime, logger: Logger): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(workerSetup(setup, logger)), { logger: new NestLog(logger), abortOnError: false });
  await life.add(() => app.close());
  await app.get(Worker, { strict: false }).start();
}

function verifierSetup({ config, urls }: Setup) {
  const { publicUrl, defaultLanguage, defaultTimeZone, trustAnchor, rateLimitFactor } = config;
  const anchorPem = trustAnchor === undefined ? undefined : [readFileSync(trustAnchor, 'utf8')];
  return { verifierUrl: urls.kenshu_verifier, publicUrl, defaultLanguage, defaultTimeZone, anchorPem, rateLimitFactor };
}
