import { type Database } from '../../src/database/database.js';
import { recountArticle } from '../../src/editing/recount.js';
import { diceOf } from '../../test/support/random.js';
import { madeUpArticle } from '../data/made-up-article.js';
import type { Listeners } from '../load/listeners.js';
import { jobEnded } from '../support/job.js';
import type { Asker, Operation, Step } from './operation.js';
import type { PlaceOfClaim, Places } from './places.js';

/** Changes of each operation in a round. */
const TIMES = 8;
/** Imports of a round: each is many changes. */
const IMPORTS = 4;
/** Claims of an article that is imported. */
const CLAIMS = 50;
/** Sources that it cites are among so many. */
const SOURCES = 500;
/** Articles that cite the sources which are retracted, about. */
const CITING = 30;

const AT = new Date(Date.UTC(2026, 6, 1));

/** What users change, one at a time. */
export function changes(ask: Asker, places: Places, listeners: Listeners, rounds: number): Operation[] {
  const change = (
    name: string,
    mutation: string,
    input: (claim: PlaceOfClaim) => Record<string, unknown>,
    selection: string,
  ): Operation => ({
    name,
    group: 'changes',
    once: true,
    steps: places.claims(TIMES * rounds).map((claim): Step => async () => {
      await ask.change(mutation, input(claim), selection);
    }),
  });
  return [
    change(
      'attach a source',
      'attachSource',
      ({ id, other }) => ({ claimId: id, sourceId: other.id }),
      'claim { standing }',
    ),
    change(
      'attach by address',
      'attachSource',
      ({ id, other }) => ({ claimId: id, source: { url: other.url } }),
      'claim { standing }',
    ),
    change('detach a source', 'detachSource', ({ citationId }) => ({ citationId }), 'claim { standing }'),
    change(
      'waive a finding',
      'waiveFinding',
      ({ findingId }) => ({ findingId, reason: 'Known to the desk.' }),
      'finding { state }',
    ),
    change(
      'set a verdict',
      'setVerdict',
      ({ id }) => ({ claimId: id, value: 'TRUE', text: 'Counted again.' }),
      'claim { standing }',
    ),
    change('comment', 'addComment', ({ id }) => ({ claimId: id, text: 'Who said so?' }), 'comment { id }'),
    change('set a priority', 'updateClaim', ({ id }) => ({ claimId: id, priority: 'LOW' }), 'claim { standing }'),
    change(
      'edit a claim’s text',
      'updateClaim',
      ({ id, text }) => ({ claimId: id, text: edited(text) }),
      'claim { standing }',
    ),
    change(
      'split a claim',
      'splitClaim',
      ({ id, text }) => ({ claimId: id, at: text.indexOf(' ', 10) + 1 }),
      'claims { id }',
    ),
    {
      name: 'a subscriber hears',
      group: 'changes',
      once: true,
      steps: places.claims(TIMES * rounds).map(({ id, other }): Step => async () => {
        const begun = performance.now();
        const heard = listeners.hear(id, '');
        await ask.change('attachSource', { claimId: id, sourceId: other.id }, 'claim { standing }');
        return Math.max(...(await heard)) - begun;
      }),
    },
    ...imports(ask, rounds),
  ];
}

const edited = (text: string): string => `${text.replace(/\.$/, '')}, as the county says.`;

/** New articles, and their second revisions. */
function imports(ask: Asker, rounds: number): Operation[] {
  const draw = diceOf(CLAIMS);
  const texts = Array.from(
    { length: IMPORTS * rounds },
    (_, i) => madeUpArticle(draw, 9_000_000 + i, CLAIMS, () => draw(SOURCES)).text,
  );
  const operation = (name: string, change: (text: string) => string): Operation => ({
    name,
    group: 'changes',
    once: true,
    steps: texts.map((text, i): Step => async () => {
      const input = { slug: `import-${i}`, format: 'TEXT', content: change(text) };
      await ask.change('importArticle', input, 'article { id }');
    }),
  });
  return [
    operation(`import of ${CLAIMS} claims`, (text) => text),
    operation(`revision of ${CLAIMS} claims`, (text) =>
      text.replace('\n\n', '\n\nThe quay was painted in 1997 by 12 people, the council said.\n\n'),
    ),
  ];
}

/** What goes through many articles, told for each of them; and the recount of one. */
export function bulk(ask: Asker, places: Places, database: Database, workspaceId: string, rounds: number): Operation[] {
  return [
    {
      name: 'recount, an article',
      group: 'bulk',
      steps: places.articles.slice(0, IMPORTS).map(({ uuid }): Step => async () => {
        const found = await database.withWorkspace({ workspaceId }, (connection) =>
          recountArticle(connection, { workspaceId, memberId: null }, uuid, AT, false),
        );
        if (!found) throw new Error(`the article ${uuid} is not there`);
      }),
    },
    {
      name: `retraction, each of ${CITING} articles`,
      group: 'bulk',
      once: true,
      steps: places.sourcesCitedBy(CITING, rounds).map(({ id, articles }): Step => async () => {
        const begun = performance.now();
        const { job } = await ask.change<{ job: { id: string } }>(
          'retractSource',
          { sourceId: id, reason: 'The figures were made up.' },
          'job { id }',
        );
        await jobEnded((query, variables) => ask.data(query, variables), job.id);
        return (performance.now() - begun) / articles;
      }),
    },
  ];
}
