import type { Page } from 'playwright-core';
import type { Rounds } from '../../src/jobs/rounds.js';
import { keepOrdering } from '../support/ordering.js';
import { inBrowser, picture, violations } from './support/browser.js';
import { openConsole, type OpenConsole } from './support/console.js';

const STATION = 'The filling station on Quarry Road';

inBrowser('in the reader, as in the queue', () => {
  let console: OpenConsole;
  let ordering: Rounds;
  let path: string;

  beforeEach(async () => {
    console = await openConsole();
    ordering = keepOrdering(console.api.db.database);
    path = await console.reader('sample-hydrogen-buses');
  });
  afterEach(async () => {
    const complaints = console.complaints.splice(0);
    await ordering.stop();
    await console.close();
    expect(complaints).toEqual([]);
  });

  const open = async (look = {}): Promise<Page> => {
    const page = await console.visit(path, look);
    await page.locator('article mark').first().waitFor();
    return page;
  };
  /** Goes on by keys until a claim is the one that is looked at. */
  const goTo = async (page: Page, words: string): Promise<void> => {
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('j');
      if (await page.locator('[data-current]', { hasText: words }).count()) return;
    }
    throw new Error(`no key leads to "${words}"`);
  };
  const mark = (page: Page, words: string, standing: string) =>
    page.locator(`mark[data-standing=${standing}]`, { hasText: words }).first();

  it('by keys: a source is attached, the text shows it, the next one comes, undo and redo', async () => {
    const page = await open();
    await goTo(page, STATION);
    await page.keyboard.press('a');
    await page.getByRole('searchbox', { name: 'Source' }).fill('example.org/accounts');
    await page.getByRole('option', { name: /Take this address/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Fixes 1 finding').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'reader-attach');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Source attached; findings fixed: 1').waitFor();
    await mark(page, STATION, 'MISSING').waitFor({ state: 'detached' });
    expect(await page.locator('[data-current]', { hasText: STATION }).count()).toBe(0);
    await page.keyboard.press('z');
    await mark(page, STATION, 'MISSING').waitFor();
    await page.keyboard.press('Shift+Z');
    await mark(page, STATION, 'MISSING').waitFor({ state: 'detached' });
  });

  it('by keys: waived, assigned, given a verdict, and said to be not checkable; each shows where it stands', async () => {
    const page = await open();
    await goTo(page, STATION);
    await page.keyboard.press('w');
    const waiving = page.getByRole('dialog', { name: 'Waive a finding' });
    await waiving.getByLabel('Why it is accepted').fill('The city says so on the day.');
    await page.keyboard.press('Control+Enter');
    await waiving.waitFor({ state: 'detached' });
    await mark(page, STATION, 'WAIVED').waitFor();
    await page.keyboard.press('z');
    await mark(page, STATION, 'MISSING').waitFor();

    await page.keyboard.press('Shift+M');
    await page.getByText(/Claims given to .+: 1/).waitFor();
    await page.getByRole('button', { name: /^For / }).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: 'Assign to a member' }).getByRole('option', { name: 'Nobody' }).click();
    await page.getByText('Claims given to nobody: 1').waitFor();

    await page.keyboard.press('v');
    const judging = page.getByRole('dialog', { name: 'Give a verdict' });
    await judging.getByRole('radio').first().check();
    await judging.getByLabel('What that rests on').fill('The accounts of the city.');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Verdict given').waitFor();

    await page.keyboard.press('t');
    await page.locator('[data-current][data-standing=NOT_CHECKABLE]').first().waitFor();
    await page.getByRole('button', { name: /Checkable after all/ }).click();
    await mark(page, STATION, 'MISSING').waitFor();
  });

  it('by buttons: a source is attached from the margin, and a citation quoted from its number', async () => {
    const page = await open();
    await mark(page, STATION, 'MISSING').click();
    await page.getByRole('button', { name: /^Attach a source/ }).click();
    await page.getByRole('searchbox', { name: 'Source' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox', { name: 'Source' }).waitFor({ state: 'detached' });
    // Who was at the button is there again, and nothing else was closed.
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^Attach a source/);
    await page.getByRole('button', { name: 'Citation 1', exact: true }).first().click();
    await page.getByRole('button', { name: 'Quote it' }).click();
    await page.getByRole('heading', { name: 'Quote the source' }).waitFor();
    await page.getByLabel('Quote, in').fill('Forty buses were ordered.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Quote the source' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Citation 1', exact: true }).first().click();
    await page.getByText('Forty buses were ordered.').waitFor();
  });

  it('on a telephone the form takes the place of the text, without a fault that axe finds', async () => {
    const page = await open({ width: 360 });
    await mark(page, STATION, 'MISSING').click();
    await page.getByRole('button', { name: /^Attach a source/ }).click();
    await page.getByRole('searchbox', { name: 'Source' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await picture(page, 'reader-attach-narrow');
  });

  it('who reads only has no button for it, and no key', async () => {
    const page = await open({ role: 'READER' });
    await goTo(page, STATION);
    await page.getByRole('list', { name: 'Findings' }).waitFor();
    expect(await page.getByRole('button', { name: /Attach|Waive|Verdict|Assign/ }).count()).toBe(0);
    await page.keyboard.press('a');
    expect(await page.getByRole('searchbox', { name: 'Source' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Citation 1', exact: true }).first().click();
    await page.getByRole('dialog', { name: '[1]' }).waitFor();
    expect(await page.getByRole('button', { name: 'Quote it' }).count()).toBe(0);
  });
});
