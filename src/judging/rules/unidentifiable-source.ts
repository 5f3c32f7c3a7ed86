import type { Outcome } from '../rule.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import type { Source } from '../evidence.js';
import { nameOf } from '../text/claims.js';
import { distinctCitations, isKnown } from '../text/cited.js';
import { listed } from '../text/normalise.js';

/** A source that a reader cannot look up. */
export const unidentifiableSource: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'unidentifiable-source',
    title: 'A source that nobody can look up',
    description: `Fires on each claim and number whose source has no identifier (URL, DOI, ISBN, PMID, arXiv id or docket) and not
enough to be found by either: a title, with an author, publisher or container, and a year. This is what a library needs to
find a work (ISO 690 calls it the elements that identify a resource).

Not assessed when the entry's text yields no field at all: then it is the reading that failed, not surely the reference. Nor
for what an article numbers as notes apart from its sources ("note 3", "n 2"): most of these explain, and name no source.`,
    remedy: 'Complete the reference: an address or DOI, or title, author or publisher, and year.',
    version: 2,
    severity: 'ERROR',
    bearings: ['WEAK'],
    reads: ['citations', 'references', 'sources'],
    examples: {
      fires: ['"1. Press release."', '"2. Ministry of Transport, 2031."'],
      quiet: ['"1. https://press.example/tram"', '"2. A. Okoro, Trams of the Coast, Harbour Press, 2031."'],
    },
  },
  judge(claim, { entryOf }) {
    const cited = distinctCitations(claim).filter((citation) => citation.source !== null);
    if (cited.length === 0) return NOT_APPLICABLE;
    const outcomes = cited.flatMap(({ label, source }): Outcome[] => {
      const known = source!;
      const name = nameOf(known, entryOf(label));
      if (isIdentified(known)) return [];
      if (NOTE.test(label)) return [notAssessed(`[${label}] is a note, and may name no source: ${name}`)];
      if (!isKnown(known)) return [notAssessed(`the entry of [${label}] could not be read: ${name}`)];
      const lacking = lackingOf(known);
      return [
        {
          kind: 'finding',
          message: `Nobody can look up [${label}], ${name}: no address or other identifier, and no ${listed(lacking)}`,
          remedy: `Give [${label}] a URL or DOI, or its ${listed(lacking)}.`,
          bearing: 'WEAK',
          about: label,
        },
      ];
    });
    return outcomes.length > 0 ? outcomes : CLEAR;
  },
};

/** How notes are numbered that stand beside the sources: "note 3", "n 2", "fn 4". */
const NOTE = /^(?:notes?|nb?|fn)\s\d{1,4}$/i;

const isGiven = (field: string | null): boolean => field !== null && field.trim() !== '';

function isIdentified(source: Source): boolean {
  const { url, archiveUrl, doi, isbn, pmid, arxiv, docket } = source;
  return [url, archiveUrl, doi, isbn, pmid, arxiv, docket].some(isGiven) || lackingOf(source).length === 0;
}

function lackingOf({ title, authors, publisher, container, issued }: Source): string[] {
  const hasMaker = authors.length > 0 || isGiven(publisher) || isGiven(container);
  return [
    ...(isGiven(title) ? [] : ['title']),
    ...(hasMaker ? [] : ['author, publisher or container']),
    ...(isGiven(issued) ? [] : ['year']),
  ];
}
