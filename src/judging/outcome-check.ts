import { SEVERITIES, type Claim, type Span } from './evidence.js';
import type { FindingOutcome, Outcome, Rule } from './rule.js';

const KINDS = '"finding", "clear", "not applicable" or "not assessed"';

/**
 * What a rule answered, as a list of outcomes. A rule from outside may answer anything: what is no outcome must not
 * reach the database or a report.
 *
 * @param known by ordinal: the claims that the rule can know
 * @throws Error that says what is wrong with the answer: a fault of the rule, not of the article
 */
export function outcomesOf(answer: unknown, rule: Rule, known: ReadonlyMap<number, unknown>): readonly Outcome[] {
  const outcomes: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  for (const outcome of outcomes) checkOutcome(outcome, rule, known);
  return outcomes as readonly Outcome[];
}

function checkOutcome(outcome: unknown, rule: Rule, known: ReadonlyMap<number, unknown>): void {
  if (typeof outcome !== 'object' || outcome === null) {
    throw new Error(`the answer is ${String(outcome)}, and not an outcome whose kind is ${KINDS}`);
  }
  const { kind } = outcome as Partial<Outcome>;
  if (kind === 'clear' || kind === 'not applicable') return;
  if (kind === 'not assessed') {
    if (isText((outcome as { reason?: unknown }).reason)) return;
    throw new Error('an outcome "not assessed" has no reason');
  }
  if (kind === 'finding') return checkFinding(outcome as FindingOutcome, rule, known);
  if (isPromise(outcome)) {
    // Its failure is this rule's, and must not end the process.
    outcome.then(undefined, () => {});
    throw new Error('the answer is a promise; a rule answers at once, from what it is given');
  }
  throw new Error(`the kind of an outcome is ${String(kind)}, and not ${KINDS}`);
}

function checkFinding(finding: FindingOutcome, { meta }: Rule, known: ReadonlyMap<number, unknown>): void {
  const { message, remedy, bearing, span, line, about, atMost, claim } = finding;
  if (!isText(message)) throw new Error('a finding has no message');
  if (!isText(remedy)) throw new Error('a finding has no remedy');
  if (bearing !== null && !meta.bearings.includes(bearing)) {
    throw new Error(`a finding bears ${String(bearing)}, which the meta of ${meta.id} does not list`);
  }
  if (span !== undefined && !isSpan(span)) throw new Error('the span of a finding is not one of the text');
  if (line !== undefined && !isPlace(line, 1)) throw new Error(`a finding is on line ${String(line)}`);
  if (about !== undefined && typeof about !== 'string') throw new Error('what a finding is about is not a text');
  if (atMost !== undefined && !SEVERITIES.includes(atMost)) {
    throw new Error(`a finding is at most "${String(atMost)}", and not one of ${SEVERITIES.join(', ')}`);
  }
  if (claim !== undefined && !isClaim(claim, known)) throw new Error('the claim of a finding is not of this article');
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isPlace = (value: unknown, least: number): boolean => Number.isInteger(value) && Number(value) >= least;

const isSpan = (span: Span | null | undefined): boolean =>
  !!span && isPlace(span.start, 0) && isPlace(span.end, span.start);

const isClaim = (claim: Claim | null, known: ReadonlyMap<number, unknown>): boolean =>
  !!claim && known.has(claim.ordinal) && isSpan(claim.span) && isPlace(claim.line, 1);

const isPromise = (value: object): value is PromiseLike<unknown> =>
  'then' in value && typeof (value as { then: unknown }).then === 'function';
