import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ExitStatus, Terminal } from './terminal.js';

/** The worked example is played by the process that holds all doors; this only starts it (doors do not import each other). */
export function storyCommand({ out, lang }: { readonly out?: string; readonly lang?: string }, { env }: Terminal): Promise<ExitStatus> {
  const program = join(__dirname, '../../standalone/src/main.js');
  const options = [...(out === undefined ? [] : ['--out', out]), ...(lang === undefined ? [] : ['--lang', lang])];
  const child = spawn(process.execPath, [program, 'story', ...options], { stdio: 'inherit', env });
  // On Ctrl-C the terminal tells both; the child cleans up, and its status is ours.
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGTERM', pass).on('SIGHUP', pass).on('SIGINT', () => undefined);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => done((code ?? 1) as ExitStatus));
  });
}
