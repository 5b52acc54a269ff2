/** A statement as a stranger's bytes: of this version, an older or a later one. What is not there is not shown. */
export class StatementReader {
  constructor(private readonly statement: Readonly<Record<string, unknown>>) {}

  /** The text at `a.b.c`; null when it is anything but a text with something in it. */
  text(path: string): string | null {
    const found = this.at(path);
    return typeof found === 'string' && found.trim() !== '' ? found : null;
  }

  number(path: string): number | null {
    const found = this.at(path);
    return typeof found === 'number' && Number.isFinite(found) ? found : null;
  }

  flag(path: string): boolean {
    return this.at(path) === true;
  }

  /** A calendar date, YYYY-MM-DD. */
  date(path: string): string | null {
    const found = this.text(path);
    return found !== null && /^\d{4}-\d{2}-\d{2}$/.test(found) ? found : null;
  }

  list(path: string): readonly StatementReader[] {
    const found = this.at(path);
    return Array.isArray(found) ? found.filter(isRecord).map((entry) => new StatementReader(entry)) : [];
  }

  private at(path: string): unknown {
    return path.split('.').reduce<unknown>((inside, key) => (isRecord(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined), this.statement);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
