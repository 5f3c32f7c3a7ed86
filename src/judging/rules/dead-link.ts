import type { LinkHealth, Source } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ArticleRule } from '../rule.js';
import { nameOf } from '../text/claims.js';
import { citedOnWeb, marked, placeOfReference } from '../text/cited.js';
import { quoted } from '../text/normalise.js';

const DAY = 86_400_000;

/** Readers who follow the citation find nothing. */
export const deadLink: ArticleRule = {
  scope: 'article',
  meta: {
    id: 'dead-link',
    title: 'The address of a cited source no longer answers',
    description: `Fires for a cited source whose address has failed when it was tried: at least three times in a row, and over at least three
days, for sites are down for a day and come back. Once a source; a note, rather than a warning, where a snapshot or an archived
copy is known.

Not assessed where addresses are not tried, and until the first was tried.`,
    remedy: 'Look up where the page has moved, or link a copy in an archive.',
    version: 1,
    severity: 'WARNING',
    bearings: [],
    reads: ['references', 'sources'],
    thresholds: {
      failures: { default: 3, min: 1, max: 100, description: 'Failures in a row from which on it fires.' },
      days: {
        default: 3,
        min: 0,
        max: 365,
        description: 'Days from the first of them to the last from which on it fires.',
      },
    },
    examples: {
      fires: ['https://press.example/trams answered 404 on 2, 4 and 6 May'],
      quiet: ['https://press.example/trams answered 404 four times on 2 May'],
    },
  },
  judge({ article, threshold }) {
    const onWeb = citedOnWeb(article.references);
    if (onWeb.length === 0) return NOT_APPLICABLE;
    const tried = onWeb.flatMap((each) => (each.source.link ? [{ ...each, link: each.source.link }] : []));
    if (tried.length === 0) {
      const isKept = onWeb.some(({ source }) => source.link === null);
      return notAssessed(isKept ? 'no address was tried yet' : 'whether addresses still answer is not tried here');
    }
    const dead = tried.filter(
      ({ link }) => link.failures >= threshold('failures') && lastingDays(link) >= threshold('days'),
    );
    if (dead.length === 0) return CLEAR;
    return dead.map(({ source, reference, labels, link }) => ({
      kind: 'finding',
      message: `The address of ${nameOf(source, reference.text)} ${marked(labels)} has failed ${link.failures} times in a row, since ${link.failingSince!.toISOString().slice(0, 10)}${reasonOf(link)}`,
      remedy: remedyOf(source),
      ...placeOfReference(reference),
      bearing: null,
      about: source.key,
      ...(isKeptElsewhere(source) ? { atMost: 'NOTE' as const } : {}),
    }));
  },
};

/** From the first failure to the last. */
const lastingDays = ({ failingSince, checkedAt }: LinkHealth): number =>
  failingSince === null ? -1 : (checkedAt.getTime() - failingSince.getTime()) / DAY;

const reasonOf = ({ problem, status }: LinkHealth): string => {
  if (problem !== null) return `: ${problem}`;
  return status === null ? '' : `: status ${status}`;
};

const isKeptElsewhere = ({ archiveUrl, snapshots }: Source): boolean => archiveUrl !== null || (snapshots ?? 0) > 0;

const remedyOf = ({ archiveUrl }: Source): string =>
  archiveUrl === null
    ? 'Look up where the page has moved, or link a copy in an archive.'
    : `Look up where the page has moved, or link the archived copy ${quoted(archiveUrl)}.`;
