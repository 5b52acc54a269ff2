import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HEAP_MB, MEMORY_BYTES, TIME_MS } from './parsing/limits.js';
import type { Answer } from './parsing/refusal.js';

const FROM_SOURCE = __filename.endsWith('.ts');
const PROGRAM = resolve(__dirname, 'parsing', FROM_SOURCE ? 'child.ts' : 'child.js');
/** Tests run the sources: Node strips the types itself, only our `./x.js` must be found as `./x.ts`. */
const SOURCES = 'data:text/javascript,import{registerHooks}from"node:module";registerHooks({resolve:(s,c,n)=>n(c.parentURL?.endsWith(".ts")?s.replace(/\\.js$/,".ts"):s,c)})';
/** No writing, no children, no native code: the reader of strangers' files needs none of it. */
const ARGUMENTS = [`--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=4', '--permission', '--allow-fs-read=*', '--disable-warning=ExperimentalWarning', ...(FROM_SOURCE ? ['--import', SOURCES] : [])];
const LOOK_MS = 25;

/** Reads the file in a process of its own, which is killed when it takes too long or too much memory: then the file is too large. */
export function readInProcess(path: string): Promise<Answer> {
  const child = fork(PROGRAM, [], { execArgv: ARGUMENTS, env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return new Promise((done) => {
    const end = (answer: Answer) => {
      clearTimeout(clock);
      clearInterval(scale);
      child.kill('SIGKILL');
      done(answer);
    };
    const clock = setTimeout(() => end({ refused: 'too_large' }), TIME_MS);
    const scale = setInterval(() => void weigh(child).then((bytes) => { if (bytes > MEMORY_BYTES) end({ refused: 'too_large' }); }), LOOK_MS);
    child.once('message', (answer) => end(answer as Answer));
    child.once('error', () => end({ refused: 'unreadable' }));
    // Out of its heap it aborts: by signal, or with the exit code that stands for one.
    child.once('exit', (code) => end({ refused: code === null || code > 128 ? 'too_large' : 'unreadable' }));
    child.send(path, () => undefined);
  });
}

/** Bytes of resident memory, where the system tells (Linux); elsewhere the limit of the heap alone holds. */
async function weigh(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
