import { readFileSync, readdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { PdfRenderer, RenderingError, launchChromium, qrSvg } from '@platform/rendering';
import { chromiumDir } from '../support/chromium.js';

// Unpacked once per checkout, not once per run.
const renderer = new PdfRenderer({ chromiumDir, pages: 2 });
const scratch = mkdtempSync(join(tmpdir(), 'kenshu-rendering-test-'));

beforeAll(() => renderer.start());
afterAll(async () => {
  await renderer.close();
  rmSync(scratch, { recursive: true });
});

async function read(pdf: Buffer): Promise<{ text: string; pages: number; width: number }> {
  const document = await PDF.load(pdf);
  const first = document.getPages()[0];
  return { text: document.extractText().map((page) => page.text).join('\n'), pages: document.getPageCount(), width: Math.round(first?.width ?? 0) };
}

const page = (body: string, head = ''): string => `<!doctype html><html lang="ja"><head><title>試験</title>${head}</head><body>${body}</body></html>`;

describe('a printed document', () => {
  const names = '髙﨑工業 𠮷田 ㈱鷗精機 ① 検収確認書';
  let pdf: Buffer;
  beforeAll(async () => {
    const style = '<style>@page{size:A4;margin:20mm;@bottom-right{content:counter(page) " / " counter(pages) " 頁"}}h2{break-before:page}</style>';
    pdf = await renderer.render(page(`<h1>${names}</h1><p><b>合格</b></p>${qrSvg('https://example.jp')}<h2>別紙</h2><p>\u2f2f場・受領／検収</p>`, style));
  });

  it('keeps its names as text, also the rare ones', async () => {
    const { text } = await read(pdf);
    for (const word of names.split(' ')) expect(text.replace(/\s/g, '')).toContain(word);
    expect(text).toContain('合格');
  });
  it('its words are found as they were written, not as look-alikes that share a glyph', async () => {
    expect((await read(pdf)).text.replace(/\s/g, '')).toContain('工場・受領／検収');
  });
  it('numbers its pages from CSS and is tagged', async () => {
    const { text, pages, width } = await read(pdf);
    expect([pages, width]).toEqual([2, 595]);
    expect(text.replace(/\s/g, '')).toContain('2/2頁');
    expect(pdf.includes('/StructTreeRoot')).toBe(true);
    expect(pdf.includes('/Lang (ja)')).toBe(true);
  });
  it('embeds our font in both weights and no other', () => {
    const fonts = new Set([...pdf.toString('latin1').matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map((match) => match[1]));
    expect([...fonts].sort()).toEqual(['NotoSansJP-Bold', 'NotoSansJP-Regular']);
  });
  it('turns on its side when asked, unless its own @page says the size', async () => {
    expect((await read(await renderer.render(page('横'), { landscape: true }))).width).toBe(842);
    expect((await read(await renderer.render(page('縦', '<style>@page{size:A5}</style>'), { landscape: true }))).width).toBe(420);
  });
});

describe('a document from strangers', () => {
  let connections = 0;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    writeFileSync(join(scratch, 'secret.txt'), 'SECRET', { mode: 0o644 });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('runs no script', async () => {
    const { text } = await read(await renderer.render(page('<p>前</p><script>document.body.append("RAN")</script><img src="data:x" onerror="document.body.append(\'RAN\')"><noscript>NOSCRIPT</noscript>')));
    expect(text).toContain('前');
    expect(text).toContain('NOSCRIPT');
    expect(text).not.toContain('RAN');
  });
  it('fetches nothing: no picture, style, font, frame, object, media, hint or refresh', async () => {
    const head = `<link rel="stylesheet" href="${url}/a.css"><link rel="icon" href="${url}/i"><link rel="preconnect" href="${url}"><link rel="dns-prefetch" href="${url}">
      <link rel="prefetch" href="${url}/p"><style>@import url(${url}/b.css);@font-face{font-family:x;src:url(${url}/f)}p{background:url(${url}/g);font-family:x}</style>`;
    const { text } = await read(await renderer.render(page(`<img src="${url}/i" alt="ALT-HTTP"><p>本文</p><iframe src="${url}/f"></iframe><object data="${url}/o"></object>
      <embed src="${url}/e"><video src="${url}/v" poster="${url}/w"></video><svg><image href="${url}/s"/><use href="${url}/u#x"/></svg><iframe srcdoc="<img src='${url}/n'>"></iframe>`, head)));
    expect(text).toContain('ALT-HTTP');
    expect(text).toContain('本文');
    expect(connections).toBe(0);
  });
  it('reads no file of this machine', async () => {
    const file = `file://${join(scratch, 'secret.txt')}`;
    const { text } = await read(await renderer.render(page(`<img src="${file}" alt="ALT-FILE"><iframe src="${file}"></iframe><object data="${file}"></object><embed src="${file}">`)));
    expect(text).toContain('ALT-FILE');
    expect(text).not.toContain('SECRET');
  });
  it.each(['0', '0.02'])('that leads the page elsewhere after %s s harms itself at most: the next ones are whole', async (delay) => {
    for (const target of [`${url}/r`, 'data:text/html,AWAY', 'about:blank', `file://${scratch}/secret.txt`]) {
      const away = await renderer.render(page('<p>そのまま</p>', `<meta http-equiv="refresh" content="${delay};url=${target}">`)).then(read, (error) => error);
      if (!(away instanceof RenderingError)) expect(away.text.trim()).toBe('そのまま');
      const after = await Promise.all([1, 2, 3].map((n) => renderer.render(page(`次の文書${n}`)).then(read)));
      expect(after.map(({ text }) => text.trim())).toEqual(['次の文書1', '次の文書2', '次の文書3']);
    }
    expect(connections).toBe(0);
  });
  it('may carry its own pictures', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>').toString('base64');
    const { text } = await read(await renderer.render(page(`<img alt="ALT-DATA" src="data:image/svg+xml;base64,${svg}">図`)));
    expect(text).toContain('図');
    expect(text).not.toContain('ALT-DATA');
  });
});

describe('the renderer', () => {
  const mine = (): { pid: number; profile: string }[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      const profile = new RegExp(`--user-data-dir=(\\S*profile\\.${hostname()}\\.${process.pid}\\.[0-9a-f]+)\0`).exec(command)?.[1];
      return profile && !command.includes('--type=') ? [{ pid: Number(name), profile }] : [];
    } catch {
      return [];
    }
  });

  it('prints many at once, each its own', async () => {
    const texts = await Promise.all(Array.from({ length: 12 }, (_, n) => renderer.render(page(`文書${n}号`)).then(read)));
    expect(texts.map(({ text }) => text.trim())).toEqual(Array.from({ length: 12 }, (_, n) => `文書${n}号`));
  });
  it('runs its browser with a sandbox, never as root, and without our secrets', () => {
    const [browser] = mine();
    expect(readFileSync(`/proc/${browser?.pid}/status`, 'utf8')).not.toMatch(/^Uid:\t0/m);
    expect(readFileSync(`/proc/${browser?.pid}/cmdline`, 'utf8')).not.toContain('no-sandbox');
    const renderers = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer') && readFileSync(`/proc/${name}/status`, 'utf8').includes('Seccomp:\t2');
      } catch {
        return false;
      }
    });
    expect(renderers.length).toBeGreaterThan(0);
  });
  it('a document that takes too long fails alone', async () => {
    const slow = renderer.render(page('<p>長い'.repeat(200_000)), { timeoutMs: 20 });
    const other = renderer.render(page('短い')).then(read);
    await expect(slow).rejects.toMatchObject({ problem: 'timeout' });
    expect((await other).text).toContain('短い');
  });
  it('a killed browser is started again under the document it was printing', async () => {
    const before = mine();
    expect(before).toHaveLength(1);
    const printing = renderer.render(page('<p>復旧'));
    process.kill(before[0]?.pid as number, 'SIGKILL');
    expect((await read(await printing)).text).toContain('復旧');
    expect(mine().map(({ pid }) => pid)).not.toEqual(before.map(({ pid }) => pid));
  });
  it('takes a fresh browser after its share of documents and leaves no profile behind', async () => {
    const short = new PdfRenderer({ chromiumDir, pages: 2, recycleAfter: 3 });
    const texts = await Promise.all(Array.from({ length: 8 }, (_, n) => short.render(page(`交代${n}`)).then(read)));
    expect(texts.map(({ text }) => text.trim())).toEqual(Array.from({ length: 8 }, (_, n) => `交代${n}`));
    await short.close();
    await expect(short.render(page('後'))).rejects.toMatchObject({ problem: 'closed' });
    expect(mine()).toHaveLength(1);
  });
  it('a browser that was configured and is not there is an error, not another browser', async () => {
    const launch = launchChromium({ chromiumDir, executablePath: join(scratch, 'nothing') });
    await expect(launch).rejects.toThrow(/PUPPETEER_EXECUTABLE_PATH.*nothing/);
    await expect(launch).rejects.toBeInstanceOf(RenderingError);
  });
  it('a browser that does not start says what it said', async () => {
    await expect(launchChromium({ chromiumDir, executablePath: '/bin/false' })).rejects.toMatchObject({ problem: 'browser_failed' });
  });
  it('names what it could not print', () => expect(renderer.missingGlyphs('髙﨑 𠮷田 😀')).toEqual(['😀']));
});
