import type { Page } from 'playwright-core';
import type { Rounds } from '../../src/jobs/rounds.js';
import { keepOrdering } from '../support/ordering.js';
import { inBrowser, picture, violations } from './support/browser.js';
import { openConsole, type OpenConsole } from './support/console.js';

const FERRY = `# The ferry

The ferry carried 1,200 people in 2031 [1]. The ferry cost 40 million crowns in 2030 [9].

## References

1. Port office. "The yearly report of the port." 2031. https://port.example/report
`;

/** One acts, by another browser or by the API; the page of the other changes, and is never loaded anew. */
inBrowser('what others do shows', () => {
  let console: OpenConsole;
  let ordering: Rounds;

  beforeAll(async () => {
    console = await openConsole(true, { OBELUS_JOBS: 'on' });
    ordering = keepOrdering(console.api.db.database);
    await console.import('ferry', FERRY);
  });
  afterAll(async () => {
    await ordering.stop();
    await console.close();
  });
  afterEach(() => {
    expect(console.complaints.splice(0)).toEqual([]);
  });

  /** A page that is there and hears of what happens, and will not be loaded anew. */
  const watch = async (path: string): Promise<Page> => {
    const page = await console.visit(path);
    await page.locator('[data-state=loading]').first().waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
    page.on('framenavigated', () => console.complaints.push(`${path} was loaded anew`));
    return page;
  };
  const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await console.api.ask<T>(await console.api.token(console.viewer), query, variables);
    expect(errors).toBeUndefined();
    return data!;
  };
  const change = async (name: string, input: Record<string, unknown>): Promise<void> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { message } } }`;
    const data = await ask<Record<string, { userErrors: unknown[] }>>(document, { input });
    expect(data[name]!.userErrors).toEqual([]);
  };
  const idOf = async (slug: string): Promise<string> => (await console.reader(slug)).replace('/articles/', '');
  const claimOf = async (slug: string, words: string): Promise<string> => {
    const { article } = await ask<{ article: { claims: { edges: { node: { id: string; text: string } }[] } } }>(
      `query ($id: ID!) { article(id: $id) { claims(first: 100) { edges { node { id text } } } } }`,
      { id: await idOf(slug) },
    );
    return article.claims.edges.find(({ node }) => node.text.includes(words))!.node.id;
  };
  const sourceOf = async (title: string): Promise<string> => {
    const { sources } = await ask<{ sources: { edges: { node: { id: string } }[] } }>(
      `query ($text: String!) { sources(first: 1, filter: { text: $text }) { edges { node { id } } } }`,
      { text: title },
    );
    return sources.edges[0]!.node.id;
  };
  const anew = (page: Page) => page.getByRole('button', { name: 'Something changed: show it anew' });
  const news = (page: Page) => page.getByRole('button', { name: /^\d+ new$/ });
  const row = (page: Page, words: string) => page.getByRole('row').filter({ hasText: words });
  const item = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words });

  it('in the list of articles: another title in place, a new article when it is asked for', async () => {
    await console.import('trams', '# Trams\n\nTrams run at night.\n');
    const page = await watch('/articles');
    await row(page, 'Trams').waitFor();
    await console.import('trams', '# Night trams\n\nTrams run at night.\n');
    await row(page, 'Night trams').waitFor();
    await console.import('sledges', '# Sledges\n\nSledges run at night.\n');
    await anew(page).click();
    await row(page, 'Sledges').waitFor();
  });

  it('in the reader: a claim stands otherwise, and the text is another', async () => {
    await console.import('bridge', '# The bridge\n\nThe bridge cost 4 million crowns in 2030.\n');
    const page = await watch(await console.reader('bridge'));
    const marked = (standing: string) =>
      page.locator(`mark[data-standing=${standing}]`, { hasText: '4 million crowns' }).first();
    await marked('MISSING').waitFor();
    await change('attachSource', {
      claimId: await claimOf('bridge', '4 million'),
      source: { title: 'Accounts', url: 'https://bridge.example/accounts' },
    });
    await marked('MISSING').waitFor({ state: 'detached' });
    await page.locator('mark', { hasText: '4 million crowns' }).first().waitFor();
    await console.import('bridge', '# The bridge\n\nThe bridge cost 5 million crowns in 2030. It is red.\n');
    await page.locator('mark', { hasText: '5 million crowns' }).first().waitFor();
    await page.locator('mark', { hasText: 'It is red' }).first().waitFor();
  });

  it('in the lists of references, when it is asked for', async () => {
    const missing = await watch('/references?list=missing');
    const retracted = await watch('/references?list=retracted');
    await row(missing, 'The ferry').waitFor();
    await change('defineReference', {
      articleId: await idOf('ferry'),
      number: 9,
      source: { title: 'Costs of the ferry', url: 'https://port.example/costs' },
    });
    await anew(missing).click();
    await row(missing, 'The ferry').waitFor({ state: 'detached' });
    await change('retractSource', { sourceId: await sourceOf('yearly report of the port'), reason: 'Made up.' });
    await anew(retracted).click();
    await row(retracted, 'yearly report of the port').waitFor();
  });

  it('on the page of a source: its texts in place, who cites it when it is asked for', async () => {
    const id = await sourceOf('yearly report of the port');
    const page = await watch(`/references?source=${encodeURIComponent(id)}`);
    await row(page, '1,200 people').waitFor();
    await change('captureSnapshot', {
      sourceId: id,
      mediaType: 'text/plain',
      content: 'The ferry carried 1,200 people.',
    });
    await page
      .getByText(/\d words/)
      .first()
      .waitFor();
    await console.import('piers', FERRY.replaceAll('ferry', 'pier'));
    await anew(page).click();
    await row(page, 'The pier carried').waitFor();
  });

  it('in the history, when it is asked for', async () => {
    const page = await watch('/history');
    await change('addComment', { claimId: await claimOf('ferry', '40 million'), text: 'Who says so?' });
    await page.getByRole('button', { name: 'Something changed: show it anew' }).click();
    await page.locator('[data-row]', { hasText: 'Comment added' }).first().waitFor();
  });

  it('on the dashboard', async () => {
    const page = await watch('/dashboard');
    const total = page
      .getByRole('region', { name: 'Now' })
      .locator('div', { has: page.getByText('To check', { exact: true }) });
    const before = Number(/\d+/.exec(await total.innerText())![0]);
    await console.import('harbours', '# Harbours\n\nThe harbour handled 40 ships in 2031. It was dredged in 2032.\n');
    await total.getByText(String(before + 2), { exact: true }).waitFor();
  });

  it('among tokens and members', async () => {
    const [tokens, members] = [await watch('/settings?section=tokens'), await watch('/settings?section=members')];
    const other = await watch('/settings?section=tokens');
    await other.getByLabel('What it is for').fill('the wall in the hall');
    await other.getByRole('button', { name: 'Make it' }).click();
    await news(tokens).click();
    await item(tokens, 'the wall in the hall').getByRole('button', { name: 'Revoke' }).click();
    await tokens.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await item(other, 'the wall in the hall')
      .getByText(/^Revoked/)
      .waitFor();
    await change('addMember', { name: 'Ada Okoro', role: 'CHECKER' });
    await news(members).click();
    await members.getByLabel('Role of Ada Okoro', { exact: true }).waitFor();
  });

  it('moves no row of the settings under who works on them', async () => {
    await change('addMember', { name: 'Berta Lund', role: 'CHECKER' });
    const [page, other] = [await watch('/settings?section=members'), await watch('/settings?section=members')];
    const remove = page.getByRole('button', { name: 'Remove Berta Lund' });
    const add = page.getByLabel('Name', { exact: true });
    const places = async (): Promise<unknown[]> => [
      await remove.boundingBox(),
      // What is below the list holds still as well.
      await add.boundingBox(),
    ];
    const before = await places();
    await change('addMember', { name: 'Abel Lund', role: 'CHECKER' });
    await change('addMember', { name: 'Cora Lund', role: 'CHECKER' });
    await page.getByRole('button', { name: '2 new' }).waitFor();
    expect(await places()).toEqual(before);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'settings-members-news');
    await news(page).click();
    await page.getByRole('button', { name: 'Remove Cora Lund' }).waitFor();
    // Who is gone elsewhere stays in place, and nothing can be done with them.
    const held = await remove.boundingBox();
    await news(other).click();
    await other.getByRole('button', { name: 'Remove Abel Lund' }).click();
    const gone = item(page, 'Abel Lund');
    await gone.getByText('(not there any more)').waitFor();
    await gone.and(page.locator('[inert]')).waitFor();
    expect(await remove.boundingBox()).toEqual(held);
    // Who does it sees it at once.
    await other.getByRole('button', { name: 'Remove Abel Lund' }).waitFor({ state: 'detached' });
    expect(await other.getByText('(not there any more)').count()).toBe(0);
  });

  it('tells nobody of what they did themselves as if others had', async () => {
    await console.import('tolls', FERRY.replaceAll('ferry', 'toll'));
    const [page, other] = [await watch('/references?list=missing'), await watch('/references?list=missing')];
    await row(page, 'The toll')
      .getByRole('button', { name: /^Say what it is/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('https://port.example/tolls');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row(page, 'The toll').waitFor({ state: 'detached' });
    // The other is told, and by then so would be who did it.
    await anew(other).waitFor();
    await page.waitForTimeout(1_500);
    expect(await anew(page).count()).toBe(0);
    // What others do is still news.
    const [dora] = await console.api.db.owner<{ id: string }>(
      `INSERT INTO member (workspace_id, id, name, role) VALUES ($1, gen_random_uuid(), 'Dora Lund', 4) RETURNING id`,
      [console.viewer.workspaceId],
    );
    await console.import('quays', FERRY.replaceAll('ferry', 'quay'), dora!.id);
    await anew(page).click();
    await row(page, 'The quay').waitFor();
  });

  it('among rules', async () => {
    const [page, other] = [await watch('/settings?section=rules'), await watch('/settings?section=rules')];
    await other.getByRole('switch', { name: 'Run the rule single-source' }).press('Space');
    await page
      .getByRole('switch', { name: 'Run the rule single-source', checked: false })
      .waitFor({ state: 'attached' });
  });

  it('among webhooks, of which one is deleted after a question that says what becomes of it', async () => {
    const [page, other] = [await watch('/settings?section=webhooks'), await watch('/settings?section=webhooks')];
    await page.getByRole('heading', { name: 'No program is told of changes' }).waitFor();
    await change('createWebhook', { name: 'the desk’s chat', url: 'https://chat.example/hook' });
    for (const each of [page, other]) await item(each, 'the desk’s chat').waitFor();
    await item(page, 'the desk’s chat').getByRole('button', { name: 'Delete the desk’s chat' }).click();
    const question = page.getByRole('dialog', { name: 'Delete the desk’s chat' });
    await question.getByText('This cannot be undone.').waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await item(page, 'the desk’s chat').count()).toBe(1);
    await item(page, 'the desk’s chat').getByRole('button', { name: 'Delete the desk’s chat' }).click();
    await question.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('the desk’s chat was deleted').waitFor();
    await page.getByRole('heading', { name: 'No program is told of changes' }).waitFor();
    await item(other, 'the desk’s chat').getByText('(not there any more)').waitFor();
  });
});
