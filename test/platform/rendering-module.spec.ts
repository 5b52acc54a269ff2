import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Messages } from '@platform/i18n';
import { PdfModule, PdfRenderer, RenderingModule, Templates } from '@platform/rendering';

@Injectable()
class Settings {
  readonly chromiumDir = join(tmpdir(), 'kenshu-never-started');
}

@Module({ providers: [Settings], exports: [Settings] })
class SettingsModule {}

describe('the modules', () => {
  it('a door gets templates and texts', async () => {
    const door = await Test.createTestingModule({ imports: [RenderingModule] }).compile();
    expect(door.get(Templates, { strict: false })).toBeInstanceOf(Templates);
    expect(door.get(Messages, { strict: false }).t('ja', 'common.yes')).toBe('はい');
    expect(() => door.get(PdfRenderer, { strict: false })).toThrow();
  });
  it('the worker gets a renderer made from its settings, closed with the application', async () => {
    const pdf = PdfModule.register({ imports: [SettingsModule], inject: [Settings], useFactory: (settings: Settings) => ({ chromiumDir: settings.chromiumDir }) });
    const worker = await (await Test.createTestingModule({ imports: [pdf] }).compile()).init();
    const renderer = worker.get(PdfRenderer, { strict: false });
    await worker.close();
    await expect(renderer.render('<p>x')).rejects.toMatchObject({ problem: 'closed' });
  });
});
