export { launchChromium, type Chromium, type ChromiumOptions } from './chromium.js';
export { missingGlyphs } from './fonts.js';
export { PdfRenderer, type PdfRendererOptions } from './pdf-renderer.js';
export type { PdfOptions } from './printing-page.js';
export { qrSvg } from './qr.js';
export { RenderingError, type RenderingProblem } from './rendering-error.js';
export { PdfModule, RenderingModule, type PdfSetup } from './rendering.module.js';
export type { TripleStash } from './template-check.js';
export { Templates, type RenderContext, type TemplatesOptions } from './templates.js';
