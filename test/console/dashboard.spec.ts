import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { ImportArticle } from '../../src/importing/import-article.js';
import { makeItHour } from '../support/hours.js';
import { inBrowser, picture, violations } from './support/browser.js';
import { LOOKS, openConsole, type OpenConsole } from './support/console.js';

const HOUR = 3_600_000;

const article = (subject: string, claims: number): string =>
  `# ${subject}\n\n${Array.from(
    { length: claims },
    (_, i) => `The ${subject} handled ${1_000 + i} ships in ${2_000 + i}${i % 3 === 0 ? '' : ' [1]'}.`,
  ).join(' ')}\n\n## References\n\n1. Port office, "Ships", 2031.\n`;

inBrowser('the dashboard', () => {
  let console: OpenConsole;

  const importOf = async (slug: string, desk: string | null, claims: number): Promise<void> => {
    const { userErrors } = await console.api.app
      .get(ImportArticle, { strict: false })
      .run(console.viewer, { slug, content: article(slug, claims), desk });
    expect(userErrors).toEqual([]);
  };
  const hoursAgo = (hours: number): Promise<void> => {
    const hour = new Date(Math.floor(Date.now() / HOUR - hours) * HOUR);
    return makeItHour(console.api.db, hour.toISOString());
  };

  beforeAll(async () => {
    console = await openConsole(false);
    await hoursAgo(24 * 9);
    await importOf('ferry', 'City', 4);
    await hoursAgo(24 * 3);
    await importOf('bridge', 'Business', 8);
    await hoursAgo(0);
    await importOf('harbour', null, 3);
  });
  afterAll(() => console.close());
  afterEach(() => {
    expect(console.complaints.splice(0)).toEqual([]);
  });

  const open = async (address = '/dashboard', look = {}): Promise<Page> => {
    const page = await console.visit(address, look);
    await page.getByRole('figure', { name: 'How long findings have been open' }).waitFor();
    await page.locator('[data-state=loading]').first().waitFor({ state: 'detached' });
    return page;
  };
  const figure = (page: Page, name: string): Locator => page.getByRole('figure', { name });
  /** Waits until so many claims are to check. */
  const toCheck = (page: Page, count: number): Promise<void> =>
    page
      .getByRole('region', { name: 'Now' })
      .locator('div', { has: page.getByText('To check', { exact: true }) })
      .getByText(String(count), { exact: true })
      .waitFor();

  it.each(LOOKS)('shows its charts without a fault that axe finds: %s', async (look, options) => {
    const page = await open('/dashboard', options);
    const charts = page.locator('svg[data-chart]');
    await charts.nth(3).waitFor();
    expect(await charts.count()).toBe(4);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await picture(page, `dashboard-charts-${look}`, true);
    await figure(page, 'Standings over time').getByText('The numbers').click();
    expect(await violations(page)).toEqual([]);
  });

  it('its points can be read by keys, one after the other, and have a table behind them', async () => {
    const page = await open();
    const score = figure(page, 'Score over time');
    const points = score.locator('svg [role=img]');
    const count = await points.count();
    expect(count).toBeGreaterThan(8);
    await points.last().focus();
    await page.keyboard.press('ArrowLeft');
    const told = await page.evaluate("document.activeElement.getAttribute('aria-label')");
    expect(told).toMatch(/: score \d+%, looked at 0%$/);
    await score.getByText(String(told)).waitFor();
    await page.keyboard.press('Home');
    const first = await page.evaluate("document.activeElement.getAttribute('aria-label')");
    expect(first).toBe(await points.first().getAttribute('aria-label'));
    expect(first).not.toBe(told);
    await score.getByText('The numbers').click();
    expect(await score.getByRole('row').count()).toBe(count + 1);
  });

  it('is of a desk and a period that the address names, and a reload shows the same', async () => {
    const page = await open();
    await toCheck(page, 15);
    await page.keyboard.press('f');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SELECT');
    await page.getByLabel('Desk').first().selectOption('City');
    await page.waitForURL(/desk=City/);
    await toCheck(page, 4);
    await page.getByLabel('Period').selectOption('week');
    await page.waitForURL(/period=week/);
    await page.reload();
    await toCheck(page, 4);
    expect(await page.getByLabel('Period').inputValue()).toBe('week');
  });

  it('tells apart by desk, article, rule and publisher', async () => {
    const page = await open();
    const parts = figure(page, 'Where it is');
    await parts.getByRole('img', { name: /^Business: / }).waitFor();
    await parts.getByRole('img', { name: /^\(no desk\): / }).waitFor();
    await page.getByRole('button', { name: 'Article', exact: true }).click();
    await page.waitForURL(/by=article/);
    const bars = figure(page, 'Where it is');
    await bars.getByRole('img', { name: /^bridge: / }).waitFor();
    await bars.getByText('The numbers').click();
    await bars.getByRole('link', { name: 'ferry' }).click();
    await page.getByRole('heading', { level: 1, name: 'ferry' }).waitFor();
  });

  it('gives each chart as CSV and as a drawing that holds its colours', async () => {
    const page = await open();
    const standings = figure(page, 'Standings over time');
    const save = async (kind: 'CSV' | 'SVG'): Promise<readonly [string, string]> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        standings.getByRole('button', { name: `Save as ${kind}` }).click(),
      ]);
      return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')];
    };
    const [csvName, csv] = await save('CSV');
    expect(csvName).toBe('obelus-standings-over-time.csv');
    expect(csv.split('\r\n')[0]).toBe('From,Refuted,Contested,No evidence,Weak,Cited,Waived,Adequate');
    expect(csv.trimEnd().split('\r\n').at(-1)).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z(,\d+){7}$/);
    const [svgName, svg] = await save('SVG');
    expect(svgName).toBe('obelus-standings-over-time.svg');
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('<title>Standings over time</title>');
    expect(svg).toContain('rgb(14, 17, 22)');
    expect(svg).not.toMatch(/var\(|class=|tabindex|data-reading/);
  });

  it('follows what happens, without being asked', async () => {
    const page = await open('/dashboard?by=article');
    await importOf('late', 'City', 5);
    await figure(page, 'Where it is')
      .getByRole('img', { name: /^late: / })
      .waitFor({ timeout: 20_000 });
    await toCheck(page, 20);
  });

  it('fills a screen on a wall, dark, and Esc leads back', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'For a wall' }).click();
    await page.getByRole('heading', { level: 1, name: 'Newsroom' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(20, 23, 28)');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'dashboard-wall');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Newsroom' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    await page.getByRole('navigation').first().waitFor();
  });

  it('a wall comes back by itself after the server was away', async () => {
    const page = await console.visit('/dashboard?wall');
    await page.locator('dd').first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('No connection.').waitFor();
    await picture(page, 'dashboard-wall-away');
    await importOf('later', 'Business', 7);
    await page.context().setOffline(false);
    await page.getByText('No connection.').waitFor({ state: 'hidden' });
    const { data } = await console.api.ask<{ evidenceSummary: { byStanding: { standing: string; count: number }[] } }>(
      await console.api.token(console.viewer),
      '{ evidenceSummary { byStanding { standing count } } }',
    );
    const missing = data!.evidenceSummary.byStanding.find(({ standing }) => standing === 'MISSING')!.count;
    const row = page.getByRole('listitem').filter({ hasText: 'No evidence' });
    await row.getByText(String(missing), { exact: true }).waitFor();
    console.complaints.length = 0;
  });

  it('says all of it in German', async () => {
    const page = await console.visit('/dashboard', { language: 'de-DE' });
    await page.getByRole('figure', { name: 'Wert im Verlauf' }).waitFor();
    await page.getByRole('figure', { name: 'Wie lange Befunde schon offen sind' }).waitFor();
    await picture(page, 'dashboard-german', true);
  });
});

inBrowser('the dashboard of an empty workspace', () => {
  let console: OpenConsole;

  beforeAll(async () => {
    console = await openConsole(false);
  });
  afterAll(() => console.close());

  it('says that there is nothing to count yet', async () => {
    const page = await console.visit('/dashboard');
    await page.getByRole('heading', { name: 'There are no claims yet' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(console.complaints).toEqual([]);
  });
});
