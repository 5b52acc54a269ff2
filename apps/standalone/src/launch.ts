import 'reflect-metadata';
import { ConfigError, loadConfig } from '@platform/config';
import type { Config } from '@platform/config';
import { EmbeddedPostgresError, databaseProblem } from '@platform/database';
import { createLogger } from '@platform/http';
import type { Logger } from '@platform/http';
import { FrontDoor } from './front-door.js';
import { Lifetime } from './lifetime.js';
import { openAll } from './open-all.js';
import { setUp } from './setup.js';
import { storyWasInterrupted } from './story/load-story.js';
import { storyCommand } from './story/story.command.js';

const say = (message: string): void => console.log(message);

/** `npm start`: database, worker and doors in one process; `story …`: the worked example on a fresh database. */
export async function main(args: readonly string[]): Promise<void> {
  const life = new Lifetime(say);
  try {
    if (args[0] === 'story') await life.end(await storyCommand(args.slice(1), life));
    else await start(loadConfig(process.env), life);
  } catch (error) {
    say(explain(error));
    await life.end(1);
  }
}

async function start(config: Config, life: Lifetime): Promise<void> {
  const began = performance.now();
  const logger = createLogger(process.env.LOG_LEVEL ? config.logLevel : 'warn', 'standalone');
  const setup = await setUp(config, databaseLog(logger), { discard: storyWasInterrupted(config) });
  await life.add(() => setup.stop());
  if (life.isEnding) return;
  const front = new FrontDoor();
  await front.listen(config.port, config.host);
  await life.add(() => front.close());
  await openAll(setup, front, life, logger, say);
  say(`Ready after ${((performance.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops it.`);
}

/** The database's own notices are worth a line on the terminal even when request logs are not. */
function databaseLog(logger: Logger): Logger {
  return Object.assign(Object.create(logger) as Logger, { info: (message: string) => say(message), warn: (message: string) => say(message) });
}

/** What a person at the terminal can act on; anything else keeps its stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof EmbeddedPostgresError) return error.message;
  const database = databaseProblem(error);
  if (database) return database;
  const { code, port, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Free it, or choose another: PORT=${(port ?? 3000) + 1} npm start`;
  if (code === 'EACCES') return `Port ${port} needs rights this user does not have. Choose one above 1023: PORT=3000 npm start`;
  return `Kenshu could not start: ${stack ?? String(error)}`;
}
