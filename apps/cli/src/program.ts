import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { ConfigError } from '@platform/config';
import { EmbeddedPostgresError, databaseProblem } from '@platform/database';
import { projectRoot } from '@platform/i18n';
import { DomainError } from '@platform-pure/errors';
import { DONE, REFUSED, UNUSABLE, inWords, terminal } from './terminal.js';
import type { ExitStatus, Terminal } from './terminal.js';

type Work = (terminal: Terminal) => Promise<ExitStatus>;

/** One command line; the exit status is the answer. A command's code is loaded when it is called, so that `--help` is at hand at once. */
export async function run(argv: readonly string[], at: Terminal = terminal()): Promise<number> {
  const chosen: { work: Work | null } = { work: null };
  try {
    await commands(at, (work) => { chosen.work = work; }).parseAsync([...argv]);
    return chosen.work ? await chosen.work(at) : DONE;
  } catch (error) {
    return explain(error, at);
  }
}

function explain(error: unknown, at: Terminal): ExitStatus {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : UNUSABLE; // commander has said what is wrong
  if (error instanceof DomainError) {
    inWords(error, at).forEach(at.err);
    return REFUSED;
  }
  const known = error instanceof ConfigError || error instanceof EmbeddedPostgresError;
  at.err(databaseProblem(error) ?? (known ? error.message : (error as Error).stack ?? String(error)));
  return UNUSABLE;
}

function commands(at: Terminal, choose: (work: Work) => void): Command {
  const program = new Command('kenshu').description(at.t('cli.description')).version(version()).exitOverride()
    .configureOutput({ writeOut: (text) => at.out(text.trimEnd()), writeErr: (text) => at.err(text.trimEnd()) }).showHelpAfterError();
  const say = (key: string): string => at.t(`cli.${key}`);
  verifyCommand(program, say, choose);
  organizationCommand(program, say, choose);
  program.command('migrate').description(say('migrate.description')).option('--admin <url>', say('migrate.admin'))
    .action((options: { admin?: string }) => choose(async (to) => (await import('./migrate.command.js')).migrateCommand(options, to)));
  program.command('story').description(say('story.description')).option('--out <dir>', say('story.out')).option('--lang <language>', say('story.lang'))
    .action((options: { out?: string; lang?: string }) => choose(async (to) => (await import('./story.command.js')).storyCommand(options, to)));
  program.command('check-ledger').description(say('ledger.description'))
    .action(() => choose(async (to) => (await import('./check-ledger.command.js')).checkLedgerCommand(to)));
  return program;
}

function verifyCommand(program: Command, say: (key: string) => string, choose: (work: Work) => void): void {
  program.command('verify').description(say('verify.description')).argument('<file>', say('verify.file'))
    .option('--anchor <pem>', say('verify.anchor')).option('--json', say('verify.json'))
    .action((file: string, options: { anchor?: string; json?: boolean }) =>
      choose(async (to) => (await import('./verify.command.js')).verifyCommand({ file, ...options }, to)));
}

function organizationCommand(program: Command, say: (key: string) => string, choose: (work: Work) => void): void {
  const organization = program.command('organization').description(say('organization.description'));
  organization.command('create').description(say('organization.create')).requiredOption('--name <name>', say('organization.name'))
    .option('--name-en <name>', say('organization.name_en')).requiredOption('--address <address>', say('organization.address'))
    .option('--prefix <prefix>', say('organization.prefix')).option('--corporate-number <digits>', say('organization.corporate_number'))
    .option('--language <language>', say('organization.language'), 'ja').option('--time-zone <zone>', say('organization.time_zone'), 'Asia/Tokyo')
    .option('--three-persons', say('organization.three_persons'), false)
    .requiredOption('--admin-email <address>', say('organization.admin_email')).requiredOption('--admin-name <name>', say('organization.admin_name'))
    .action((options: import('./create-organization.command.js').CreateOptions) =>
      choose(async (to) => (await import('./create-organization.command.js')).createOrganizationCommand(options, to)));
}

function version(): string {
  return (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}
