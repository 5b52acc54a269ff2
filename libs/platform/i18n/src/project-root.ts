import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The checkout's own directory: where package.json, templates/ and data files live. Found by walking up, so the same code works
 * from libs/ (jest) and from dist/ (which holds no package.json).
 * @throws Error when no package.json of this product is above `from`.
 */
export function projectRoot(from: string = __dirname): string {
  for (let directory = from; ; directory = dirname(directory)) {
    const file = join(directory, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'kenshu') return directory;
    if (dirname(directory) === directory) throw new Error(`No package.json of kenshu above ${from}`);
  }
}
