import type { Page } from 'playwright-core';
import { inBrowser, picture, violations } from './support/browser.js';
import { LOOKS, openConsole, type OpenConsole } from './support/console.js';

/** Two articles that name one report by two addresses, and one number that leads nowhere. */
const naming = (subject: string, address: string): string =>
  `# ${subject}\n\nThe ${subject} carried 1,200 people in 2031 [1]. The ${subject} cost 40 million crowns in 2030 [9].\n
## References\n\n1. Port office. "The yearly report of the port." 2031. ${address}\n`;

inBrowser('references', () => {
  let console: OpenConsole;

  beforeAll(async () => {
    console = await openConsole();
    await console.import('ferry', naming('ferry', 'https://port.example/report'));
    await console.import('tram', naming('tram', 'https://archive.port.example/2031/report.pdf'));
  });
  afterAll(() => console.close());
  afterEach(() => {
    expect(console.complaints.splice(0)).toEqual([]);
  });

  /** A list, when it is there. */
  const open = async (list: string, look = {}): Promise<Page> => {
    const page = await console.visit(`/references?list=${list}`, look);
    await page.locator('[data-state=loading]').first().waitFor({ state: 'detached' });
    return page;
  };
  const sourceOf = async (page: Page, title: string | RegExp): Promise<void> => {
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  };

  it.each(LOOKS)('has no fault that axe finds in any list: %s', async (look, options) => {
    const page = await open('missing', options);
    for (const list of ['missing', 'sources', 'duplicates', 'retracted', 'failing']) {
      await page.goto(`${console.base}/references?list=${list}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('[data-state=loading]').first().waitFor({ state: 'detached' });
      expect([list, ...(await violations(page))]).toEqual([list]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([list, overflow]).toEqual([list, 0]);
      await picture(page, `references-${list}-${look}`);
    }
    await page.goto(`${console.base}/references?list=sources`);
    await sourceOf(page, /Minutes of the transport committee/);
    await page.getByRole('table', { name: 'Citations' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `references-source-${look}`);
  });

  it('shows no more of a date than is known', async () => {
    const page = await open('sources');
    const row = page.getByRole('row').filter({ hasText: 'The yearly report of the port' }).first();
    await row.waitFor();
    expect(await row.getByRole('cell').nth(1).textContent()).toMatch(/2031$/);
    expect(await row.textContent()).not.toMatch(/Jan/);
  });

  it('lists missing numbers, and says what one is by keys alone', async () => {
    const page = await open('missing');
    const row = page.getByRole('row').filter({ hasText: 'ferry' });
    await row.waitFor();
    const isAtFerry = async (): Promise<boolean> =>
      String(await page.evaluate('document.activeElement.textContent')).startsWith('[9]ferry');
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('j');
      if (await isAtFerry()) break;
    }
    expect(await isAtFerry()).toBe(true);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'What [9] leads to' });
    await dialog.getByRole('searchbox').fill('https://port.example/costs');
    await dialog.getByText('By this address').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'references-define');
    await page.keyboard.press('Control+Enter');
    await page.getByText('[9] leads to a source now').waitFor();
    await row.waitFor({ state: 'detached' });
  });

  it('shows who cites a source, in which article', async () => {
    const page = await open('sources');
    await page.keyboard.press('/');
    await page.keyboard.type('yearly report');
    await page.waitForURL(/text=yearly/);
    await page.getByText('2 sources', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('2 sources', { exact: true }).waitFor();
    await sourceOf(page, 'The yearly report of the port');
    const cited = page.getByRole('table', { name: 'Citations' });
    await cited.getByText(/carried 1,200 people/).waitFor();
    const address = page.url();
    expect(address).toMatch(/source=/);
    await page.keyboard.press('u');
    await page.getByText('2 sources', { exact: true }).waitFor();
    await page.goto(address);
    await cited.getByRole('link', { name: /carried 1,200 people/ }).click();
    await page.waitForURL(/\/articles\/.*claim=/);
  });

  it('retracts a source, takes that back by key, and says so when somebody was faster', async () => {
    const page = await open('sources');
    await sourceOf(page, /Why we chose hydrogen/);
    const retract = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Retract', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Retract this source' });
      expect(await dialog.getByRole('button', { name: 'Retract' }).isDisabled()).toBe(true);
      await dialog.getByLabel('Why, and who says so').fill('The interview was made up.');
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Retract' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Reinstate' }).waitFor();
    };
    await retract();
    await page.getByText('It is being worked on').waitFor();
    await picture(page, 'references-retracted');
    await page.keyboard.press('z');
    await page.getByRole('button', { name: 'Retract', exact: true }).waitFor();
    await retract();
    const other = await console.visit(new URL(page.url()).pathname + new URL(page.url()).search);
    await other.getByRole('button', { name: 'Reinstate' }).click();
    await other.getByRole('button', { name: 'Retract', exact: true }).waitFor();
    await page.keyboard.press('z');
    await page.getByText(/version/).waitFor();
  });

  it('keeps the text of a source that is pasted', async () => {
    const page = await open('sources');
    await sourceOf(page, /Rules for vehicles/);
    await page.getByText('None: quotes cannot be looked up').waitFor();
    await page.getByRole('button', { name: 'Capture its text' }).click();
    const dialog = page.getByRole('dialog', { name: 'Capture its text' });
    await dialog.getByLabel('Paste its text').check();
    await dialog
      .getByLabel('Its text', { exact: true })
      .fill('Buses that carry gas may use the harbour tunnel at night.');
    await dialog.getByLabel('It is only a part').check();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'references-capture');
    await dialog.getByRole('button', { name: 'Capture' }).click();
    await page.getByText(/11 words/).waitFor();
  });

  it('shows the same titles beside each other, and merges what a person says is one', async () => {
    const page = await open('duplicates');
    const pair = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Merge/ }) });
    await pair.getByText('https://archive.port.example/2031/report.pdf').waitFor();
    await pair.getByRole('button', { name: /^Merge/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge sources' });
    await dialog.getByText('This cannot be taken back.').waitFor();
    await dialog.getByRole('radio').first().check();
    await dialog.getByLabel('How you know').fill('The same report in the archive of the port.');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'references-merge');
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await page.getByRole('heading', { name: 'No two sources have the same title' }).waitFor();
  });

  it('finds the dead and the retracted', async () => {
    await console.api.db.owner(`UPDATE source SET link = $1 WHERE title LIKE 'Series H:%' AND workspace_id = $2`, [
      JSON.stringify({
        checkedAt: '2031-05-06T08:00:00Z',
        status: 404,
        finalUrl: null,
        failures: 4,
        failingSince: '2031-05-02T08:00:00Z',
        problem: 'it answered 404',
        etag: null,
        lastModified: null,
      }),
      console.viewer.workspaceId,
    ]);
    const page = await open('failing');
    await page.getByText('Fails since May 2, 2031: it answered 404').waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await picture(page, 'references-dead');
  });

  it('a reader sees what they may not do, and why', async () => {
    const page = await open('missing', { role: 'READER' });
    await page.getByText('To say what a number leads to needs the role Editor.').waitFor();
    expect(await page.getByRole('button', { name: /Say what it is/ }).count()).toBe(0);
    await page.goto(`${console.base}/references?list=sources`);
    await sourceOf(page, /Minutes of the transport committee/);
    await page.getByText(/needs the role Checker/).waitFor();
    expect(await page.getByRole('button', { name: 'Retract' }).count()).toBe(0);
  });

  it('a source that is not there is told', async () => {
    const page = await console.visit('/references?source=nothing');
    await page.locator('[data-state=error], [data-state=empty]').waitFor();
    console.complaints.length = 0;
  });

  it('scrolls through many sources, of which few are on the page', async () => {
    const list = Array.from(
      { length: 300 },
      (_, i) => `${i + 1}. Port office. "Notice ${i + 1}." 2031. https://port.example/${i}`,
    );
    const claims = list.map((_, i) => `Harbour ${i} handled ${1_000 + i} ships in 2031 [${i + 1}].`);
    await console.import('many', `# Many\n\n${claims.join(' ')}\n\n## References\n\n${list.join('\n')}\n`);
    const page = await open('sources');
    for (let screens = 0; screens < 300; screens++) {
      await page.mouse.wheel(0, 4_000);
      if (await page.getByText(/^\d+ sources$/).isVisible()) break;
      await page.waitForTimeout(60);
    }
    await page.getByText(/^3\d\d sources$/).waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(80);
  });
});
