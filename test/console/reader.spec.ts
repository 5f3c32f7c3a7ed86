import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { until } from '../support/until.js';
import { inBrowser, picture, violations } from './support/browser.js';
import { LOOKS, openConsole, type OpenConsole } from './support/console.js';

/** An article of so many sentences, a third of them without a source. */
const longArticle = (sentences: number): string =>
  `# A long article\n\n${Array.from({ length: sentences }, (_, i) => {
    const heading = i % 50 === 0 ? `## Part ${i / 50 + 1}\n\n` : '';
    const marker = i % 3 === 0 ? '' : ` [${(i % 9) + 1}]`;
    return `${heading}Harbour ${i} handled ${1_000 + i} ships in 2031${marker}.${i % 4 === 3 ? '\n\n' : ' '}`;
  }).join(
    '',
  )}\n\n## References\n\n${Array.from({ length: 8 }, (_, i) => `${i + 1}. Port office, "Year ${i}", 2031.`).join('\n')}\n`;

/** Adds up by how much the page moved under whoever looks at it (Layout Instability API): good is below 0.1. */
const WATCH_SHIFTS = `
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

inBrowser('the reader', () => {
  let console: OpenConsole;
  let path: string;

  beforeAll(async () => {
    console = await openConsole();
    path = await console.reader('sample-hydrogen-buses');
  });
  afterAll(() => console.close());
  afterEach(() => {
    expect(console.complaints.splice(0)).toEqual([]);
  });

  const open = async (look = {}): Promise<Page> => {
    const page = await console.visit(path, look);
    await page.locator('article mark').first().waitFor();
    return page;
  };
  /** Waits until a claim is the one that is looked at. */
  const isAt = (page: Page, words: string): Promise<void> =>
    page.locator('[data-current]', { hasText: words }).first().waitFor();

  it.each(LOOKS)('shows the article as it reads, without a fault that axe finds: %s', async (look, options) => {
    const page = await open(options);
    await page.getByRole('heading', { name: 'The Facts at a Glance' }).waitFor();
    const row = page.getByRole('row').filter({ hasText: '520 kilometres' });
    expect(await row.getByRole('rowheader').textContent()).toBe('Range');
    expect(await row.getByRole('cell').count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await picture(page, `reader-${look}`);
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    expect(await violations(page)).toEqual([]);
    await picture(page, `reader-claim-${look}`);
  });

  it('marks each claim by its standing, and shows what is missing as a hole', async () => {
    const page = await open();
    const blank = page.getByRole('row', { name: /Release date/ });
    await blank.getByRole('img', { name: 'missing' }).waitFor();
    const elided = page.getByText('The first bus left the depot on');
    expect(await elided.locator('[role=img]').count()).toBe(1);
    const marked = page.locator('mark[data-standing=MISSING]', { hasText: 'Saltmarsh Hydrogen' });
    expect(await marked.innerText()).toContain('No evidence');
    const look = "getComputedStyle(document.querySelector('mark[data-standing=MISSING]')).textDecorationStyle";
    expect(await page.evaluate(look)).toBe('dashed');
  });

  it('goes from claim to claim by keys, and the address follows', async () => {
    const page = await open();
    await page.keyboard.press('n');
    await isAt(page, 'Port Calder replaces its diesel buses');
    await page.keyboard.press('n');
    await isAt(page, 'The city expects to retire');
    await page.getByRole('link', { name: 'single-source' }).waitFor();
    await page.keyboard.press('k');
    await isAt(page, 'Port Calder ordered forty');
    await page.keyboard.press('p');
    await isAt(page, 'Port Calder replaces');
    const claim = await page.locator('[data-current]').first().getAttribute('data-claims');
    await page.waitForURL(({ searchParams }) => searchParams.get('claim') === claim);
    await page.reload();
    await page.locator('[data-current]').first().waitFor();
    await isAt(page, 'Port Calder replaces');
    await page.keyboard.press('Escape');
    await page.locator('[data-current]').first().waitFor({ state: 'detached' });
  });

  it('marks only the standings that are asked for, by press or key, and the address tells which', async () => {
    const page = await open();
    await page.getByRole('button', { name: /^Weak/ }).first().click();
    await page.waitForURL(/standing=WEAK$/);
    await page.locator('mark[data-standing=MISSING]').first().waitFor({ state: 'detached' });
    await page.keyboard.press('3');
    await page.waitForURL(/standing=MISSING%2CWEAK$/);
    await page.locator('mark[data-standing=MISSING]').first().waitFor();
    expect(await page.locator('mark[data-standing=CITED]').count()).toBe(0);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.locator('mark[data-standing=CITED]').first().waitFor();
  });

  it('opens what a number leads to', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Citation 1' }).first().click();
    const popover = page.getByRole('dialog', { name: '[1]' });
    await popover.getByRole('link', { name: /Minutes of the transport committee/ }).waitFor();
    await popover.getByText('Its text was not captured').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'reader-citation');
    await page.keyboard.press('Escape');
    await popover.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Citation 8' }).click();
    await page.getByText('This number leads to no source.').waitFor();
  });

  it('tells how much is further down, and leads there', async () => {
    const page = await open();
    const below = page.getByRole('button', { name: /\d+ below/ });
    await below.click();
    await page.getByRole('button', { name: /\d+ above/ }).waitFor();
    expect(await page.evaluate('scrollY')).toBeGreaterThan(0);
  });

  it('tells the claim that is looked at, and keeps its mark when a filter changes', async () => {
    const page = await open();
    await page.keyboard.press('n');
    await page.locator('mark[data-current][aria-current=true]').first().waitFor();
    const claim = await page.locator('mark[data-current]').first().getAttribute('data-claims');
    await page
      .getByRole('status')
      .filter({ hasText: /^[A-Z][\w ]+: \w/ })
      .waitFor({ state: 'attached' });
    await page.keyboard.press('5');
    await page.waitForURL(/standing=CITED/);
    await page.locator('mark[data-standing=CITED]').first().waitFor();
    await page.keyboard.press('5');
    await page.locator('mark[data-standing=MISSING]').first().waitFor();
    await page.locator(`mark[data-current][data-claims="${claim}"]`).first().waitFor();
  });

  it('shows the text that somebody else imports meanwhile, with its claims in their places', async () => {
    const before = 'In 2024 the city had 312 buses.\n\nThe fleet cost 90 million euros in 2023.\n';
    const page = await console.visit('/settings');
    await page.goto(console.base + (await console.import('moving', before)));
    const mark = page.locator('article mark', { hasText: 'The fleet cost 90 million euros in 2023' });
    await mark.waitFor();
    const added = 'A paragraph that stands before all the others was written in 2025.\n\n';
    await console.import('moving', added + before.replace('312', '313'));
    await page.locator('article mark', { hasText: 'A paragraph that stands before' }).waitFor();
    await mark.waitFor();
    await page.locator('article mark', { hasText: 'In 2024 the city had 313 buses' }).waitFor();
  });

  it('is printed with all that was found, in dark ink, and without what is pressed', async () => {
    const page = await open({ dark: true });
    await page.keyboard.press('n');
    await page.getByRole('button', { name: /^Attach a source/ }).waitFor();
    const lists = page.getByRole('list', { name: 'Findings' });
    expect(await lists.count()).toBe(1);
    const notes = await page.locator('[data-open]').count();
    // What the browser does before it prints.
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await lists.count()).toBeGreaterThanOrEqual(notes);
    expect(await page.getByRole('button', { name: /^Attach a source/ }).count()).toBe(0);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).color")).toBe('rgb(27, 31, 36)');
    await picture(page, 'reader-print', true);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: /^Attach a source/ }).waitFor();
    expect(await lists.count()).toBe(1);
  });

  it('says so when there is no such article, in words of its own', async () => {
    const page = await console.visit('/queue');
    const unknown = toGlobalId('Article', randomUUID());
    await page.goto(`${console.base}/articles/${unknown}`);
    await page.getByRole('heading', { level: 2, name: 'There is no such article' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Article' }).waitFor();
    expect(await page.title()).toBe('Article · Obelus');
    expect(await page.getByRole('article').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(console.complaints.splice(0)).toEqual([]);
  });

  it('asks what it needs before its script is there, and nothing twice', async () => {
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'POST' || !request.url().endsWith('/graphql')) return;
      asked.push((request.postDataJSON() as { operationName: string }).operationName);
    });
    // No script comes before all is asked: who would wait for one to ask would wait for ever.
    await page.route(/\.js$/, async (route) => {
      await until('all is asked', () => Promise.resolve(asked.length >= 4));
      await route.continue();
    });
    await page.reload();
    await page.locator('article mark').first().waitFor();
    expect(asked.toSorted()).toEqual(['ReaderArticle', 'ReaderClaims', 'ReaderText', 'Viewer']);
  });

  it('begins at a claim at the end of a long article, and stays there when it is left', async () => {
    const path = await console.import('far', longArticle(300));
    const page = await console.visit(path);
    const last = page.locator('article mark', { hasText: 'Harbour 299 ' }).first();
    await last.waitFor({ state: 'attached' });
    const claim = await last.getAttribute('data-claims');
    await page.goto(`${console.base}${path}?claim=${claim}`);
    await isAt(page, 'Harbour 299 ');
    const place = await page.evaluate<number>('scrollY');
    expect(place).toBeGreaterThan(1_000);
    await page.keyboard.press('Escape');
    await page.locator('[data-current]').first().waitFor({ state: 'detached' });
    expect(await last.count()).toBe(1);
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(1_000);
  });

  it('has all of a long article in the page, and keeps within its script', async () => {
    const address = await console.import('long', longArticle(1_000));
    const page = await console.visit('/settings');
    let bytes = 0;
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    const scripts = new Set<string>();
    let firstAt: number | null = null;
    session.on('Network.responseReceived', ({ requestId, type, timestamp }) => {
      if (type !== 'Script') return;
      firstAt ??= timestamp;
      // From 4 s on come parts that the first view does without; on a busy machine it may not be there by then.
      if (timestamp - firstAt < 3.5) scripts.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.addInitScript(WATCH_SHIFTS);
    await page.goto(console.base + address);
    await page.locator('article mark').first().waitFor();
    const [atFirst, files] = [bytes, scripts.size];
    await page.locator('article mark').nth(999).waitFor({ state: 'attached', timeout: 60_000 });
    expect(atFirst / 1_000).toBeLessThanOrEqual(260);
    expect(atFirst).toBeGreaterThan(50_000);
    // In few files: over HTTP/1.1 six are fetched at a time.
    expect(files).toBeLessThanOrEqual(12);
    expect(await page.evaluate('shifted')).toBeLessThan(0.1);
    await page.keyboard.press('n');
    await page.locator('[data-current]').first().waitFor();
    await picture(page, 'reader-long');
  });
});
