import { inBrowser, picture, violations } from './support/browser.js';
import { LOOKS, openConsole, type OpenConsole } from './support/console.js';

/** Sockets of a page that can be cut, and that lead nowhere until they are mended. */
const BREAKABLE_SOCKETS = `
  const Real = WebSocket;
  const open = new Set();
  let isBroken = false;
  globalThis.WebSocket = class extends Real {
    constructor(address, protocols) {
      super(isBroken ? address + '-nowhere' : address, protocols);
      open.add(this);
    }
  };
  globalThis.breakSockets = () => {
    isBroken = true;
    for (const each of open) each.close(4000);
  };
  globalThis.mendSockets = () => { isBroken = false; };
`;

inBrowser('around every screen', () => {
  let console: OpenConsole;

  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(() => console.close());
  afterEach(() => {
    expect(console.complaints.splice(0)).toEqual([]);
  });

  it('a link signs in at once, and leaves no token where it can be seen', async () => {
    const page = await console.visit('/queue');
    expect(page.url()).toBe(`${console.base}/queue`);
    expect(await page.evaluate('document.cookie + JSON.stringify({ ...localStorage })')).not.toContain('obl_');
    expect(await page.evaluate('history.length')).toBeLessThanOrEqual(2);
    await page.reload();
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
  });

  it('who comes without one is asked for a token, and told when it does not do', async () => {
    const page = await console.visitAsStranger('/articles');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Token').fill('obl_unknown');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This token is unknown, revoked or has ended.').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'sign-in');
    // The browser itself tells of the refused request.
    expect(console.complaints.splice(0)).toEqual([expect.stringContaining('401')]);
    await page.getByLabel('Token').fill(await console.api.token(console.viewer));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Articles' }).waitFor();
    await page.getByRole('button', { name: 'Newsroom' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Token').waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });

  it('a sign-out that the server does not hear of has not happened, and is told', async () => {
    const page = await console.visit('/queue');
    const leave = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Newsroom' }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
    };
    await page.route('**/session', (route) => route.abort());
    await leave();
    await page.getByText('You are still signed in').waitFor();
    expect(await page.context().cookies()).toHaveLength(1);
    await page.unroute('**/session');
    await leave();
    await page.getByLabel('Token').waitFor();
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.getByText('You are still signed in').count()).toBe(0);
    expect(console.complaints.splice(0)).toEqual([expect.stringContaining('Failed to load resource')]);
  });

  it('who signs in anew is who acts in all tabs', async () => {
    const first = await console.visit('/articles');
    const other = await console.api.db.workspace('Another desk');
    const second = await first.context().newPage();
    await second.goto(`${console.base}/queue#token=${await console.api.token(other)}`);
    await second.getByRole('button', { name: 'Another desk' }).waitFor();
    await first.getByRole('button', { name: 'Another desk' }).waitFor();
    await first.getByRole('heading', { name: 'There is no article yet' }).waitFor();
    expect(new URL(first.url()).pathname).toBe('/articles');
  });

  it('a token that no header can hold is told as unknown', async () => {
    const page = await console.visitAsStranger('/articles');
    await page.getByLabel('Token').fill('obl_Täuschung…');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This token is unknown, revoked or has ended.').waitFor();
  });

  it('a session that ends leads to the sign-in', async () => {
    const page = await console.visit('/queue');
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Dashboard' }).click();
    await page.getByLabel('Token').waitFor();
    await page.close();
    // Each question that was under way is refused, and so is the socket.
    const complaints = console.complaints.splice(0);
    expect(complaints).toContainEqual(expect.stringContaining('401'));
    expect(complaints.filter((each) => !/401|CloseEvent/.test(each))).toEqual([]);
  });

  it('keys go everywhere, and do nothing in fields', async () => {
    const page = await console.visit('/queue');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Articles' }).waitFor();
    await page.keyboard.press('Shift+?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'keys');
    await page.keyboard.type('g q waive');
    expect(await help.getByRole('searchbox').inputValue()).toBe('g q waive');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Articles' }).waitFor();
  });

  it('the palette finds a command by its name', async () => {
    const page = await console.visit('/queue');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'All commands' }).waitFor();
    await page.keyboard.type('dashb');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'palette');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  });

  it('the language and the theme are what one chooses, also after a reload', async () => {
    const page = await console.visit('/queue', { language: 'de-AT' });
    await page.getByRole('heading', { name: 'Offen' }).waitFor();
    await page.getByRole('button', { name: 'Newsroom' }).click();
    await page.getByRole('menuitemradio', { name: 'Dunkel' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'account');
    await page.getByRole('menuitemradio', { name: 'Dunkel' }).click();
    await page.getByRole('button', { name: 'Newsroom' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(20, 23, 28)');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });

  it('a lost connection is told, and what was missed is brought when it is back', async () => {
    const page = await console.visit('/queue');
    await page.context().setOffline(true);
    await page.getByText('No connection.').waitFor();
    expect(await violations(page)).toEqual([]);
    const asked = page.waitForRequest((request) => request.url().endsWith('/graphql') && request.method() === 'POST');
    await page.context().setOffline(false);
    await asked;
    await page.getByText('No connection.').waitFor({ state: 'hidden' });
    console.complaints.length = 0;
  });

  it('a server that is back is found by the page itself', async () => {
    const page = await console.visit('/import');
    await page.route('**/graphql', (route) => route.fulfill({ status: 502, contentType: 'text/html', body: 'gone' }));
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.getByText('No connection.').waitFor();
    await page.unroute('**/graphql');
    await page.getByText('No connection.').waitFor({ state: 'hidden' });
    await page.close();
    console.complaints.length = 0;
  });

  it('without the live socket one can go on, and is shown what was missed when it is back', async () => {
    const page = await console.visit('/queue');
    await page.addInitScript(BREAKABLE_SOCKETS);
    await page.reload();
    await page.getByRole('grid', { name: 'Claims' }).getByRole('row').first().waitFor();
    await page.evaluate('breakSockets()');
    await page.getByText('Live updates paused.').waitFor();
    expect(await page.getByText('No connection.').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'live-paused');
    const asked = page.waitForRequest((request) => request.postData()?.includes('query QueuePage') ?? false);
    await page.evaluate('mendSockets()');
    await asked;
    await page.getByText('Live updates paused.').waitFor({ state: 'hidden' });
    await page.close();
    console.complaints.length = 0;
  });

  it('an answer that fails takes nothing from the page, what somebody types included', async () => {
    const page = await console.visit('/import');
    const field = page.getByRole('textbox').first();
    await field.fill('half a sentence');
    await page.route('**/graphql', (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await page.evaluate("dispatchEvent(new Event('online'))");
    await failed;
    await page.getByText('No connection.').waitFor();
    expect(await field.inputValue()).toBe('half a sentence');
    await page.getByRole('button', { name: 'Newsroom' }).waitFor();
    await page.close();
    console.complaints.length = 0;
  });

  it('an address that names no screen says so', async () => {
    const page = await console.visit('/queue');
    await page.evaluate("history.pushState(null, '', '/nowhere'); dispatchEvent(new PopStateEvent('popstate'))");
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('who may not import is told so', async () => {
    const page = await console.visit('/import', { role: 'READER' });
    await page.getByRole('heading', { name: 'You may not do this' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('in German, what went wrong and which role is needed is told in German', async () => {
    const page = await console.visit('/import', { role: 'READER', language: 'de' });
    await page.getByText('Dafür braucht es die Rolle Redaktion.').waitFor();
    await page.getByRole('button', { name: 'Newsroom' }).click();
    await page.getByText('Lesen', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('link', { name: 'Übersicht' }).click();
    await page.getByText('Es kam keine Antwort.').first().waitFor();
    expect(await page.getByText('Failed to fetch').count()).toBe(0);
    expect(await page.locator('main').textContent()).not.toMatch(/READER|EDITOR|fetch/);
    await page.close();
    console.complaints.length = 0;
  });

  const screens = ['queue', 'articles', 'references', 'dashboard', 'history', 'import', 'settings'];
  it.each(LOOKS)('screens have no fault that axe finds: %s', async (look, options) => {
    const page = await console.visit('/queue', options);
    for (const screen of screens) {
      await page.goto(`${console.base}/${screen}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('[data-state=loading]').first().waitFor({ state: 'detached' });
      expect([screen, ...(await violations(page))]).toEqual([screen]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([screen, overflow]).toEqual([screen, 0]);
      await picture(page, `${screen}-${look}`);
    }
  });
});
