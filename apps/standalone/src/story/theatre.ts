import { NestFactory } from '@nestjs/core';
import { FixedClock } from '@platform/clock';
import { NestLog } from '@platform/http';
import type { Logger } from '@platform/http';
import { Messages } from '@platform/i18n';
import type { Language } from '@platform/tenancy';
import { Worker, WorkerModule, workerSetup } from '../setup.js';
import type { Setup } from '../setup.js';
import { StoryCalendar } from './calendar.js';
import { Narrator } from './narrator.js';
import { STORY_DAYS, STORY_STEPS } from './play.js';
import { Stage } from './stage.js';

/** Opens a stage on a database: the real worker and verbs under a clock that is moved. */
export async function openTheatre(
  setup: Setup, logger: Logger, language: Language, print: (line: string) => void,
): Promise<{ stage: Stage; messages: Messages; close: () => Promise<void> }> {
  const now = new Date();
  const clock = new FixedClock(now);
  const app = await NestFactory.createApplicationContext(WorkerModule.with({ ...workerSetup(setup, logger), clock }), { logger: new NestLog(logger), abortOnError: false });
  await app.init();
  const messages = app.get(Messages, { strict: false });
  const narrator = new Narrator(messages, language, STORY_STEPS, print);
  const stage = new Stage(app, clock, new StoryCalendar(now, STORY_DAYS), app.get(Worker, { strict: false }), narrator);
  return { stage, messages, close: () => app.close() };
}
