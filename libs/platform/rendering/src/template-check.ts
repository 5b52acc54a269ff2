import Handlebars from 'handlebars';
import type { TemplateFile } from './template-files.js';

/** An unescaped output, `{{{x}}}` or `{{&x}}`, and where it stands. */
export interface TripleStash {
  readonly template: string;
  readonly line: number;
  readonly expression: string;
}

export function tripleStashOf(file: TemplateFile): readonly TripleStash[] {
  const found: TripleStash[] = [];
  class Finder extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement): void {
      if (!node.escaped) found.push({ template: file.name, line: node.loc.start.line, expression: (node.path as hbs.AST.PathExpression).original });
      super.MustacheStatement(node);
    }
  }
  new Finder().accept(Handlebars.parse(file.source));
  return found;
}

/** The partials a template names. One chosen at run time cannot be checked beforehand and is refused. */
export function partialsOf(file: TemplateFile): readonly string[] {
  const found: string[] = [];
  const note = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void => {
    if (node.name.type !== 'PathExpression') throw new Error(`${file.name}: a partial chosen at run time`);
    found.push((node.name as hbs.AST.PathExpression).original);
  };
  class Finder extends Handlebars.Visitor {
    override PartialStatement(node: hbs.AST.PartialStatement): void {
      note(node);
      super.PartialStatement(node);
    }

    override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
      note(node);
      super.PartialBlockStatement(node);
    }
  }
  new Finder().accept(Handlebars.parse(file.source));
  return found;
}

/**
 * The parsed template with strict lookups in arguments too. Handlebars' own strict mode looks away there, so that a mistyped
 * `{{#if aproved}}` would silently be false.
 */
export function strictProgram(file: TemplateFile): hbs.AST.Program {
  class Marker extends Handlebars.Visitor {
    override PathExpression(node: hbs.AST.PathExpression): void {
      Object.assign(node, { strict: true });
    }
  }
  const program = Handlebars.parse(file.source);
  new Marker().accept(program);
  return program;
}
