import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Messages } from '@platform/i18n';
import { Templates, type TemplatesOptions } from './templates.js';

const messages = new Messages();
const directories: string[] = [];
afterAll(() => directories.forEach((directory) => rmSync(directory, { recursive: true })));

function templates(files: Record<string, string>, options: TemplatesOptions = {}): Templates {
  const directory = mkdtempSync(join(tmpdir(), 'kenshu-templates-'));
  directories.push(directory);
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), source);
  }
  return new Templates(messages, { directory, ...options });
}

const ja = { language: 'ja', zone: 'Asia/Tokyo' } as const;
const render = (source: string, view: object, context = {}): string => templates({ 'x.hbs': source }).render('x', view, { ...ja, ...context });

describe('strictness', () => {
  it('a field the view does not have is an error, also inside a condition', () => {
    expect(() => render('{{name}}', {})).toThrow('name');
    expect(() => render('{{#if open}}x{{/if}}', {})).toThrow('open');
    expect(() => render('{{#if (not a.open)}}x{{/if}}', { a: {} })).toThrow('open');
    expect(() => render('{{#each rows}}x{{/each}}', {})).toThrow('rows');
    expect(() => render('{{t "common.items" count=n}}', {})).toThrow('n');
    expect(render('{{#each rows}}{{@index}}{{#if @last}}.{{/if}}{{this}}{{../x}}{{/each}}', { rows: ['a', 'b'], x: 1 })).toBe('0a11.b1');
    const partial = { 'p.hbs': '{{> q on=true}}', '_partials/q.hbs': '{{#if on}}{{#if off}}{{/if}}{{/if}}' };
    expect(() => templates(partial).render('p', {}, ja)).toThrow('off');
    expect(() => render('{{a.b}}', { a: {} })).toThrow('b');
    expect(render('[{{name}}]', { name: null })).toBe('[]');
  });
  it('nothing of a prototype is reachable', () => {
    class Entity {
      own = 'own';
      get secret(): string {
        return 'secret';
      }
    }
    expect(render('{{own}}|{{secret}}|', new Entity())).toBe('own||');
    expect(() => render('{{constructor.name}}', new Entity())).toThrow();
    expect(render('{{lookup this "__proto__"}}', {})).toBe('');
  });
  it('an unknown helper, partial, text or template is an error', () => {
    expect(() => render('{{shout name}}', { name: 'x' })).toThrow('shout');
    expect(() => render('{{log "x"}}', {})).toThrow('log');
    expect(() => render('{{> nowhere}}', {})).toThrow('nowhere');
    expect(() => render('{{t "common.nowhere"}}', {})).toThrow('common.nowhere');
    expect(() => templates({}).render('nowhere', {}, ja)).toThrow('nowhere');
  });
  it('compiling everything finds what rendering has not met yet', () => {
    expect(() => templates({ 'a/x.hbs': '{{#if a}}{{shout name}}{{/if}}' }).compileAll()).toThrow('a/x: ');
    expect(() => templates({ 'a.hbs': '{{> b}}' }).compileAll()).toThrow('unknown partial b');
    expect(() => templates({ 'a.hbs': '{{> (lookup this "b")}}' }).compileAll()).toThrow('run time');
    expect(() => templates({ 'a.hbs': '{{> b}}', '_partials/b.hbs': '{{t "common.yes"}}' }).compileAll()).not.toThrow();
  });
});

