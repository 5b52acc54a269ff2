import { readFile } from './read-file.js';

/** The program of the reading process: one path in, one answer out, and it is gone. */
process.once('message', (path: string) => {
  void readFile(path).then((answer) => process.send?.(answer, () => process.disconnect()));
});
