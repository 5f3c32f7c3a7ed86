import { addressKey } from '../../addresses/address-key.js';
import { doiIn } from '../../addresses/work-ids.js';
import type { Reference, Source } from '../evidence.js';
import { groupBy } from '../group-by.js';
import { onceFor } from '../once.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ArticleRule } from '../rule.js';
import { placeOfReference, pointsToEntry } from '../text/cited.js';
import { listed, normalise } from '../text/normalise.js';

/** One source under two numbers. */
export const duplicateReference: ArticleRule = {
  scope: 'article',
  meta: {
    id: 'duplicate-reference',
    title: 'One source under two numbers',
    description: `Fires once for each source that several references name: the same DOI, or without one the same address, and the
same locator. Two numbers make one source look like two.

Addresses are compared without scheme, "www.", a closing slash, fragment and the parameters that trackers add; mobile and AMP
pages and copies in archives are the page itself. Two pages or chapters of one work have locators of their own, and are no
duplicates; nor is a short note ("Okoro 1998") one of the work that it names. Not assessed when no reference names a DOI or URL.`,
    remedy: 'Keep one number, and change the markers of the other.',
    version: 2,
    severity: 'WARNING',
    bearings: [],
    reads: ['references', 'sources'],
    examples: {
      fires: ['"2. https://press.example/a" and "5. http://www.press.example/a/"'],
      quiet: ['"2. https://press.example/a" and "5. https://press.example/b"'],
    },
  },
  judge({ article }) {
    const resolved = article.references.filter((reference) => reference.source !== null);
    if (resolved.length < 2) return NOT_APPLICABLE;
    const identified = resolved.flatMap((reference) => {
      const identity = identityOf(reference.source!);
      return identity ? [{ reference, ...identity, name: `${formOf(reference)} ${identity.key}` }] : [];
    });
    if (identified.length === 0) return notAssessed('no reference names a DOI or URL to compare by');

    const groups = [...groupBy(identified, ({ name }) => name).values()].filter((same) => same.length > 1);
    if (groups.length === 0) return CLEAR;
    return groups.map((same) => {
      const [first, ...others] = same.map(({ reference }) => reference.label) as [string, ...string[]];
      return {
        kind: 'finding',
        message: `References ${listed([first, ...others])} are one source: ${same[0]!.shown}`,
        remedy: `Keep ${first}, change the markers ${listed(others.map((label) => `[${label}]`))} to [${first}], and drop the rest.`,
        ...placeOfReference(same[1]!.reference),
        bearing: null,
        about: same[0]!.key,
      };
    });
  },
};

interface Identity {
  readonly key: string;
  readonly shown: string;
}

/* An article with many references is judged again and again, mostly with the same ones. */

const identityOf = onceFor(({ doi, url, locator }: Source): Identity | null => {
  const id = doiIn(doi ?? url ?? '') ?? (url === null ? null : addressKey(url));
  return id === null ? null : { key: `${id} ${normalise(locator ?? '')}`, shown: id };
});

/** What tells notes on one source apart; the same for all entries that describe it. */
const formOf = onceFor((reference: Reference): string =>
  pointsToEntry(reference) ? normalise(reference.text ?? '') : '',
);
