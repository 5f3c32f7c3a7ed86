import { useLingui } from '@lingui/react/macro';
import { tell } from './toasts.js';
import { done } from './undo.js';
import type { Outcome } from './use-edit.js';

/**
 * Does something that can be taken back, and tells so; or why it was not done.
 *
 * @returns runs it: what was done in words, how to do it and how to take it back; each tells why not, null when it did
 */
export function useStep(): (
  says: string,
  redo: () => Promise<string | null>,
  undo: () => Promise<string | null>,
) => Promise<void> {
  const { t } = useLingui();
  return async (says, redo, undo) => {
    const why = await redo();
    if (why === null) done({ says, undo, redo });
    else tell({ title: t`Not done`, detail: why, isMistake: true });
  };
}

/** Why a mutation did nothing, in the server's words; null: it did. */
export const whyNot = (outcome: Outcome<unknown>): string | null =>
  outcome.ok ? null : outcome.refusals.map(({ message }) => message).join('; ');
