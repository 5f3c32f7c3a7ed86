import type { Page } from 'playwright-core';
import { ImportArticle } from '../../src/importing/import-article.js';
import type { Rounds } from '../../src/jobs/rounds.js';
import { keepOrdering } from '../support/ordering.js';
import { inBrowser, picture, violations } from './support/browser.js';
import { LOOKS, openConsole, type OpenConsole } from './support/console.js';

/** More than a page of the API. */
const REPORTS = 120;
const report = (number: number, sentences = 1): string =>
  `# Report ${String(number).padStart(3, '0')}\n\n` +
  Array.from({ length: sentences }, (_, i) => `The hall cost ${number + i + 2} million crowns in 20${10 + i}.`).join(
    ' ',
  );

inBrowser('articles', () => {
  let console: OpenConsole;
  let ordering: Rounds;

  beforeAll(async () => {
    console = await openConsole(false);
    ordering = keepOrdering(console.api.db.database);
    const articles = console.api.app.get(ImportArticle, { strict: false });
    for (let number = 1; number <= REPORTS; number++) {
      const desk = number % 2 === 0 ? 'City' : 'Sports';
      await articles.run(console.viewer, { slug: `report-${number}`, content: report(number), desk });
    }
  });
  afterAll(async () => {
    await ordering.stop();
    await console.close();
  });
  afterEach(() => {
    expect(console.complaints.splice(0)).toEqual([]);
  });

  const rows = (page: Page) => page.getByRole('table', { name: 'Articles' }).getByRole('row');

  it('shows all of them, however many, and only those near what is seen are on the page', async () => {
    const page = await console.visit('/articles?order=title');
    await rows(page).filter({ hasText: 'Report 001' }).waitFor();
    expect(await rows(page).count()).toBeLessThan(60);
    for (let step = 0; step < 20; step++) await page.mouse.wheel(0, 4_000);
    await rows(page).filter({ hasText: 'Report 120' }).waitFor();
    await page.getByText('120 articles').waitFor();
  });

  it('search, desk and order stand in the address', async () => {
    const page = await console.visit('/articles');
    await page.keyboard.press('/');
    await page.keyboard.type('report 01');
    await page.waitForURL(/text=report/);
    await page.getByText('10 articles').waitFor();
    await page.getByLabel('Desk').selectOption('City');
    await page.getByText('5 articles').waitFor();
    await page.getByLabel('Order').selectOption('By title');
    await page.waitForURL(/order=title/);
    await page.reload();
    await page.getByText('5 articles').waitFor();
    expect(await rows(page).nth(1).textContent()).toContain('Report 010');
    await page.getByRole('searchbox').fill('no such title');
    await page.getByRole('heading', { name: 'No article is like this' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all' }).click();
    await rows(page).filter({ hasText: 'Report 120' }).waitFor();
  });

  it('what others do shows in place, and what is new waits', async () => {
    const page = await console.visit('/articles');
    const changed = rows(page).filter({ hasText: 'Report 119' });
    await changed.waitFor();
    await page.keyboard.press('j');
    await console.import('report-119', report(119, 7));
    await changed.getByRole('cell').nth(2).getByText('7', { exact: true }).waitFor();
    expect(await rows(page).nth(1).textContent()).toContain('Report 120');
    await console.import('report-400', report(400));
    const anew = page.getByRole('button', { name: 'Something changed: show it anew' });
    await anew.waitFor();
    expect(await rows(page).filter({ hasText: 'Report 400' }).count()).toBe(0);
    await anew.click();
    await rows(page).filter({ hasText: 'Report 400' }).waitFor();
    await anew.waitFor({ state: 'detached' });
  });

  it.each(LOOKS)('has no fault that axe finds: %s', async (look, options) => {
    const page = await console.visit('/articles', options);
    await rows(page).nth(1).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await picture(page, `articles-${look}`);
  });
});
