import type { Locator, Page } from 'playwright-core';
import { inBrowser, picture, violations } from './support/browser.js';
import { LOOKS, openConsole, type OpenConsole } from './support/console.js';

const FERRY = `# The Port Calder ferry

The ferry carries 300 cars and it sails six times a day. It was built in Norrhamn in 1998. The port office counts 40,000 passengers a year.
`;

inBrowser('the import', () => {
  let console: OpenConsole;

  beforeAll(async () => {
    console = await openConsole(false, { OBELUS_JOBS: 'on' });
  });
  afterAll(() => console.close());
  afterEach(() => {
    expect(console.complaints.splice(0)).toEqual([]);
  });

  const paste = async (page: Page, text: string, name?: string): Promise<void> => {
    await page.getByLabel('Text, Markdown, HTML or wikitext').fill(text);
    if (name !== undefined) await page.getByLabel('Name in addresses').fill(name);
  };
  const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Import', exact: true }).click();
  const row = (page: Page, words: string): Locator => page.locator('li[id^=claim-]', { hasText: words });

  it.each(LOOKS)('has no fault that axe finds, before and after: %s', async (look, options) => {
    const page = await console.visit('/import', options);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await picture(page, `import-${look}`);
    await page.getByRole('tab', { name: 'File' }).click();
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, `import-file-${look}`);
    await page.getByRole('tab', { name: 'Text', exact: true }).click();
    await paste(page, FERRY, `ferry-${look}`);
    await send(page);
    await row(page, 'It was built in Norrhamn').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await picture(page, `import-found-${look}`);
  });

  it('names an article by its text, and shows what was found, also after a reload', async () => {
    const page = await console.visit('/import');
    await paste(page, FERRY);
    expect(await page.getByLabel('Name in addresses').inputValue()).toBe('the-port-calder-ferry');
    await send(page);
    await page.waitForURL(/\?article=/);
    await row(page, 'It was built in Norrhamn').waitFor();
    await page.reload();
    await row(page, 'It was built in Norrhamn').waitFor();
    await page.getByRole('link', { name: 'Open in the reader' }).click();
    await page.getByRole('heading', { level: 1, name: 'The Port Calder ferry' }).waitFor();
  });

  it('what was found is set right, and taken back', async () => {
    const page = await console.visit('/import');
    await paste(page, FERRY, 'to-be-set-right');
    await send(page);
    const built = row(page, 'It was built in Norrhamn');
    await built.getByRole('button', { name: 'Not a claim' }).click();
    await built.getByRole('button', { name: 'A claim after all' }).waitFor();
    await page.keyboard.press('z');
    await built.getByRole('button', { name: 'Not a claim' }).waitFor();

    await row(page, 'The ferry carries').getByRole('button', { name: 'Split' }).click();
    const dialog = page.getByRole('dialog', { name: 'Split the claim' });
    await dialog.getByRole('slider').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'import-split');
    await dialog.getByRole('button', { name: 'Split' }).click();
    const half = row(page, 'it sails six times a day').filter({ hasNotText: 'carries 300 cars' });
    await half.waitFor();
    await page.keyboard.press('z');
    await half.waitFor({ state: 'detached' });

    await built.getByRole('button', { name: 'Merge with the next' }).click();
    const both = row(page, 'It was built in Norrhamn').filter({ hasText: '40,000 passengers' });
    await both.waitFor();
    await page.keyboard.press('z');
    await both.waitFor({ state: 'detached' });
    await row(page, '40,000 passengers').waitFor();
  });

  it('goes through the claims by keys, and the address follows', async () => {
    const page = await console.visit('/import');
    await paste(page, FERRY, 'by-keys');
    await send(page);
    await row(page, 'It was built in Norrhamn').waitFor();
    await page.keyboard.press('j');
    await page.waitForURL(/claim=/);
    await page.keyboard.press('j');
    await page.locator('li[data-current=true]').waitFor();
    await page.keyboard.press('t');
    await page.locator('li[data-current=true]').getByRole('button', { name: 'A claim after all' }).waitFor();
  });

  it('a name that is taken becomes a revision, which is said before, and what became of its claims after', async () => {
    await console.import('twice', FERRY);
    const page = await console.visit('/import');
    await paste(page, FERRY.replace('300', '280'), 'twice');
    await page.getByText('it becomes its revision 2').waitFor();
    await send(page);
    await page.getByRole('link', { name: 'What became of its claims' }).click();
    await page.locator('ins', { hasText: '280' }).waitFor();
  });

  it('nothing is lost when it fails, and what is wrong is said at its field', async () => {
    const page = await console.visit('/import');
    await paste(page, FERRY, '--');
    await send(page);
    await page.getByText('use lower-case letters, digits, hyphens and dots').waitFor();
    expect(await page.getByLabel('Text, Markdown, HTML or wikitext').inputValue()).toBe(FERRY);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'import-refused');
    await page.getByRole('tab', { name: 'Address' }).click();
    await page.getByLabel('Address of the page').fill('http://127.0.0.1/the-ferry');
    await page.getByLabel('Name in addresses').fill('the-ferry');
    await send(page);
    await page.locator('[slot=errorMessage], .mistake', { hasText: /\S/ }).first().waitFor();
    expect(await page.getByLabel('Address of the page').inputValue()).toBe('http://127.0.0.1/the-ferry');
  });

  it('takes a file, and several articles in one, telling what became of each', async () => {
    const page = await console.visit('/import');
    await page.getByRole('tab', { name: 'File' }).click();
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles({ name: 'Old Ferry.md', mimeType: 'text/markdown', buffer: Buffer.from(FERRY) });
    expect(await page.getByLabel('Name in addresses').inputValue()).toBe('old-ferry');
    await send(page);
    await row(page, 'It was built in Norrhamn').waitFor();
    await page.getByRole('button', { name: 'Import another' }).click();
    await page.getByRole('tab', { name: 'File' }).click();
    const table = 'article,claim\nHarbour,The harbour has nine cranes.\nMarket,The market opened in 1911.\n';
    await choose.setInputFiles({ name: 'claims.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByText('These are several articles.').waitFor();
    await send(page);
    await page.waitForURL(/\?job=/);
    await page.getByText('Read and stored.').waitFor({ timeout: 30_000 });
    expect(await page.getByText('imported', { exact: true }).count()).toBe(2);
    expect(await violations(page)).toEqual([]);
  });
});
