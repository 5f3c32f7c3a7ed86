import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM, CHROMIUM_ARGS } from './chromium.js';

if (CHROMIUM === undefined) {
  process.stderr.write('No Chromium: tests of the console in a browser are skipped. apt-get install chromium\n');
}

/** Tests that need a browser; skipped, and said so, where there is none. */
export const inBrowser: typeof describe | typeof describe.skip = CHROMIUM === undefined ? describe.skip : describe;

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: CHROMIUM_ARGS,
  });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page, a line each; empty when nothing. @param within a part of it, as a selector */
export async function violations(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(AXE);
  const context = JSON.stringify(within ?? 'html');
  const results = (await page.evaluate(`axe.run(${context}, { resultTypes: ['violations'] })`)) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** Waits until a page has asked for a subscription by its name, on whatever socket. */
export const subscribed = (page: Page, name: string): Promise<void> =>
  new Promise((resolve) => {
    page.on('websocket', (socket) =>
      // Listened to at once: the frame may come in the same moment as the socket.
      socket.on('framesent', ({ payload }) => String(payload).includes(name) && resolve()),
    );
  });

const PICTURES = process.env.OBELUS_PICTURES;

/** Keeps a picture of the page where pictures are wanted: OBELUS_PICTURES names their folder. */
export async function picture(page: Page, name: string, whole = false): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: whole });
}
