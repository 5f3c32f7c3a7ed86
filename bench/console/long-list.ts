import type { CDPSession, Page, Request } from 'playwright-core';

/** What a part of the walk through the queue cost. */
export interface Stretch {
  readonly name: string;
  /** By name, with the unit in it. */
  readonly figures: Readonly<Record<string, number>>;
}

/** How a key is repeated while it is held down, about: thirty times a second. */
const REPEAT_MS = 33;
const HELD_TIMES = 300;
/** Where memory is looked at on the way down. */
const STOPS = [1_000, 10_000, 50_000];
/** From where on a frame is late for who watches, and a task holds up what they do. */
const LATE_FRAME_MS = 50;
/** How long nothing may come before the walk is given up. */
const PATIENCE_MS = 60_000;

const CURRENT = '[role=grid] [role=row][data-current=true]';
const GRID = '[role=grid]';

/** Runs in the page: how far apart frames are, and which tasks took long. What is kept is bounded by nothing but the walk. */
const WATCH = `
  globalThis.watched = { frames: [], tasks: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.tasks.push(duration);
  }).observe({ entryTypes: ['longtask'] });
  let last = performance.now();
  const frame = (now) => {
    watched.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
`;

/**
 * Walks through the queue as people do who have more than they can look through: keys held down at its beginning, all of it scrolled
 * to its end, and keys held down there. Tells how late frames came, what it held in memory, and how often it asked.
 *
 * @param page signed in, and nowhere yet
 * @param url of the queue
 * @throws Error when rows stop coming before the end
 */
export async function walkQueue(page: Page, url: string): Promise<Stretch[]> {
  const session = await page.context().newCDPSession(page);
  const asked = requestsOf(page);
  await page.addInitScript(WATCH);
  // The first steps are shown over the list.
  await page.addInitScript(`localStorage.setItem('obelus.tour', '"closed"')`);
  const stretches: Stretch[] = [];
  const measured = async (name: string, walk: () => Promise<unknown>): Promise<void> => {
    asked.count = 0;
    await page.evaluate('globalThis.watched && (watched.frames.length = watched.tasks.length = 0)');
    const begun = performance.now();
    await walk();
    const took = performance.now() - begun;
    stretches.push({ name, figures: await figuresOf(page, session, took, asked.count) });
  };
  await measured('opened', async () => {
    await page.goto(url);
    await page.locator(`${GRID} [role=row]`).first().waitFor();
  });
  await page.locator(GRID).focus();
  await measured(`j held, ${HELD_TIMES} times, at the beginning`, () => hold(page, 'j'));
  for (const stop of [...STOPS, Number.POSITIVE_INFINITY]) {
    const name = Number.isFinite(stop) ? `scrolled to ${stop.toLocaleString('en')} rows` : 'scrolled to the end';
    await measured(name, () => scrollDown(page, stop));
  }
  await measured('the last row, by End', async () => {
    await page.keyboard.press('End');
    await page.locator(CURRENT).waitFor();
  });
  await measured(`k held, ${HELD_TIMES} times, at the end`, () => hold(page, 'k'));
  await measured('the first row, by Home', async () => {
    await page.keyboard.press('Home');
    await page.locator(`${CURRENT}[aria-rowindex="1"]`).waitFor();
  });
  return stretches;
}

/** A key as it comes while it is held down, and until the page has followed it. */
async function hold(page: Page, key: string): Promise<void> {
  for (let i = 0; i < HELD_TIMES; i++) {
    await page.keyboard.down(key);
    await page.waitForTimeout(REPEAT_MS);
  }
  await page.keyboard.up(key);
  await page.locator(CURRENT).waitFor();
}

/** Runs in the page: to the bottom again and again, until so many rows are there, or all. @returns why not; empty when it is done */
const scroll = (rows: number): string => `new Promise((resolve) => {
  const scroller = document.querySelector('${GRID}');
  let [height, grownAt] = [0, performance.now()];
  const step = (now) => {
    const last = Number([...scroller.querySelectorAll('[role=row]')].at(-1)?.getAttribute('aria-rowindex'));
    const total = Number(scroller.getAttribute('aria-rowcount'));
    if (last >= Math.min(${rows}, total)) return resolve('');
    if (scroller.scrollHeight > height) [height, grownAt] = [scroller.scrollHeight, now];
    if (now - grownAt > ${PATIENCE_MS}) return resolve(\`no more came behind row \${last} of \${total}\`);
    scroller.scrollTop = scroller.scrollHeight;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;

async function scrollDown(page: Page, rows: number): Promise<void> {
  const problem = await page.evaluate<string>(scroll(rows));
  if (problem !== '') throw new Error(`the queue: ${problem}: ${await page.locator('main').innerText()}`);
}

/** Questions over HTTP; what is live comes by itself. */
function requestsOf(page: Page): { count: number } {
  const asked = { count: 0 };
  page.on('request', (request: Request) => {
    if (request.method() === 'POST' && request.url().endsWith('/graphql')) asked.count++;
  });
  return asked;
}

async function figuresOf(page: Page, session: CDPSession, took: number, asked: number): Promise<Stretch['figures']> {
  const { frames, tasks } = await page.evaluate<{ frames: number[]; tasks: number[] }>('watched');
  // What is garbage is not held.
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return {
    'took, ms': took,
    requests: asked,
    [`frames later than ${LATE_FRAME_MS} ms`]: frames.filter((ms) => ms > LATE_FRAME_MS).length,
    frames: frames.length,
    'longest frame, ms': Math.max(0, ...frames),
    'long tasks': tasks.length,
    'longest task, ms': Math.max(0, ...tasks),
    'held, MB': usedSize / 1_000_000,
    'nodes of the page': nodes,
  };
}
