import { useLingui } from '@lingui/react/macro';
import { tell } from '../../parts/toasts.js';
import { done } from '../../parts/undo.js';
import { useEdit, type Refusal } from '../../parts/use-edit.js';
import type { Source } from './documents.js';
import { REINSTATE, RETRACT } from './edits.js';

export interface Retraction {
  readonly isRunning: boolean;
  /** @returns why it was refused; empty when it was not */
  retract(reason: string): Promise<readonly Refusal[]>;
  reinstate(): Promise<readonly Refusal[]>;
}

/**
 * Retracts a source, which can be taken back, and reinstates it.
 *
 * @param onJob told the job that judges again what rests on it
 */
export function useRetraction({ id: sourceId, version }: Source, onJob: (id: string) => void): Retraction {
  const { t } = useLingui();
  const [sendRetract, isRetracting] = useEdit(RETRACT, (data) => data.retractSource, true);
  const [sendReinstate, isReinstating] = useEdit(REINSTATE, (data) => data.reinstateSource, true);

  /** @param reason null: reinstates it. @param seen its version as it was seen; then it holds that which it has now */
  const send = async (reason: string | null, seen: { version: number }): Promise<readonly Refusal[]> => {
    const expected = { sourceId, expectedVersion: seen.version };
    const outcome =
      reason === null
        ? await sendReinstate({ input: expected })
        : await sendRetract({ input: { ...expected, reason } });
    if (!outcome.ok) return outcome.refusals;
    seen.version = outcome.payload.source?.version ?? seen.version;
    if (outcome.payload.job) onJob(outcome.payload.job.id);
    return [];
  };
  const why = (refusals: readonly Refusal[]): string | null =>
    refusals.length === 0 ? null : refusals.map(({ message }) => message).join('; ');
  return {
    isRunning: isRetracting || isReinstating,
    async retract(reason) {
      const seen = { version };
      const refusals = await send(reason, seen);
      if (refusals.length === 0) {
        done({
          says: t`Retracted`,
          undo: async () => why(await send(null, seen)),
          redo: async () => why(await send(reason, seen)),
        });
      }
      return refusals;
    },
    async reinstate() {
      const refusals = await send(null, { version });
      const detail = why(refusals);
      tell(detail === null ? { title: t`Reinstated` } : { title: t`Not done`, detail, isMistake: true });
      return refusals;
    },
  };
}
