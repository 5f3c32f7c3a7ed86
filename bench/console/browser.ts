import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM, CHROMIUM_ARGS } from '../../test/console/support/chromium.js';

/** A browser that two programs look through: this one and Lighthouse. */
export interface SharedBrowser {
  /** Where Lighthouse speaks to it. */
  readonly port: number;
  readonly page: Page;
  /**
   * Leaves its page empty: what goes on in the console is not to be measured before it begins.
   *
   * @param link an address of the console with a token behind `#`
   * @param shown what is there, as a selector, when somebody is signed in
   */
  signIn(link: string, shown: string): Promise<void>;
  /** Empties the cache; who is signed in stays so. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the Chromium that tests use. @throws Error when there is none */
export async function startBrowser(): Promise<SharedBrowser> {
  if (CHROMIUM === undefined) throw new Error('there is no Chromium; install one, or name it in OBELUS_BROWSER');
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'obelus-browser-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    args: [`--remote-debugging-port=${port}`, ...CHROMIUM_ARGS],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  return {
    port,
    page,
    async signIn(link, shown) {
      await page.goto(link);
      await page.locator(shown).first().waitFor({ timeout: 60_000 });
      await page.goto('about:blank');
    },
    async forget() {
      await session.send('Network.clearBrowserCache');
    },
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
