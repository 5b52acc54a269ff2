import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Language } from '@platform-pure/tenancy';
import { DEFAULT_ZONE, projectRoot, type Messages } from '@platform/i18n';
import { partialsOf, strictProgram, tripleStashOf, type TripleStash } from './template-check.js';
import { readTemplates, type TemplateFile, type TemplateKind } from './template-files.js';
import { HELPER_NAMES, templateHelpers } from './template-helpers.js';

export interface RenderContext {
  readonly language: Language;
  /** IANA zone for dates and times; Asia/Tokyo unless said otherwise. */
  readonly zone?: string;
  /** Name of a layout, e.g. `portal/_layout/page`; it gets the same view and the page as `{{body}}`. */
  readonly layout?: string;
  /** Anything else is reachable everywhere as `@name` (`{{@csrfToken}}`). */
  readonly [name: string]: unknown;
}

export interface TemplatesOptions {
  readonly directory?: string;
  /** Templates that may print unescaped; a triple-stash anywhere else is an error at start. */
  readonly tripleStash?: readonly string[];
}

type Environment = ReturnType<typeof Handlebars.create>;

const COMPILE: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { ...Object.fromEntries(HELPER_NAMES.map((name) => [name, true])), log: false },
};

/**
 * Strict Handlebars: a field the view does not have, an unknown helper, partial or text is an error, never an empty place.
 * Views are plain objects; nothing of a prototype is reachable.
 */
export class Templates {
  private readonly files: ReadonlyMap<string, TemplateFile>;
  private readonly partials: readonly TemplateFile[];
  private readonly environments: Readonly<Record<TemplateKind, Environment>>;
  private readonly compiled = new Map<string, Handlebars.TemplateDelegate>();

  /** Reads templates/ once. @throws Error for a template that does not parse or prints unescaped without leave. */
  constructor(messages: Messages, options: TemplatesOptions = {}) {
    const all = readTemplates(options.directory ?? join(projectRoot(), 'templates'));
    this.partials = all.filter((file) => file.role === 'partial');
    this.files = new Map(all.filter((file) => file.role !== 'partial').map((file) => [file.name, file]));
    const stray = this.listTripleStash().find((found) => !options.tripleStash?.includes(found.template));
    if (stray) throw new Error(`${stray.template}:${stray.line} prints {{{${stray.expression}}}} unescaped`);
    // Two environments, so that a mail's partial, which does not escape, is out of every page's reach.
    this.environments = { html: this.environment(messages, 'html'), text: this.environment(messages, 'text') };
  }

  /** @throws Error for an unknown template and for every hole in the view. */
  render(name: string, view: object, context: RenderContext): string {
    const { layout, ...data } = context;
    const runtime: Handlebars.RuntimeOptions = {
      data: { ...data, zone: data.zone ?? DEFAULT_ZONE },
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    };
    const body = this.template(name)(view, runtime);
    if (layout === undefined) return body;
    if (this.file(layout).kind !== this.file(name).kind) throw new Error(`${name} and its layout ${layout} are not of one kind`);
    return this.template(layout)({ ...view, body: new Handlebars.SafeString(body) }, runtime);
  }

  /** Pages, mails and documents: everything that can be rendered by itself. */
  names(): readonly string[] {
    return [...this.files.values()].filter((file) => file.role === 'page').map((file) => file.name);
  }

  listTripleStash(): readonly TripleStash[] {
    return [...this.files.values(), ...this.partials].flatMap(tripleStashOf);
  }

  /** Compiles everything now, for the architecture test. @throws Error that names the template. */
  compileAll(): void {
    for (const file of [...this.files.values(), ...this.partials]) {
      try {
        this.environments[file.kind].precompile(strictProgram(file), { ...COMPILE });
        const unknown = partialsOf(file).find((partial) => !this.partials.some((known) => known.name === partial && known.kind === file.kind));
        if (unknown) throw new Error(`unknown partial ${unknown}`);
      } catch (error) {
        throw new Error(`${file.name}: ${(error as Error).message}`, { cause: error });
      }
    }
  }

  private template(name: string): Handlebars.TemplateDelegate {
    let template = this.compiled.get(name);
    if (!template) {
      template = compile(this.environments[this.file(name).kind], this.file(name));
      this.compiled.set(name, template);
    }
    return template;
  }

  private file(name: string): TemplateFile {
    const file = this.files.get(name);
    if (!file) throw new Error(`No template ${name}`);
    return file;
  }

  private environment(messages: Messages, kind: TemplateKind): Environment {
    const environment = Handlebars.create();
    environment.unregisterHelper('log');
    environment.registerHelper(templateHelpers(messages));
    for (const file of this.partials.filter((partial) => partial.kind === kind)) environment.registerPartial(file.name, compile(environment, file));
    return environment;
  }
}

function compile(environment: Environment, file: TemplateFile): Handlebars.TemplateDelegate {
  return environment.compile(strictProgram(file), { ...COMPILE, noEscape: file.kind === 'text' });
}
