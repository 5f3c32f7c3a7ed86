import type { Page } from 'playwright-core';
import type { Rounds } from '../../src/jobs/rounds.js';
import { keepOrdering } from '../support/ordering.js';
import { inBrowser, picture, violations } from './support/browser.js';
import { openConsole, type OpenConsole } from './support/console.js';

const NEW = { isNew: true };

inBrowser('who is here for the first time', () => {
  let console: OpenConsole;
  let ordering: Rounds;

  const start = async (withSample: boolean): Promise<void> => {
    console = await openConsole(withSample);
    ordering = keepOrdering(console.api.db.database);
  };
  afterEach(async () => {
    const complaints = console.complaints.splice(0);
    await ordering.stop();
    await console.close();
    expect(complaints).toEqual([]);
  });
  const steps = (page: Page) => page.getByRole('complementary', { name: 'First steps' });

  it('comes from the start to a first source by what the steps offer, and sees them never again', async () => {
    await start(true);
    const page = await console.visit('/', NEW);
    const open = steps(page).getByRole('link', { name: 'Open the article' });
    await open.waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'first-steps-begin');
    await open.focus();
    await page.keyboard.press('Enter');
    await page.locator('article mark').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'first-steps-article');
    await steps(page)
      .getByRole('button', { name: /^Show it/ })
      .press('Enter');
    await page.locator('[data-current]').first().waitFor();
    await picture(page, 'first-steps-claim');
    expect(await violations(page)).toEqual([]);
    await steps(page)
      .getByRole('button', { name: /^Attach a source/ })
      .press('Enter');
    await page.getByRole('searchbox', { name: 'Source' }).fill('https://example.org/report');
    await page.getByRole('option', { name: /Take this address/ }).click();
    await page.getByText(/Fixes \d finding/).waitFor();
    await picture(page, 'first-steps-attach');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Save, and next/ }).click();
    await page.getByText(/Source attached/).waitFor();
    const end = steps(page).getByRole('button', { name: 'Done' });
    await end.waitFor();
    // React Aria goes on for some seconds to announce a button that was busy by its name, when it is gone already.
    expect(await violations(page, '#content, aside')).toEqual([]);
    await picture(page, 'first-steps-end');
    await end.click();
    await steps(page).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('article mark').first().waitFor();
    expect(await steps(page).count()).toBe(0);
  });

  it('may close them at once', async () => {
    await start(true);
    const page = await console.visit('/queue', NEW);
    await steps(page).getByRole('button', { name: 'Close the first steps' }).click();
    await steps(page).waitFor({ state: 'detached' });
    await page.goto(`${console.base}/articles`);
    await page.getByRole('heading', { level: 1, name: 'Articles' }).waitFor();
    expect(await steps(page).count()).toBe(0);
  });

  it('is led to the import where there is nothing yet', async () => {
    await start(false);
    const page = await console.visit('/', NEW);
    await steps(page).getByRole('link', { name: 'Import an article' }).click();
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('reads them in German, on a telephone, where a form comes before them', async () => {
    await start(true);
    const page = await console.visit('/', { ...NEW, width: 360, language: 'de-DE' });
    const german = page.getByRole('complementary', { name: 'Erste Schritte' });
    await german.getByRole('link', { name: 'Den Artikel öffnen' }).click();
    await german.getByRole('button', { name: /^Zeigen/ }).click();
    await page.locator('[data-current]').first().waitFor();
    // What the step tells of is not below it: all of the note, with what can be done.
    const note = (await page.locator('article [aria-expanded=true] + div').boundingBox())!;
    expect(note.y + note.height).toBeLessThanOrEqual((await german.boundingBox())!.y);
    const claim = (await page.locator('[data-current]').first().boundingBox())!;
    const bar = (await page.getByRole('banner').boundingBox())!;
    expect(claim.y).toBeGreaterThanOrEqual(bar.y + bar.height);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await picture(page, 'first-steps-german-narrow');
    await german.getByRole('button', { name: /^Quelle anfügen/ }).click();
    await page.getByRole('searchbox').waitFor();
    await german.waitFor({ state: 'hidden' });
  });

  it('is not told how to do what they may not', async () => {
    await start(true);
    const page = await console.visit(await console.reader('sample-hydrogen-buses'), { ...NEW, role: 'READER' });
    await page.locator('article mark').first().waitFor();
    expect(await steps(page).count()).toBe(0);
  });
});
