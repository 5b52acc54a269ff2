import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { configTable } from '@platform/config';
import { PIPELINE } from './pipeline.js';

const root = resolve(__dirname, '../..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
const scripts = (JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;
const business = readdirSync(resolve(root, 'libs')).filter((name) => name !== 'platform');

describe('the README', () => {
  it('shows the pipeline in the order that the import rules enforce', () => {
    const shown = /organization → [\s\S]*?insight/.exec(readme)?.[0].split('→').map((stage) => stage.trim());
    expect(shown).toEqual([...PIPELINE]);
  });
  it('names every lib there is as a stage', () => expect(business.filter((lib) => !(PIPELINE as readonly string[]).includes(lib))).toEqual([]));
  it('has the configuration table that the code would write', () => expect(readme).toContain(configTable().trim()));
  it('promises only scripts that exist', () => {
    const promised = [...readme.matchAll(/npm (?:run )?(start|test|story|bench|prove|schema)\b/g)].map(([, name]) => name);
    expect(new Set(promised)).toEqual(new Set(['start', 'test', 'story', 'bench', 'prove', 'schema']));
    expect(promised.filter((name) => !(name in scripts))).toEqual([]);
  });
  it('links only to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target);
    expect(links.filter((target) => !existsSync(resolve(root, target)))).toEqual([]);
  });
});

describe('every lib and door', () => {
  const folders = [...globSync('libs/platform/*', { cwd: root }), ...business.map((lib) => `libs/${lib}`), ...globSync('apps/*', { cwd: root })];
  it('says what it is in at most forty lines, generated tables apart', () => {
    const wrong = folders.filter((folder) => {
      const file = resolve(root, folder, 'README.md');
      if (!existsSync(file)) return true;
      return readFileSync(file, 'utf8').replace(/\n## Who may\n<!-- generated: who may -->[\s\S]*?<!-- end -->/, '').trimEnd().split('\n').length > 40;
    });
    expect(wrong).toEqual([]);
  });
});
