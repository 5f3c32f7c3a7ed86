import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux, whatever the machine. */
const TICKS_A_SECOND = 100;

interface Stat {
  readonly parent: number;
  /** Its own, in milliseconds. */
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

/** What `/proc` tells of a process; null: there is none such, or no `/proc`. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind its name, which may hold anything, the third field comes first.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ms = (first: number): number => ((Number(fields[first]) + Number(fields[first + 1])) * 1000) / TICKS_A_SECOND;
    return { parent: Number(fields[1]), own: ms(11), ended: ms(13) };
  } catch {
    return null;
  }
}

/** Time of the processor that a process and its children have taken so far, in milliseconds. @throws Error where the system does not tell */
export function processorMs(pid: number): number {
  const own = statOf(pid);
  if (!own) throw new Error('the time of the processor is told by Linux only');
  const children = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []));
  return children.filter(({ parent }) => parent === pid).reduce((sum, each) => sum + each.own, own.own + own.ended);
}

/** The process that started this one. */
export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0;
