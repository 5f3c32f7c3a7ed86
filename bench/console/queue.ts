import { STANDING } from '../../src/database/codes.js';
import { openSet } from '../data/data-set.js';
import { tokenOf } from '../data/build.js';
import { startObelus } from '../servers/contestants.js';
import { startBrowser } from './browser.js';
import { walkQueue } from './long-list.js';

/** Which data set the queue is of. */
export interface QueueOptions {
  readonly claims: number;
  /** Where data sets are kept. */
  readonly folder: string;
}

/** Walks through a queue that has every claim of a workspace in it, and tells what each part of the way cost. */
export async function measureQueue({ claims, folder }: QueueOptions): Promise<void> {
  const set = await openSet(folder, { claims, workspaces: 1 }, console.log);
  try {
    const server = await startObelus('Obelus', process.cwd(), set);
    const browser = await startBrowser();
    try {
      // Supported or not: so the list is as long as the set is large.
      const url = new URL(`/queue?standing=${Object.keys(STANDING.toCode).join()}`, server.url).href;
      await browser.signIn(`${url}#token=${tokenOf(0)}`, '[role=grid]');
      console.log(`\nqueue: ${claims.toLocaleString('en')} claims`);
      for (const { name, figures } of await walkQueue(browser.page, url)) {
        console.log(`  ${name}`);
        for (const [what, figure] of Object.entries(figures)) {
          console.log(`    ${what.padEnd(32)}${figure.toFixed(0).padStart(10)}`);
        }
      }
    } finally {
      await browser.close();
      await server.stop();
    }
  } finally {
    await set.close();
  }
}