describe('escaping', () => {
  const evil = `<img src=x onerror="a('b')">`;
  it('what people wrote is escaped in pages, texts and their parameters', () => {
    expect(render('{{name}}', { name: evil })).not.toMatch(/[<"']/);
    expect(render('{{t "common.errors.unprintable" characters=name}}', { name: evil })).not.toContain('<');
    expect(render('{{concat name "!"}}', { name: evil })).not.toContain('<');
  });
  it('mails are plain text, and a partial of theirs never unescapes a page', () => {
    const both = templates({
      'mail.txt.hbs': '{{> name}}', 'page.hbs': '{{> name}}', '_partials/name.hbs': 'H{{name}}', '_partials/name.txt.hbs': 'T{{name}}',
    });
    expect(both.render('mail.txt', { name: evil }, ja)).toBe(`T${evil}`);
    expect(both.render('page', { name: evil }, ja)).toMatch(/^H&lt;/);
  });
  it('a triple-stash is listed with its place, and stops the start unless it is allowed', () => {
    const files = { 'a/x.hbs': 'x\n{{{html}}}{{&more}}{{fine}}' };
    expect(() => templates(files)).toThrow('a/x:2');
    expect(templates(files, { tripleStash: ['a/x'] }).listTripleStash()).toEqual([
      { template: 'a/x', line: 2, expression: 'html' }, { template: 'a/x', line: 2, expression: 'more' },
    ]);
    expect(() => templates({ '_partials/p.hbs': '{{{html}}}' })).toThrow('p:1');
  });
});

describe('layouts and partials', () => {
  const site = templates({
    'portal/_layout/page.hbs': '<html lang="{{@language}}"><title>{{title}}</title>{{body}}</html>',
    'portal/_partials/row.hbs': '<td>{{@csrf}} {{name}} {{date on}}</td>',
    'portal/supplier/list.hbs': '{{#each rows}}{{> portal/row}}{{/each}}',
    'mail/_layout/mail.txt.hbs': '{{body}}--',
    'mail/hello.txt.hbs': 'A & B',
  });
  it('a page stands in its layout unescaped, with the layout’s own fields', () => {
    const html = site.render('portal/supplier/list', { title: '<一覧>', rows: [{ name: '髙﨑', on: '2026-11-20' }] },
      { ...ja, layout: 'portal/_layout/page', csrf: 'tok' });
    expect(html).toBe('<html lang="ja"><title>&lt;一覧&gt;</title><td>tok 髙﨑 2026年11月20日</td></html>');
  });
  it('a text has a text layout only', () => {
    expect(site.render('mail/hello.txt', {}, { ...ja, layout: 'mail/_layout/mail.txt' })).toBe('A & B--');
    expect(() => site.render('mail/hello.txt', {}, { ...ja, layout: 'portal/_layout/page' })).toThrow('kind');
  });
  it('only what can be rendered by itself has a name', () => expect(site.names()).toEqual(['mail/hello.txt', 'portal/supplier/list']));
});

describe('helpers', () => {
  it('dates, times, numbers and sizes follow language and zone', () => {
    const view = { at: new Date('2026-11-20T05:05:00Z'), on: '2026-11-20', none: null, n: 1234.5, size: 2048 };
    const source = '{{date on}}|{{dateTime at}}|{{date none}}{{dateTime none}}{{number none}}|{{number n digits=2}}|{{fileSize size}}';
    expect(render(source, view)).toBe('2026年11月20日|2026年11月20日 14:05 JST||1,234.50|2.0 KB');
    expect(render(source, view, { language: 'en', zone: 'UTC' })).toBe('20 Nov 2026|20 Nov 2026 05:05 UTC||1,234.50|2.0 KB');
    expect(templates({ 'x.hbs': '{{dateTime at}}' }).render('x', view, { language: 'ja' })).toContain('14:05 JST');
  });
  it('conditions compare strictly and see an empty list as false, as #if does', () => {
    expect(render('{{#if (and a (not none) (or none b))}}y{{else}}n{{/if}}', { a: 1, b: 'x', none: [] })).toBe('y');
    expect(render('{{#if (eq a "1")}}y{{else}}n{{/if}}', { a: 1 })).toBe('n');
    expect(render('{{t (concat "common.state." state)}}', { state: 'draft' })).toBe('作成中');
  });
  it('a QR code is drawn without a triple-stash', () => expect(render('{{qr url label="検証"}}', { url: 'https://example.jp' })).toMatch(/^<svg.*検証/));
});

it('every shipped template compiles', () => expect(() => new Templates(messages).compileAll()).not.toThrow());
