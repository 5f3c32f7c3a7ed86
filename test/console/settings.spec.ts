import { inBrowser, picture, violations } from './support/browser.js';
import { LOOKS, openConsole, type OpenConsole } from './support/console.js';

const SECTIONS = ['rules', 'publishers', 'members', 'tokens', 'webhooks', 'keys', 'look'];

inBrowser('the settings', () => {
  let console: OpenConsole;

  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(() => console.close());
  afterEach(() => {
    expect(console.complaints.splice(0)).toEqual([]);
  });

  it.each(LOOKS)('has no fault that axe finds in any section: %s', async (look, options) => {
    const page = await console.visit('/settings', options);
    for (const section of SECTIONS) {
      await page.locator(`nav a[href$="section=${section}"]`).click();
      await page.locator(`nav a[aria-current][href$="section=${section}"]`).waitFor();
      await page.locator('[data-state=loading]').first().waitFor({ state: 'detached' });
      expect({ section, found: await violations(page) }).toEqual({ section, found: [] });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      await picture(page, `settings-${section}-${look}`);
    }
  });

  it('a rule is switched off, and on again by undo', async () => {
    const page = await console.visit('/settings?section=rules');
    await page.getByLabel('Search rules').fill('single-source');
    const runs = page.getByRole('switch', { name: 'Run the rule single-source' });
    await runs.press('Space');
    await page.getByText('single-source is off').waitFor();
    expect(await runs.isChecked()).toBe(false);
    expect(await page.getByLabel('Severity of single-source').isDisabled()).toBe(true);
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page
      .getByRole('switch', { name: 'Run the rule single-source', checked: true })
      .waitFor({ state: 'attached' });
    await page.getByLabel('Severity of single-source').selectOption('ERROR');
    await page.getByText('The severity of single-source was changed').waitFor();
  });

  it('a token is shown once, and revoked after a question that says what becomes of it', async () => {
    const page = await console.visit('/settings?section=tokens');
    await page.getByLabel('What it is for').fill('the wall in the newsroom');
    await page.getByRole('button', { name: 'Make it' }).click();
    const secret = page.getByLabel('The token');
    expect(await secret.inputValue()).toMatch(/^obl_/);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'settings-token-made');
    await page.getByRole('button', { name: 'I have it' }).click();
    await secret.waitFor({ state: 'detached' });
    const row = page.getByRole('listitem').filter({ hasText: 'the wall in the newsroom' });
    await row.getByRole('button', { name: 'Revoke' }).click();
    const question = page.getByRole('dialog', { name: 'Revoke the wall in the newsroom' });
    await question.getByText('This cannot be undone.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await row.getByText(/^Revoked/).count()).toBe(0);
    await row.getByRole('button', { name: 'Revoke' }).click();
    await question.getByRole('button', { name: 'Revoke' }).click();
    await row.getByText(/^Revoked/).waitFor();
    await page.reload();
    await row.getByText(/^Revoked/).waitFor();
    expect(await page.content()).not.toContain('obl_');
  });

  it('a member is added, given another role, removed, and brought back', async () => {
    const page = await console.visit('/settings?section=members');
    await page.getByLabel('Name', { exact: true }).fill('Ada Okoro');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const role = page.getByLabel('Role of Ada Okoro', { exact: true });
    await role.selectOption('EDITOR');
    await page.getByText('The role of Ada Okoro was changed').waitFor();
    expect(await role.inputValue()).toBe('EDITOR');
    await page.getByRole('button', { name: 'Remove Ada Okoro' }).click();
    await role.waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await role.waitFor();
    expect(await role.inputValue()).toBe('EDITOR');
  });

  it('a key is another one, does what the former did, and is as at first again', async () => {
    const page = await console.visit('/settings?section=keys');
    await page.getByRole('button', { name: 'Another: Keys' }).click();
    await page.keyboard.press('h');
    await page.getByText('The key of “Keys” was changed').waitFor();
    await page.keyboard.press('h');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Another: Next claim' }).click();
    await page.keyboard.press('h');
    await page.getByText('The same key does: Next claim').waitFor();
    await page.getByRole('button', { name: 'All as at first' }).click();
    await page.getByText('The same key does: Next claim').waitFor({ state: 'detached' });
  });

  it('a reader sees how it is set up, and nothing to change it', async () => {
    const page = await console.visit('/settings?section=rules', { role: 'READER' });
    await page.getByRole('link', { name: 'single-source' }).waitFor();
    expect(await page.getByRole('switch').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Webhooks' }).count()).toBe(0);
    await page.goto(`${console.base}/settings?section=webhooks`);
    await page.getByRole('heading', { name: 'You may not do this' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('speaks German, with no English left in its headings', async () => {
    const page = await console.visit('/settings?section=members', { language: 'de-DE' });
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    await page.getByRole('heading', { name: 'Mitglied hinzufügen' }).waitFor();
    await page.getByRole('link', { name: 'Sprache und Aussehen' }).click();
    await page.getByLabel('Sprache', { exact: true }).selectOption('en');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  });
});
