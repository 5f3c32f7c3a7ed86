import { Trans } from '@lingui/react/macro';
import { useEffect, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { JOB } from './documents.js';

const ASKED_EVERY_MS = 1_000;

/** How far a job is that an edit began. @param onDone told once, when it is over */
export function JobProgress({ id, onDone }: { readonly id: string; readonly onDone: () => void }): ReactNode {
  const [{ data }, again] = useQuery({ query: JOB, variables: { id }, requestPolicy: 'network-only' });
  const job = data?.node && 'state' in data.node && 'done' in data.node ? data.node : null;
  const state = job?.state;
  const isOver = state === 'DONE' || state === 'FAILED';
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => again({ requestPolicy: 'network-only' }), ASKED_EVERY_MS);
    return () => clearInterval(timer);
  }, [isOver, again]);
  useEffect(() => {
    if (isOver) onDone();
    // Only when it is over, not when what is told is another function.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOver]);
  const reason = job?.error;
  const [finished, all] = [job?.done ?? 0, job?.total ?? null];
  return (
    <p role="status" className={state === 'FAILED' ? 'mistake' : 'hint'}>
      {state === 'FAILED' && <Trans>It did not work: {reason}</Trans>}
      {state === 'DONE' && <Trans>Done.</Trans>}
      {!isOver &&
        (all === null ? (
          <Trans>It is being worked on …</Trans>
        ) : (
          <Trans>
            It is being worked on: {finished} of {all}
          </Trans>
        ))}
    </p>
  );
}
