import type { ReactNode } from 'react';
import { AttachPanel, type AttachClaim, type AttachedCitation } from '../attach/attach-panel.js';
import { AssignDialog } from '../edits/assign-dialog.js';
import type { AssignableClaim } from '../edits/use-assign.js';
import type { JudgedClaim } from '../edits/use-verdict.js';
import { VerdictDialog } from '../edits/verdict-dialog.js';
import type { WaivableFinding } from '../edits/waivable.js';
import { WaiveDialog } from '../edits/waive-dialog.js';
import { Loading } from '../states.js';
import { citationToQuote, type Acting } from './begun.js';

/** A claim as far as something is done about it among others. */
export type ActingRow = AttachClaim & AssignableClaim & JudgedClaim & { readonly findings: readonly WaivableFinding[] };

/** A claim as far as something is done about it alone. */
export type ActingClaim = ActingRow & {
  readonly citations: readonly (Omit<AttachedCitation, 'source'> & {
    readonly number: number;
    readonly label: string;
    readonly state: string;
    readonly source: { readonly id: string; readonly title: string | null; readonly url: string | null } | null;
  })[];
};

interface Props {
  readonly acting: Acting;
  readonly rows: readonly ActingRow[];
  /** The first of them in full; null while it is on its way. */
  readonly claim: ActingClaim | null;
  /** It is done: what comes next may be shown. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What is in front of the page. It is there at once: all that it needs is in the rows. */
export function ActingDialog({ acting: { act }, rows, onDone, onClose }: Omit<Props, 'claim'>): ReactNode {
  const [first] = rows;
  if (act === 'waive') return <WaiveDialog claims={rows} onDone={onDone} onClose={onClose} />;
  if (act === 'assign') return <AssignDialog claims={rows} onDone={onDone} onClose={onClose} />;
  if (act === 'verdict' && first) return <VerdictDialog claim={first} onDone={onDone} onClose={onClose} />;
  return null;
}

/** What is beside the list. */
export function ActingPanel({
  acting,
  rows,
  claim,
  hasFailed,
  onDone,
  onClose,
}: Props & { /** Whether it cannot be brought just now. */ readonly hasFailed: boolean }): ReactNode {
  if (acting.act === 'attach') {
    const isOne = rows.length === 1;
    // Which numbers of it lead nowhere is known with the rest of it.
    if (isOne && !claim && !hasFailed) return <Loading />;
    const claims = isOne && claim ? [{ ...claim, danglingNumbers: danglingNumbers(claim) }] : rows;
    return <AttachPanel key={acting.ids.join()} claims={claims} onSaved={onDone} onClose={onClose} />;
  }
  const citation = claim && citationToQuote(claim, acting.citationId);
  if (!citation) return null;
  return <AttachPanel key={citation.id} claims={rows} citation={citation} onSaved={onDone} onClose={onClose} />;
}

const danglingNumbers = ({ citations }: ActingClaim): number[] => [
  ...new Set(citations.filter(({ source, state }) => !source && state !== 'REJECTED').map(({ number }) => number)),
];
