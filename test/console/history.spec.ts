import { inBrowser, picture, subscribed, violations } from './support/browser.js';
import { LOOKS, openConsole, type OpenConsole } from './support/console.js';

const FIRST = `# The Port Calder ferry

The ferry carries 300 cars. It was built in Norrhamn in 1998. The port office counts 40,000 passengers a year.
`;
const SECOND = `# The Port Calder ferry

The ferry carries 280 cars. The port office counts 40,000 passengers a year. A second ferry is to follow in 2032.
`;

inBrowser('the history', () => {
  let console: OpenConsole;
  let id: string;

  beforeAll(async () => {
    console = await openConsole();
    await console.import('ferry', FIRST);
    id = (await console.import('ferry', SECOND)).replace('/articles/', '');
  });
  afterAll(() => console.close());
  afterEach(() => {
    expect(console.complaints.splice(0)).toEqual([]);
  });

  const at = (view: string): string => `/history?${new URLSearchParams({ article: id, view }).toString()}`;

  it.each(LOOKS)('has no fault that axe finds: %s', async (look, options) => {
    const page = await console.visit('/history', options);
    await page.locator('[data-row]', { hasText: 'Article imported' }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await picture(page, `history-${look}`);
    const compared = await console.visit(at('diff'), options);
    await compared.locator('ins').first().waitFor();
    expect(await violations(compared)).toEqual([]);
    expect(await compared.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await picture(compared, `history-diff-${look}`);
    const past = await console.visit(at('asof'), options);
    await past.getByRole('heading', { name: 'The Port Calder ferry' }).waitFor();
    expect(await violations(past)).toEqual([]);
    await picture(past, `history-asof-${look}`);
  });

  it('shows what became of each claim, and the words that changed, by a line too', async () => {
    const page = await console.visit(at('diff'));
    const reworded = page.getByRole('listitem').filter({ hasText: 'Reads otherwise' });
    expect(await reworded.locator('del').innerText()).toBe('300');
    expect(await reworded.locator('ins').innerText()).toBe('280');
    const lines = "['del', 'ins'].map((name) => getComputedStyle(document.querySelector(name)).textDecorationLine)";
    expect(await page.evaluate(lines)).toEqual(['line-through', 'underline']);
    await page.getByRole('listitem').filter({ hasText: 'It is there no longer.' }).getByText('Norrhamn').waitFor();
    await page.getByRole('button', { name: /New 1/ }).click();
    await page.waitForURL(/became=ADDED/);
    await reworded.waitFor({ state: 'detached' });
    await page.getByText('A second ferry is to follow').waitFor();
    await page.reload();
    await page.getByText('A second ferry is to follow').waitFor();
    expect(await page.locator('del').count()).toBe(0);
  });

  it('filters by kind and member, and the address holds the filter', async () => {
    const page = await console.visit('/history');
    await page.locator('[data-row]', { hasText: 'Article imported' }).first().waitFor();
    await page.getByLabel('What', { exact: true }).selectOption({ label: 'Token made' });
    await page.waitForURL(/kind=token.created/);
    await page.locator('[data-row]', { hasText: 'Article imported' }).first().waitFor({ state: 'detached' });
    await page.getByLabel('What', { exact: true }).selectOption('');
    await page.getByLabel('Who', { exact: true }).selectOption('none');
    await page.waitForURL(/member=none/);
    await page.reload();
    expect(await page.getByLabel('Who', { exact: true }).inputValue()).toBe('none');
  });

  it('an article is found by a part of its title', async () => {
    const page = await console.visit('/history');
    await page.keyboard.press('/');
    const picker = page.getByRole('dialog', { name: 'Choose an article' });
    await picker.getByRole('searchbox').fill('calder ferry');
    await picker.getByRole('option', { name: /The Port Calder ferry/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/article=/);
    await page.locator('[data-row]', { hasText: 'Article imported' }).first().waitFor();
  });

  it('a day before there was an article says so', async () => {
    const page = await console.visit(`${at('asof')}&on=2001-01-01`);
    await page.getByRole('heading', { name: 'It was not there yet' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('an article of one revision has nothing to compare', async () => {
    const only = (await console.import('once', FIRST)).replace('/articles/', '');
    const page = await console.visit(`/history?${new URLSearchParams({ article: only, view: 'diff' }).toString()}`);
    await page.getByRole('heading', { name: 'There is one revision only' }).waitFor();
  });

  it('what happens meanwhile waits behind a button', async () => {
    const page = await console.visit(`/history?${new URLSearchParams({ article: id }).toString()}`);
    const listens = subscribed(page, 'HistoryChanged');
    await page.reload();
    await listens;
    await page.locator('[data-row]').first().waitFor();
    const rows = await page.locator('[data-row]').count();
    await console.import('ferry', FIRST);
    const waiting = page.getByRole('button', { name: 'Something changed: show it anew' });
    await waiting.waitFor();
    expect(await page.locator('[data-row]').count()).toBe(rows);
    await waiting.click();
    await page.locator('[data-row]').nth(rows).waitFor();
  });
});
