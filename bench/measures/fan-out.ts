import { toGlobalId } from '../../src/graphql/global-id.js';
import { Listeners } from '../load/listeners.js';
import { spinMs } from '../load/spin.js';
import { shown } from '../report/shown.js';
import { median, ratioOf } from '../report/statistics.js';
import type { Section } from '../report/section.js';
import { memoryOf, startObelus, startOther } from '../servers/contestants.js';
import { pairsAnywhere } from './attach.js';
import { TOKEN, type Bench } from './bench.js';
import { answersOf } from './same-answers.js';

const SOCKETS = 1_000;
const CHANGES_A_ROUND = 4;
const MUTATION = `mutation Attach($input: AttachSourceInput!) {
  attachSource(input: $input) { claim { id text standing } userErrors { message } }
}`;

/** How soon a thousand sockets hear of a change. */
export async function fanOut(bench: Bench): Promise<Section> {
  const { set, options } = bench;
  const [checkout] = options.checkouts as [(typeof options.checkouts)[number]];
  const count = CHANGES_A_ROUND * (options.rounds + 1);
  const pairs = await pairsAnywhere(bench, count, 'from the end');
  // Events get their order from whoever does jobs.
  const servers = [
    await startObelus(checkout.name, checkout.path, set, { OBELUS_JOBS: 'on' }),
    await startOther('bare WebSocket server', 'sockets', set),
  ];
  try {
    const listeners: Listeners[] = [];
    for (const server of servers) {
      bench.say(`fan-out: ${SOCKETS} sockets on ${server.name}`);
      listeners.push(await Listeners.open(server.url, TOKEN, SOCKETS));
    }
    const half = servers.map((): number[] => []);
    const all = servers.map((): number[] => []);
    for (const [i, { claim, source }] of pairs.entries()) {
      const input = { claimId: toGlobalId('Claim', claim), sourceId: toGlobalId('Source', source) };
      const attach = JSON.stringify({ query: MUTATION, variables: { input } });
      const tell = JSON.stringify({
        variables: { told: JSON.stringify({ claim: { id: input.claimId }, n: i, words: 'x'.repeat(80) }) },
      });
      for (const [s, server] of servers.entries()) {
        bench.spins.push(spinMs());
        const begun = performance.now();
        const heard = listeners[s]!.hear(input.claimId);
        await answersOf(server.url, TOKEN, [server.kind === 'obelus' ? attach : tell]);
        const times = (await heard).map((at) => at - begun).sort((a, b) => a - b);
        // The first changes warm up.
        if (i < CHANGES_A_ROUND) continue;
        half[s]!.push(times[SOCKETS / 2]!);
        all[s]!.push(times.at(-1)!);
      }
    }
    const memory = servers.map(({ pid }) => memoryOf(pid));
    for (const each of listeners) each.close();
    return {
      id: 'fan-out',
      title: 'Telling a thousand sockets',
      about:
        `${SOCKETS.toLocaleString('en')} WebSockets listen to every claim that changes. From when a change is asked for until half of ` +
        'them, and all of them, have heard of it. Beside it a bare WebSocket server that is told by PostgreSQL and sends the same ' +
        'words to all, without a change being stored, judged, or put into the order of events.',
      columns: ['server', 'half have heard, ms', 'all have heard, ms', 'MiB'],
      rows: servers.map(({ name }, i) => [
        name,
        shown(median(half[i]!)),
        shown(median(all[i]!)),
        shown(memory[i]?.now ?? NaN),
      ]),
      comparisons: [
        {
          what: `until all have heard, ${checkout.name} / the bare server`,
          ratio: ratioOf(all[0]!, all[1]!),
          target: null,
        },
      ],
      limits: [],
      chart: null,
      notes: [`Events are put into order in rounds, up to 300 ms apart while nothing happens: see decision 0012.`],
    };
  } finally {
    for (const each of servers) await each.stop();
  }
}
