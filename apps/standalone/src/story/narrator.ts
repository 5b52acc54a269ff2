import type { Messages } from '@platform/i18n';
import { formatDateTime } from '@platform/i18n';
import type { Language } from '@platform/tenancy';
import type { Player } from './player.js';

/** Prints each step in a sentence: when, who, what; and how far the story is. */
export class Narrator {
  private step = 0;

  constructor(
    private readonly messages: Messages, readonly language: Language, private readonly steps: number, private readonly print: (line: string) => void,
  ) {}

  tell(at: Date, who: Player | null, key: string, params: Readonly<Record<string, string | number>>): void {
    this.step += 1;
    const progress = `[${String(Math.min(99, Math.round((this.step / this.steps) * 100))).padStart(2)}%]`;
    const actor = who ? (this.language === 'ja' ? `${who.department} ${who.name}: ` : `${who.name} (${who.department}): `) : '';
    this.print(`${progress} ${formatDateTime(at, this.language)}  ${actor}${this.messages.t(this.language, `story.${key}`, params)}`);
  }

  /** A line without time and actor. */
  say(key: string, params: Readonly<Record<string, string | number>> = {}): void {
    this.print(this.messages.t(this.language, `story.${key}`, params));
  }
}
