import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@platform/http';
import type { Config } from '@platform/config';
import type { Setup } from '../setup.js';
import { places } from '../setup.js';
import { BUYER_PEOPLE, PASSWORD } from './cast.js';
import { openTheatre } from './theatre.js';
import { play } from './play.js';

type Mark = 'loading' | 'loaded' | null;
const markFile = (config: Config): string => join(config.dataDir, 'story.json');

function mark(config: Config): Mark {
  return existsSync(markFile(config)) ? (JSON.parse(readFileSync(markFile(config), 'utf8')) as { state: Mark }).state : null;
}

function setMark(config: Config, state: Mark): void {
  mkdirSync(config.dataDir, { recursive: true });
  writeFileSync(`${markFile(config)}.new`, JSON.stringify({ state }));
  renameSync(`${markFile(config)}.new`, markFile(config));
}

/** True when the making of the worked example was killed: nobody has worked with that database, since no door was open yet. */
export function storyWasInterrupted(config: Config): boolean {
  return mark(config) === 'loading';
}

/** Loads the worked example into a new embedded database. Returns what to print about signing in; nothing where there is no example. */
export async function loadStory(setup: Setup, logger: Logger, say: (line: string) => void): Promise<string[]> {
  const { config, migrated } = setup;
  const isNew = migrated.some((name) => name.startsWith('Tenancy'));
  if (mark(config) !== 'loaded') {
    if (!isNew || !config.embedded || config.story === 'none') return [];
    await make(setup, logger, say);
  }
  return signInNames(config.defaultLanguage);
}

async function make(setup: Setup, logger: Logger, say: (line: string) => void): Promise<void> {
  const { config } = setup;
  for (const dir of [places(config.dataDir).files, places(config.dataDir).mailbox]) rmSync(dir, { recursive: true, force: true });
  setMark(config, 'loading');
  const theatre = await openTheatre(setup, logger, config.defaultLanguage, say);
  try {
    theatre.stage.narrator.say('loading');
    await play(theatre.stage);
  } finally {
    await theatre.close();
  }
  setMark(config, 'loaded');
}

function signInNames(language: 'ja' | 'en'): string[] {
  const title = language === 'ja' ? `お試し用のサインイン（パスワードはすべて ${PASSWORD}）` : `People to sign in as (every password is ${PASSWORD})`;
  const people = BUYER_PEOPLE.map(({ email, name, department }) => `  ${email.padEnd(24)} ${name}（${department}）`);
  return [title, ...people, '  sales@shinonome.example  髙橋 奈緒（㈱東雲精機 営業部）', '  hinsho@shinonome.example 神﨑 隆（㈱東雲精機 品質保証部）'];
}
