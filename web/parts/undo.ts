import { t } from '@lingui/core/macro';
import { notices, tell } from './toasts.js';

/** Something that was done and can be taken back, by the inverse mutation. */
export interface Step {
  /** What was done: "Waived". */
  readonly says: string;
  /** @returns why it could not be taken back; null: it was */
  readonly undo: () => Promise<string | null>;
  /** @returns why it could not be done again; null: it was */
  readonly redo: () => Promise<string | null>;
}

/** How far back. */
const MOST = 50;

/** What was done on this page, to be taken back in its order. Others may have gone on since: then it is told, and nothing is lost. */
export class UndoStack {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];
  private busy: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  /** @param failed told why a step could not be taken back or done again */
  constructor(private readonly failed: (step: Step, why: string) => void) {}

  /** Keeps a step that was done. What was taken back before can no longer be done again. */
  push(step: Step): void {
    this.done.push(step);
    if (this.done.length > MOST) this.done.shift();
    this.undone.length = 0;
    for (const listener of this.listeners) listener();
  }

  /** @param told something was done. @returns ends it */
  subscribe(told: () => void): () => void {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  }

  /** Forgets all: somebody else is there. */
  clear(): void {
    this.done.length = 0;
    this.undone.length = 0;
  }

  undo(): Promise<void> {
    return this.move(this.done, this.undone, (step) => step.undo());
  }

  redo(): Promise<void> {
    return this.move(this.undone, this.done, (step) => step.redo());
  }

  /** One at a time: two that overtake each other would conflict. A step that fails is dropped. */
  private move(from: Step[], to: Step[], act: (step: Step) => Promise<string | null>): Promise<void> {
    this.busy = this.busy.then(async () => {
      const step = from.pop();
      if (!step) return;
      const why = await act(step).catch(() => t`It broke off. Look whether it was done.`);
      if (why === null) to.push(step);
      else this.failed(step, why);
    });
    return this.busy;
  }
}

/** That of this page. */
export const undoStack = new UndoStack(({ says }, why) => tell({ title: says, detail: why, isMistake: true }));

/** Tells that something was done, with a way to take it back: by the notice, or by key. */
export function done(step: Step): void {
  const notice = tell({ title: step.says, undo: () => void undoStack.undo() });
  undoStack.push({
    ...step,
    undo: () => {
      // What was taken back by key is not offered again: the button would take back what was done before it.
      notices.close(notice);
      return step.undo();
    },
  });
}
