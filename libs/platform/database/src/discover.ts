import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const libsRoot = resolve(__dirname, '../../..');
const isCode = (name: string): boolean => /\.(ts|js)$/.test(name) && !/\.(spec|d)\.(ts|js)$/.test(name);

type Constructor = new (...parameters: never[]) => object;

/** Every exported class of the files that match, found below libs/: a lib's entities and migrations are listed nowhere else. */
function classesOf(matches: (path: string) => boolean): Constructor[] {
  const files = readdirSync(libsRoot, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isCode(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules') && matches(path))
    .sort();
  return files.flatMap((file) => Object.values(require(file) as object).filter((value) => typeof value === 'function')) as Constructor[];
}

export const entityClasses = (): Constructor[] => classesOf((path) => /\.entity\.(ts|js)$/.test(path));

/** In the order of their numbers, which is the order of the pipeline. */
export function migrationClasses(): Constructor[] {
  const number = (type: Constructor): number => Number(type.name.slice(-13));
  return classesOf((path) => dirname(path).endsWith('migrations')).sort((a, b) => number(a) - number(b));
}
