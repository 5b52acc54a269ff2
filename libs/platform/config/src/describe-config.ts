import './config.js';
import { declaredVariables, type VariableDescription } from './variable.js';

/** Every variable, in the order of the README. */
export function describeConfig(): VariableDescription[] {
  return declaredVariables().map(({ field: _, ...description }) => description);
}

/** The configuration table of the README, in Markdown. */
export function configTable(): string {
  const rows = describeConfig().map(({ name, default: fallback, meaning, secret }) => {
    const shown = fallback.startsWith('(') ? fallback.slice(1, -1) : fallback && `\`${fallback}\``;
    return `| \`${name}\`${secret ? ' 🔒' : ''} | ${shown} | ${meaning.replaceAll('|', '\\|')} |`;
  });
  return ['| Variable (🔒 secret) | Default | Meaning |', '|---|---|---|', ...rows].join('\n');
}
