import { setTimeout as wait } from 'node:timers/promises';

/** Asks again until the answer is not false, null or undefined. @throws Error naming what was waited for */
export async function until<T>(what: string, ask: () => Promise<T> | T, deadlineMs = 30_000): Promise<NonNullable<T>> {
  for (const end = performance.now() + deadlineMs; ;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<T>;
    if (performance.now() > end) throw new Error(`waited ${deadlineMs / 1000} s in vain until ${what}`);
    await wait(20);
  }
}
