import type { EventData, Happening } from '../events/event.repository.js';
import type { EventKind } from '../events/event-words.js';
import { said } from '../editing/citations.js';
import type { CarriedFindings } from './carry-findings.js';
import type { HeldReference } from '../editing/article-state.js';
import type { PlannedRevision } from './plan-revision.js';

/** What a new text did beside replacing the former one: for history, one event a thing that editors may miss. */
export function revisionEvents(
  plan: PlannedRevision,
  { endedWaivers }: CarriedFindings,
  numberOf: (referenceId: string) => number | null,
  actorId: string,
  at: Date,
): Happening[] {
  const happen = (
    kind: EventKind,
    subjectType: string,
    subjectId: string,
    before: EventData,
    after: EventData | null,
  ): Happening => ({ kind, subjectType, subjectId, before, after, actorId, at });
  return [
    ...plan.references.renumbered.map(({ id, from, to }) =>
      happen('reference.renumbered', 'Reference', id, { number: from.number }, { number: to.number }),
    ),
    ...plan.references.overruled.map(({ id, from, to }) =>
      happen('reference.defined', 'Reference', id, sourceOf(from), sourceOf(to)),
    ),
    ...plan.citations.gone.map((citation) =>
      happen(
        'citation.detached',
        'Claim',
        citation.claimId,
        { citationId: citation.id, number: numberOf(citation.referenceId), ...said(citation) },
        null,
      ),
    ),
    ...plan.citations.all.flatMap(({ from, to, outdated }) =>
      from && outdated
        ? [
            happen(
              'citation.outdated',
              'Claim',
              to.claimId,
              { citationId: from.id, ...said(from) },
              { citationId: to.id, ...said(to) },
            ),
          ]
        : [],
    ),
    ...plan.outdatedVerdicts.map(({ id, claimId }) =>
      happen('verdict.outdated', 'Claim', claimId, { verdictId: id }, null),
    ),
    ...endedWaivers.map(({ id, claimId, fingerprint }) =>
      happen('waiver.outdated', 'Claim', claimId, { waiverId: id, fingerprint }, null),
    ),
  ];
}

const sourceOf = ({ number, source }: HeldReference) => ({ number, sourceId: source?.id ?? null });

/** The same in sentences, for who brought the new text. */
export function revisionNotices(plan: PlannedRevision, { endedWaivers }: CarriedFindings): string[] {
  const reviews = plan.citations.all.filter(({ outdated }) => outdated).length;
  const outdated = [
    ...counted(reviews, 'review'),
    ...counted(plan.outdatedVerdicts.length, 'verdict'),
    ...counted(endedWaivers.length, 'waiver'),
  ];
  return [
    ...plan.references.renumbered.map(
      ({ from, to }) => `“${nameOf(from)}”, which an editor had given the number ${from.number}, is ${to.number} now`,
    ),
    ...plan.references.overruled.map(
      ({ from, to }) =>
        `the article lists number ${to.number} as “${nameOf(to)}” now; an editor had said “${nameOf(from)}”`,
    ),
    ...(outdated.length === 0
      ? []
      : [`to be looked at again, for the text or the source under them says something else: ${outdated.join(', ')}`]),
  ];
}

const counted = (count: number, noun: string): string[] =>
  count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];

const nameOf = ({ source, text, label }: HeldReference): string =>
  source?.evidence.title ?? source?.evidence.url ?? text ?? `[${label}]`;
