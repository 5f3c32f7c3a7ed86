import { isProposal, type HeldSource } from './article-state.js';
import type { Edit } from './change-article.js';
import { add, referenceFor, said, type CitationText } from './citations.js';
import { fault } from './user-fault.js';

/** How many proposals of one claim may wait for an editor: more than that nobody looks through. */
export const MAX_OPEN_PROPOSALS = 20;

/**
 * Proposes a source for a claim. A proposal is a citation that no rule sees until an editor accepts it: it changes no
 * standing, no total and no list of references. The number that it holds is the source's when it is accepted.
 *
 * @param program what proposes it, when it is no person; told in the history
 * @throws UserFault NOT_POSSIBLE for a source that is cited for the claim or was proposed for it, TOO_LARGE for more
 *   than `MAX_OPEN_PROPOSALS`
 */
export function propose(
  edit: Edit,
  claimId: string,
  source: HeldSource,
  text: CitationText,
  program: string | null,
): string {
  const own = edit.state.citations.filter((each) => each.claimId === claimId);
  const known = own.find((each) => edit.reference(each.referenceId).source?.id === source.id);
  if (known) throw fault('NOT_POSSIBLE', `${became(known)}; propose another source, or leave it at that`, 'claimId');
  const open = own.filter((each) => isProposal(each) && each.state === 'PROPOSED').length;
  if (open >= MAX_OPEN_PROPOSALS) {
    const message = `${open} proposals of the claim wait for an editor, and no more may; have some accepted or rejected`;
    throw fault('TOO_LARGE', message, 'claimId');
  }
  const reference = referenceFor(edit, source, null);
  const citation = add(edit, claimId, reference, 'SUGGESTED', text);
  edit.happen({
    kind: 'citation.proposed',
    subjectType: 'Claim',
    subjectId: claimId,
    before: null,
    after: { citationId: citation.id, number: reference.number, sourceId: source.id, ...said(citation), program },
  });
  return citation.id;
}

/** What became of a source that is proposed once more. */
function became(citation: Parameters<typeof isProposal>[0] & { readonly state: string }): string {
  if (!isProposal(citation)) return 'the claim cites this source already';
  if (citation.state === 'REJECTED') return 'this source was proposed for the claim before, and rejected';
  return 'this source is proposed for the claim already, and waits for an editor';
}
