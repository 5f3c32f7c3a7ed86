import { languageOf, unknownWords } from '../../languages/languages.js';
import { isUsable, type Citation } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, nameOf, quotedClaim } from '../text/claims.js';
import { marked } from '../text/cited.js';
import { quoted } from '../text/normalise.js';
import { DAY, periodOf, type Period } from '../text/periods.js';
import { datedEvents, mayBeDated } from '../text/tense.js';

/** A source from before what it is cited for. */
export const staleSource: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'stale-source',
    title: 'The sources are older than the event that the claim reports',
    description: `Fires when a claim tells of an event as past and dates it ("opened in May 2031"), and all its usable sources were issued
before that time began. What was written before can have announced the event; it cannot have reported it.

Dates are compared as precisely as they are known: a source of 2031 for an event in May 2031 is fine. So is one issued a day
early, for days begin elsewhere earlier. Dates that bound something ("until 2031", "by May") or belong to a name ("the 2031 fair"), and clauses about what will or
would be are left alone. Not assessed when one of the usable sources has no date, nor in a language whose forms of tense are not known.`,
    remedy: 'Cite a source from after the event.',
    version: 2,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'references', 'sources'],
    thresholds: {
      days: { default: 1, min: 0, max: 366, description: 'Days that a source may be older than the event.' },
    },
    examples: {
      fires: ['The bridge opened in May 2031 [2], where [2] is a report of 2030'],
      quiet: [
        'The bridge opened in May 2031 [2], where [2] is a report of 2031',
        'The bridge will open in May 2031 [2].',
      ],
    },
  },
  judge(claim, { article, entryOf, threshold }) {
    const usable = claim.citations.filter(isUsable);
    if (!claim.checkable || isGap(claim) || usable.length === 0) return NOT_APPLICABLE;
    const said = claim.value ?? claim.text;
    const language = languageOf(article.language);
    if (!language.tense && mayBeDated(said)) return notAssessed(unknownWords(article.language));
    const events = datedEvents(said, language).filter(({ tense, aside }) => tense === 'PAST' && !aside);
    if (events.length === 0) return NOT_APPLICABLE;
    const latest = events.reduce((a, b) => (b.period.start > a.period.start ? b : a));
    const issued = usable.map((citation) => ({ citation, period: periodOf(citation.source!.issued ?? '') }));
    if (issued.some(({ period }) => period && mayReport(period, latest.period, threshold('days')))) return CLEAR;
    const undated = issued.filter(({ period }) => period === null).map(({ citation }) => citation.label);
    if (undated.length > 0) return notAssessed(`the date of ${marked(undated)} is not known`);
    return {
      kind: 'finding',
      message: `${quotedClaim(claim)} tells of ${quoted(latest.text)}, and ${described(usable, entryOf)} before that`,
      remedy: 'Cite a source from after the event, or say that it was announced.',
      bearing: 'WEAK',
    };
  },
};

/** Only of a source that is dated to the day it is known that it is a day early. */
function mayReport(source: Period, event: Period, days: number): boolean {
  const slack = source.end - source.start === DAY ? days * DAY : 0;
  return source.end + slack > event.start;
}

function described(usable: readonly Citation[], entryOf: (label: string) => string | null): string {
  const [{ source, label }] = usable as [Citation];
  const labels = marked(usable.map((each) => each.label));
  return new Set(usable.map((each) => each.source!.key)).size === 1
    ? `${nameOf(source!, entryOf(label))} ${labels} was issued in ${source!.issued},`
    : `the sources ${labels} were issued`;
}
