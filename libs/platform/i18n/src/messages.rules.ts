export type MessageParams = Readonly<Record<string, unknown>>;

const PARAM = /\{([a-zA-Z][a-zA-Z0-9_]*)\}/g;

/** The parameter names a text asks for, sorted, each once. */
export function paramsOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PARAM)].map((match) => match[1] as string))].sort();
}

/**
 * Puts values into `{name}` places. A value that itself holds braces is printed as it is, not filled again.
 * @throws Error when the text asks for a value that is missing; values it does not ask for are ignored.
 */
export function fill(text: string, params: MessageParams = {}): string {
  return text.replace(PARAM, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`The text "${text}" needs a value for {${name}}`);
    return String(value);
  });
}

/** What keeps the two languages from being complete: a key, a parameter or a text that only one of them has. */
export function compareLanguages(ja: ReadonlyMap<string, string>, en: ReadonlyMap<string, string>): readonly string[] {
  const problems: string[] = [];
  for (const key of [...new Set([...ja.keys(), ...en.keys()])].sort()) {
    const [a, b] = [ja.get(key), en.get(key)];
    if (a === undefined) problems.push(`${key}: missing in ja`);
    else if (b === undefined) problems.push(`${key}: missing in en`);
    else if (a.trim() === '' || b.trim() === '') problems.push(`${key}: empty`);
    else if (paramsOf(a).join() !== paramsOf(b).join()) problems.push(`${key}: {${paramsOf(a).join()}} in ja, {${paramsOf(b).join()}} in en`);
  }
  return problems;
}
