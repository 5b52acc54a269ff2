import { Global, Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown, type Type } from '@nestjs/common';
import { I18nModule, Messages } from '@platform/i18n';
import { PdfRenderer, type PdfRendererOptions } from './pdf-renderer.js';
import { Templates } from './templates.js';

/** Templates only: every door has it. */
@Global()
@Module({
  imports: [I18nModule],
  providers: [{ provide: Templates, useFactory: (messages: Messages) => new Templates(messages), inject: [Messages] }],
  exports: [Templates],
})
export class RenderingModule {}

@Injectable()
class EndBrowser implements OnApplicationShutdown {
  constructor(@Inject(PdfRenderer) private readonly renderer: PdfRenderer) {}

  onApplicationShutdown(): Promise<void> {
    return this.renderer.close();
  }
}

/** How the worker's settings become the renderer's; `imports` is needed unless what is injected is global. */
export interface PdfSetup {
  readonly imports?: readonly Type[];
  readonly inject: readonly Type[];
  readonly useFactory: (...args: never[]) => PdfRendererOptions;
}

/** The browser: imported by the worker alone (design §6). */
@Module({})
export class PdfModule {
  static register(setup: PdfSetup): DynamicModule {
    const useFactory = (...args: never[]): PdfRenderer => new PdfRenderer(setup.useFactory(...args));
    return {
      module: PdfModule,
      global: true,
      imports: [...(setup.imports ?? [])],
      providers: [{ provide: PdfRenderer, useFactory, inject: [...setup.inject] }, EndBrowser],
      exports: [PdfRenderer],
    };
  }
}
