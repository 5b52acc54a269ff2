import 'reflect-metadata';
import { run } from './program.js';

// `kenshu verify FILE | head`: a reader who has seen enough is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'EPIPE') throw error; });

void run(process.argv).then((status) => { process.exitCode = status; });
