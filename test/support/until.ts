import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until it holds, and says what for when it never does. */
export async function until(what: string, holds: () => Promise<boolean>, limitMs = 50_000): Promise<void> {
  for (const end = Date.now() + limitMs; !(await holds()); await sleep(50)) {
    if (Date.now() > end) throw new Error(`waited ${limitMs / 1000} s in vain until ${what}`);
  }
}
