import type { Language } from '../../languages/language.js';
import { languageOf, unknownWords } from '../../languages/languages.js';
import type { Claim } from '../evidence.js';
import { onceFor } from '../once.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { quoted } from '../text/normalise.js';
import { datedEvents, mayBeDated, type DatedEvent } from '../text/tense.js';

/** A claim about the future that is the past by now. */
export const expiredClaim: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'expired-claim',
    title: 'The time that the claim speaks of has passed',
    description: `Fires when a claim speaks of a time to come ("will open in March 2031", "is due by 2032", "| Opening | May 2031 |"), and
that time has passed since a person last concluded whether the claim is true; or, where nobody has, since it was written:
since the article was published, or since the revision that brought the claim's text. A month or year has passed when it is
over.

Tense goes by closed lists of verb forms and their endings (for English after Quirk et al., A Comprehensive Grammar of the
English Language). What
a claim tells as past, or as what would have been, is left alone, and so are dates without a year. Not assessed in a
language whose forms of tense are not known, nor where nobody kept when the claim was written, as on the command line.`,
    remedy: 'Look up what became of it and rewrite the claim, or set a verdict that it still holds.',
    version: 2,
    severity: 'NOTE',
    bearings: [],
    reads: ['claim', 'history', 'clock'],
    examples: {
      fires: ['The bridge will open in March 2031. (written in 2030, read in April 2031)'],
      quiet: ['The bridge opened in March 2031.', 'The bridge will open in March 2031. (read in 2030)'],
    },
  },
  judge(claim, { article, now }) {
    if (!speaksOfTime(claim)) return NOT_APPLICABLE;
    const language = languageOf(article.language);
    if (!language.tense && mayBeDated(said(claim))) return notAssessed(unknownWords(article.language));
    const dates = datesIn(claim, language);
    if (!dates.some(({ tense }) => tense !== 'PAST')) return NOT_APPLICABLE;
    const seen = lastSeen(claim);
    if (!seen) {
      return dates.some(({ tense }) => tense === 'FUTURE')
        ? notAssessed('nobody kept when the claim was written or last reviewed')
        : NOT_APPLICABLE;
    }
    const passed = dates.find((date) => wasToCome(date, seen) && date.period.end <= now.getTime());
    if (!passed) return CLEAR;
    return {
      kind: 'finding',
      message: `${quoted(passed.text)} has passed since ${claim.history!.reviewedAt ? 'the last verdict on it' : 'it was written'}, on ${seen.toISOString().slice(0, 10)}: ${quotedClaim(claim)}`,
      remedy: 'Look up what became of it and rewrite the claim, or set a verdict that it still holds.',
      bearing: null,
    };
  },
  dueAt(claim, { article, now }) {
    const seen = lastSeen(claim);
    if (!seen || !speaksOfTime(claim)) return null;
    const ends = datesIn(claim, languageOf(article.language))
      .filter((date) => wasToCome(date, seen) && date.period.end > now.getTime())
      .map(({ period }) => period.end);
    return ends.length > 0 ? new Date(ends.reduce((first, end) => Math.min(first, end))) : null;
  },
};

const speaksOfTime = (claim: Claim): boolean => claim.checkable && !isGap(claim);

/** A field's label can hold a date that is none of its statement. */
const said = (claim: Claim): string => claim.value ?? claim.text;

/** Asked for twice, and again whenever a claim beside it changes. */
const datesByLanguage = onceFor((_claim: Claim) => new Map<Language, readonly DatedEvent[]>());

function datesIn(claim: Claim, language: Language): readonly DatedEvent[] {
  const known = datesByLanguage(claim);
  let dates = known.get(language);
  if (!dates) known.set(language, (dates = datedEvents(said(claim), language)));
  return dates;
}

const lastSeen = ({ history }: Claim): Date | null => (history ? (history.reviewedAt ?? history.writtenAt) : null);

/** Without a verb that says so, a time is to come only when all of it lies ahead. */
function wasToCome({ tense, period }: DatedEvent, seen: Date): boolean {
  if (tense === 'PAST' || tense === 'SUPPOSED') return false;
  return (tense === 'FUTURE' ? period.end : period.start) > seen.getTime();
}
