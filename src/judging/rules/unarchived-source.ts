import { CLEAR, NOT_APPLICABLE, notAssessed, type ArticleRule } from '../rule.js';
import { nameOf } from '../text/claims.js';
import { citedOnWeb, marked, placeOfReference } from '../text/cited.js';

/** When the page is gone, so is the evidence. */
export const unarchivedSource: ArticleRule = {
  scope: 'article',
  meta: {
    id: 'unarchived-source',
    title: 'A cited page is kept nowhere',
    description: `Fires for a cited source at an address of the web of which neither a snapshot nor the address of an archived copy is
known; once a source. Pages change and go, and then nobody can look up what they said.

Not applicable to sources without an address, such as books and files in a register. Not assessed where snapshots of sources are not kept,
unless all sources have an archived copy: their texts are then not compared with the claims either.`,
    remedy: 'Capture a snapshot, or add the address of a copy in an archive.',
    version: 1,
    severity: 'NOTE',
    bearings: [],
    reads: ['references', 'sources'],
    examples: {
      fires: ['[1] is https://press.example/trams, with no snapshot and no copy in an archive'],
      quiet: ['[1] is https://press.example/trams, archived at https://archive.example/2031/trams'],
    },
  },
  judge({ article }) {
    const onWeb = citedOnWeb(article.references);
    if (onWeb.length === 0) return NOT_APPLICABLE;
    const open = onWeb.filter(({ source }) => source.archiveUrl === null && !source.snapshots);
    if (open.some(({ source }) => source.snapshots === undefined)) {
      return notAssessed('no texts of sources are at hand: quotes, figures and claims were not compared with them');
    }
    if (open.length === 0) return CLEAR;
    return open.map(({ source, reference, labels }) => ({
      kind: 'finding',
      message: `${nameOf(source, reference.text)} ${marked(labels)} has neither a snapshot nor an archived copy`,
      remedy: 'Capture a snapshot of it, or add the address of a copy in an archive.',
      ...placeOfReference(reference),
      bearing: null,
      about: source.key,
    }));
  },
};
