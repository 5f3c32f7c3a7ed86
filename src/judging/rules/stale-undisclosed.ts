import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule, type RuleContext } from '../rule.js';
import { labelled } from '../text/claims.js';
import { quoted } from '../text/normalise.js';
import { DAY } from '../text/periods.js';

/** A value that has been said to be unknown for so long that nobody can have looked. */
export const staleUndisclosed: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'stale-undisclosed',
    title: 'The value has long been said to be undisclosed or unknown',
    description: `Fires when the whole value of a field or cell has been "not yet disclosed", "TBD" or the like for longer than a number
of days of the article's history. It takes the place of undisclosed-value: what was not known when the article was written
may long be known, and the article still says otherwise.

The days are counted from the revision since which the field has read as it does. Not assessed where revisions are not kept,
as on the command line; undisclosed-value then speaks alone.`,
    remedy: 'Look again: find the value, or say who still declines to give it and when you asked.',
    version: 1,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'history', 'clock'],
    replaces: 'undisclosed-value',
    thresholds: {
      days: { default: 90, min: 1, max: 3650, description: 'Days of history after which it fires.' },
    },
    examples: {
      fires: ['| Cost | Not yet disclosed | (since a revision of five months ago)'],
      quiet: ['| Cost | Not yet disclosed | (since last week)', '| Cost | 4 million euros [2] |'],
    },
  },
  judge(claim, context) {
    if (!claim.checkable || claim.valueState !== 'UNDISCLOSED') return NOT_APPLICABLE;
    const since = claim.history?.since;
    if (!since) return notAssessed('nobody kept since when the value has been undisclosed');
    if (context.now < staleAt(since, context)) return CLEAR;
    return {
      kind: 'finding',
      message: `The value ${labelled(claim)}has been only ${quoted(claim.value ?? claim.text)} since ${since.toISOString().slice(0, 10)}: more than ${context.threshold('days')} days`,
      remedy: 'Find the value and cite its source, or cite who declined to give it and when.',
      bearing: 'WEAK',
    };
  },
  dueAt(claim, context) {
    const since = claim.history?.since;
    if (!since || !claim.checkable || claim.valueState !== 'UNDISCLOSED') return null;
    const at = staleAt(since, context);
    return at > context.now ? at : null;
  },
};

const staleAt = (since: Date, { threshold }: RuleContext): Date => new Date(since.getTime() + threshold('days') * DAY);
