import type { Database } from '../../src/database/database.js';
import { Sequencer } from '../../src/events/sequencer.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import { Rounds, type Next } from '../../src/jobs/rounds.js';

/** Rounds of a sequencer are begun by hand. */
const sequencerOf = (database: Database): Sequencer => new Sequencer(database, {} as Jobs);

/** Gives all that has happened its place in the order of events. */
export async function orderEvents(database: Database): Promise<void> {
  const sequencer = sequencerOf(database);
  while ((await sequencer.round()) !== 'later');
}

/** Does so again and again, as a server does and in more of a hurry. Stop it. */
export function keepOrdering(database: Database): Rounds {
  const sequencer = sequencerOf(database);
  const round = (): Promise<Next> => sequencer.round().catch((): Next => 'soon');
  const rounds = new Rounds('ordering', round, { soonMs: 5, laterMs: 10 });
  rounds.start();
  return rounds;
}
