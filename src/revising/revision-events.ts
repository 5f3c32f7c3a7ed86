import type { EventData, Happening } from '../events/event.repository.js';
import type { EventKind } from '../events/event-words.js';
import { said } from '../editing/citations.js';
import type { CarriedFindings } from './carry-findings.js';
import type { HeldReference } from '../editing/article-state.js';
import type { Notice, NoticeValues } from '../reading/notice.js';
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

/** The same, for who brought the new text. */
export function revisionNotices(plan: PlannedRevision, { endedWaivers }: CarriedFindings): Notice[] {
  return [
    ...plan.references.renumbered.map(renumbered),
    ...plan.references.overruled.map(overruled),
    ...outdated({
      reviews: plan.citations.all.filter((citation) => citation.outdated).length,
      verdicts: plan.outdatedVerdicts.length,
      waivers: endedWaivers.length,
    }),
  ];
}

interface ChangedReference {
  readonly from: HeldReference;
  readonly to: HeldReference;
}

function renumbered({ from, to }: ChangedReference): Notice {
  const values = { title: nameOf(from), from: from.number, to: to.number };
  const message = `“${values.title}”, which an editor had given the number ${values.from}, is ${values.to} now`;
  return { code: 'RENUMBERED', values, message };
}

function overruled({ from, to }: ChangedReference): Notice {
  const values = { number: to.number, title: nameOf(to), formerTitle: nameOf(from) };
  const message = `the article lists number ${values.number} as “${values.title}” now; an editor had said “${values.formerTitle}”`;
  return { code: 'OVERRULED', values, message };
}

function outdated(values: NoticeValues['OUTDATED']): Notice[] {
  const { reviews, verdicts, waivers } = values;
  const told = [...counted(reviews, 'review'), ...counted(verdicts, 'verdict'), ...counted(waivers, 'waiver')];
  if (told.length === 0) return [];
  const message = `to be looked at again, for the text or the source under them says something else: ${told.join(', ')}`;
  return [{ code: 'OUTDATED', values, message }];
}

const counted = (count: number, noun: string): string[] =>
  count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];

const nameOf = ({ source, text, label }: HeldReference): string =>
  source?.evidence.title ?? source?.evidence.url ?? text ?? `[${label}]`;
