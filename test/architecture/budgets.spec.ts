import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** What eslint says about a text, as if it were that file. */
function rulesBrokenBy(text: string, file: string): string[] {
  const eslint = resolve(root, 'node_modules/eslint/bin/eslint.js');
  const run = (): string => {
    try {
      return execFileSync(process.execPath, [eslint, '--stdin', '--stdin-filename', file, '--format', 'json'], { cwd: root, input: text, encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  return (JSON.parse(run()) as { messages: { ruleId: string }[] }[])[0].messages.map(({ ruleId }) => ruleId);
}

const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('the budgets are lint errors', () => {
  it.each([
    ['a file of more than 200 lines', lines(201, (index) => `export const x${index} = ${index};`), 'libs/request/src/x.ts', 'max-lines'],
    ['a function of more than 40 lines', `export function f(): void {\n${lines(41, (index) => `  void ${index};`)}\n}`, 'libs/request/src/x.ts', 'max-lines-per-function'],
    ['a controller method of more than 15 lines', `export class C {\n  m(): void {\n${lines(16, (index) => `    void ${index};`)}\n  }\n}`, 'apps/portal/src/x.controller.ts', 'max-lines-per-function'],
    ['more than six collaborators', 'export class C { constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1, readonly e: 1, readonly f: 1, readonly g: 1) {} }', 'libs/request/src/x.ts', 'max-params'],
    ['the global Response as a type', 'export const x = (r: Response): void => { void r; };', 'libs/request/src/x.ts', '@typescript-eslint/no-restricted-types'],
    ['printing to the console', "console.log('hello');", 'libs/request/src/x.ts', 'no-console'],
  ])('%s', (_what, text, file, rule) => expect(rulesBrokenBy(`${text}\n`, file)).toContain(rule));

  it('but tests may be long', () => expect(rulesBrokenBy(`${lines(201, (index) => `export const x${index} = ${index};`)}\n`, 'libs/request/src/x.spec.ts')).toEqual([]));
});
