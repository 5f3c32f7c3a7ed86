import { toGlobalId } from '../../src/graphql/global-id.js';
import { tokenOf } from '../data/build.js';
import { Listeners, toArticle, toEverything, type Listener } from '../load/listeners.js';
import { spinMs } from '../load/spin.js';
import { shown } from '../report/shown.js';
import { median, ratioOf } from '../report/statistics.js';
import { withBars } from '../report/bars.js';
import type { Section } from '../report/section.js';
import { memoryOf, startObelus, startOther, type Contestant } from '../servers/contestants.js';
import { pairsAnywhere } from './attach.js';
import { TOKEN, type Bench } from './bench.js';
import { answersOf } from './same-answers.js';

const SOCKETS = 1_000;
const CHANGES_A_ROUND = 4;
const MUTATION = `mutation Attach($input: AttachSourceInput!) {
  attachSource(input: $input) { claim { id text standing } userErrors { message } }
}`;

/** A change that is made once. */
interface Change {
  readonly claim: string;
  readonly source: string;
  readonly article: string;
}

/** A server with sockets, and how long they took to hear of each change, in milliseconds. */
interface Audience {
  readonly server: Contestant;
  readonly who: string;
  readonly listeners: readonly Listener[];
  readonly half: number[];
  readonly all: number[];
  memory: number;
}

/** How soon a thousand sockets hear of a change. */
export async function fanOut(bench: Bench): Promise<Section> {
  const { set, options } = bench;
  const [checkout] = options.checkouts as [(typeof options.checkouts)[number]];
  const changes = await changesOf(bench, 2 * CHANGES_A_ROUND * (options.rounds + 1));
  // Events get their order from whoever does jobs.
  const obelus = await startObelus(checkout.name, checkout.path, set, { OBELUS_JOBS: 'on' });
  const bare = await startOther('bare WebSocket server', 'sockets', set);
  const audience = (server: Contestant, who: string, listeners: readonly Listener[]): Audience => ({
    ...{ server, who, listeners, half: [], all: [], memory: NaN },
  });
  try {
    const [own, floor] = [audience(obelus, 'to all', toAll()), audience(bare, 'to all', toAll())];
    const divided = audience(obelus, 'to parts', toParts(changes, set.size.workspaces));
    await tell(bench, [own, floor], changes.slice(0, changes.length / 2));
    await tell(bench, [divided], changes.slice(changes.length / 2));
    return withBars(
      {
        id: 'fan-out',
        title: 'Telling a thousand sockets',
        about:
          `${SOCKETS.toLocaleString('en')} WebSockets listen to every claim that changes. From when a change is asked for until half of ` +
          'them, and all of them, have heard of it. Beside it a bare WebSocket server that is told by PostgreSQL and sends the same ' +
          'words to all, without a change being stored, judged, or put into the order of events. Then as many that listen to parts: ' +
          `divided among the workspaces, and in the changed one every second to one article. Of those, ${toldOf(divided)} hear of each.`,
        columns: ['server', 'listening', 'half have heard, ms', 'all have heard, ms', 'MiB'],
        rows: [own, floor, divided].map(({ server, who, half, all, memory }) => [
          server.name,
          who,
          shown(median(half)),
          shown(median(all)),
          shown(memory),
        ]),
        comparisons: [
          {
            what: `until all have heard, ${checkout.name} / the bare server`,
            ratio: ratioOf(own.all, floor.all),
            target: null,
          },
        ],
        limits: [],
        notes: ['Events are put into order as soon as they are committed: see decision 0049.'],
      },
      { title: 'Milliseconds until all have heard', value: 'all have heard, ms', groups: 'listening' },
    );
  } finally {
    for (const each of [obelus, bare]) await each.stop();
  }
}

async function changesOf(bench: Bench, count: number): Promise<Change[]> {
  const pairs = await pairsAnywhere(bench, count, 'from the end');
  const rows = await bench.set.rows<{ id: string; article: string }>(
    'SELECT id, article_id AS article FROM claim WHERE workspace_id = $1 AND id = ANY($2::uuid[])',
    [bench.pages.workspaceId, pairs.map(({ claim }) => claim)],
  );
  const articles = new Map(rows.map(({ id, article }) => [id, article]));
  return pairs.map((pair) => ({ ...pair, article: articles.get(pair.claim)! }));
}

function toAll(): Listener[] {
  return Array.from({ length: SOCKETS }, () => toEverything(TOKEN));
}

/** Sockets of all workspaces. Changes are made in the first one, where every second socket listens to one article. */
function toParts(changes: readonly Change[], workspaces: number): Listener[] {
  return Array.from({ length: SOCKETS }, (_, i) => {
    const [workspace, nth] = [i % workspaces, Math.floor(i / workspaces)];
    const article = workspace === 0 && nth % 2 === 1 ? changes[nth % changes.length]!.article : null;
    return toArticle(
      tokenOf(workspace),
      article && toGlobalId('Article', article),
      (changed) => workspace === 0 && (article === null || article === changed),
    );
  });
}

/** Those who listen to one article and those who listen to all of the workspace. */
const toldOf = ({ listeners }: Audience): string => {
  const always = listeners.filter(({ hears }) => hears('')).length;
  return `${always} or a few more`;
};

/** Makes each change on each server in turn. */
async function tell(bench: Bench, audiences: readonly Audience[], changes: readonly Change[]): Promise<void> {
  const open: Listeners[] = [];
  try {
    for (const { server, who, listeners } of audiences) {
      bench.say(`fan-out: ${listeners.length} sockets that listen ${who} on ${server.name}`);
      open.push(await Listeners.open(server, listeners));
    }
    for (const [i, change] of changes.entries()) {
      const bodies = bodiesOf(change, i);
      for (const [a, { server, half, all }] of audiences.entries()) {
        bench.spins.push(spinMs());
        const begun = performance.now();
        const heard = open[a]!.hear(toGlobalId('Claim', change.claim), change.article);
        await answersOf(server.url, TOKEN, [server.kind === 'obelus' ? bodies.attach : bodies.tell]);
        const times = (await heard).map((at) => at - begun).sort((one, other) => one - other);
        // The first changes warm up.
        if (i < CHANGES_A_ROUND) continue;
        half.push(times[Math.floor(times.length / 2)]!);
        all.push(times.at(-1)!);
      }
    }
    for (const each of audiences) each.memory = memoryOf(each.server.pid)?.now ?? NaN;
  } finally {
    for (const each of open) each.close();
  }
}

/** What the program is asked to do, and what the bare server is asked to tell. */
function bodiesOf({ claim, source }: Change, nth: number): { readonly attach: string; readonly tell: string } {
  const input = { claimId: toGlobalId('Claim', claim), sourceId: toGlobalId('Source', source) };
  const told = JSON.stringify({ claim: { id: input.claimId }, n: nth, words: 'x'.repeat(80) });
  return {
    attach: JSON.stringify({ query: MUTATION, variables: { input } }),
    tell: JSON.stringify({ variables: { told } }),
  };
}
