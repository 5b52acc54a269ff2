import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A text template is a mail body or a subject: nothing is escaped in it, and it never meets HTML. */
export type TemplateKind = 'html' | 'text';

export interface TemplateFile {
  /** Path below templates/ without `.hbs`; a partial's without `_partials/` and `.txt` too: `{{> portal/thread}}`. */
  readonly name: string;
  readonly kind: TemplateKind;
  readonly role: 'page' | 'layout' | 'partial';
  readonly source: string;
}

export function readTemplates(root: string): readonly TemplateFile[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => describeFile(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')));
}

function describeFile(path: string, source: string): TemplateFile {
  const kind = path.endsWith('.txt.hbs') ? 'text' : 'html';
  const name = path.slice(0, -'.hbs'.length);
  if (!/(^|\/)_partials\//.test(path)) return { name, kind, source, role: /(^|\/)_layout\//.test(path) ? 'layout' : 'page' };
  return { name: name.replace(/(^|\/)_partials\//, '$1').replace(/\.txt$/, ''), kind, source, role: 'partial' };
}
