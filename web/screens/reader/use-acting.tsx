import { useLingui } from '@lingui/react/macro';
import { useRef, useState, type ReactNode } from 'react';
import { useClient, useQuery } from 'urql';
import { useKeys } from '../../keys/use-keys.js';
import { useMayAct, type Act } from '../../parts/acting/act.js';
import { citationToQuote, isPanel, type Acting } from '../../parts/acting/begun.js';
import { ClaimActions } from '../../parts/acting/claim-actions.js';
import { useAssign } from '../../parts/edits/use-assign.js';
import { useToggleCheckable } from '../../parts/edits/use-checkable.js';
import { later } from '../../parts/later.js';
import { Failed, Loading } from '../../parts/states.js';
import { tell } from '../../parts/toasts.js';
import { useViewer } from '../../parts/viewer.js';
import styles from './acting.module.css';
import { CLAIM_IN_HAND, type Claim, type ClaimInHand } from './documents.js';

const ActingPanel = later(async () => (await import('../../parts/acting/acting.js')).ActingPanel);
const ActingDialog = later(async () => (await import('../../parts/acting/acting.js')).ActingDialog);

/** What is done about the claim that is looked at. */
export interface ReaderActing {
  /** As buttons, for its note in the margin. */
  readonly actions: ReactNode;
  /** What is in front of the text or beside it while something is done. */
  readonly inFront: ReactNode;
  readonly isOpen: boolean;
  quote(claimId: string, citationId: string): void;
  close(): void;
}

/**
 * Lets what the queue does be done in the article: by the same keys, and by buttons.
 *
 * @param current the claim that is looked at
 * @param settled the one at which somebody stopped
 * @param choose looks at another
 * @param onNext something is done: what comes next may be shown
 */
export function useActing(
  current: Claim | undefined,
  settled: string | null,
  choose: (claimId: string) => void,
  onNext: () => void,
): ReaderActing {
  const { t } = useLingui();
  const client = useClient();
  const { member: me } = useViewer();
  const mayAct = useMayAct();
  const [begun, setActing] = useState<Acting | null>(null);
  const before = useRef<Element | null>(null);
  const assign = useAssign();
  const toggleCheckable = useToggleCheckable();
  // Who goes on to another claim leaves what they began; its draft is kept.
  const acting = begun?.ids[0] === current?.id ? begun : null;
  const [{ data, error }, again] = useQuery({
    query: CLAIM_IN_HAND,
    variables: { id: settled ?? '' },
    pause: settled === null,
  });
  const node = inHand(data?.node);
  const claim = node !== null && node.id === current?.id ? node : null;

  const begin = (act: Act, claimId = current?.id, citationId?: string): void => {
    if (claimId === undefined || !mayAct(act)) return;
    if (act === 'checkable') {
      if (current) void toggleCheckable(claim ?? asRead(current));
      return;
    }
    if (act === 'quote' && claim?.id === claimId && !citationToQuote(claim, citationId)) {
      tell({ title: t`This claim cites no source yet; attach one.` });
      return;
    }
    before.current = document.activeElement;
    setActing({ act, ids: [claimId], ...(citationId !== undefined && { citationId }) });
  };
  const assignToMe = async (): Promise<void> => {
    if (!current || !mayAct('assign')) return;
    const bring = async (): Promise<ClaimInHand | null> => {
      const answer = await client.query(CLAIM_IN_HAND, { id: current.id }).toPromise();
      return inHand(answer.data?.node);
    };
    const whole = claim ?? (await bring());
    if (whole) await assign([whole], me);
  };
  const close = (): void => {
    setActing(null);
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
  const onDone = (): void => {
    close();
    if (acting && isPanel(acting)) onNext();
  };
  useKeys({
    attach: () => begin('attach'),
    quote: () => begin('quote'),
    waive: () => begin('waive'),
    assign: () => begin('assign'),
    assignToMe: () => void assignToMe(),
    verdict: () => begin('verdict'),
    notCheckable: () => begin('checkable'),
  });
  const given = { rows: claim ? [claim] : [], claim, onDone, onClose: close };
  return {
    actions: current && (
      <ClaimActions claim={claim ?? { ...asRead(current), findings: current.findings }} onAct={(act) => begin(act)} />
    ),
    inFront: acting && (
      <>
        {isPanel(acting) && (
          <div className={styles['panel']} data-covers>
            {claim && <ActingPanel acting={acting} hasFailed={false} {...given} />}
            {!claim && (error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the claim …`} />)}
          </div>
        )}
        {claim && <ActingDialog acting={acting} {...given} />}
      </>
    ),
    isOpen: acting !== null,
    quote(claimId, citationId) {
      choose(claimId);
      begin('quote', claimId, citationId);
    },
    close,
  };
}

/** As far as it is known from reading. */
const asRead = ({
  id,
  version,
  standing,
}: Claim): { id: string; version: number; checkable: boolean; assignee: null } => ({
  id,
  version,
  checkable: standing !== 'NOT_CHECKABLE',
  assignee: null,
});

const inHand = (node: object | null | undefined): ClaimInHand | null =>
  node && 'checkable' in node ? (node as ClaimInHand) : null;
