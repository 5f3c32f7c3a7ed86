import type { Page } from 'playwright-core';
import type { Rounds } from '../../src/jobs/rounds.js';
import { keepOrdering } from '../support/ordering.js';
import { until } from '../support/until.js';
import { inBrowser, picture, violations } from './support/browser.js';
import { LOOKS, openConsole, type OpenConsole } from './support/console.js';

const STATION = 'The filling station on Quarry Road cost 11.5 million crowns.';

inBrowser('the queue', () => {
  let console: OpenConsole;
  let ordering: Rounds;
  let page: Page;

  beforeEach(async () => {
    console = await openConsole();
    ordering = keepOrdering(console.api.db.database);
    page = await console.visit('/queue');
    await rows().first().waitFor();
  });
  afterEach(async () => {
    const complaints = console.complaints.splice(0);
    await ordering.stop();
    await console.close();
    expect(complaints).toEqual([]);
  });

  const grid = () => page.getByRole('grid', { name: 'Claims' });
  const rows = (of: Page = page) => of.getByRole('grid', { name: 'Claims' }).getByRole('row');
  const current = () => page.locator('[role=row][data-current=true]');
  const details = () => page.getByRole('region', { name: 'Claim', exact: true });
  /** Goes on to a claim by keys, as people do. */
  const goTo = async (text: string): Promise<void> => {
    for (let step = 0; step < 30; step++) {
      await page.keyboard.press('j');
      if ((await current().textContent())?.includes(text)) break;
    }
    await details().getByText(text.slice(0, 30)).first().waitFor();
  };

  it('has its own styles behind those that all screens share', async () => {
    const hrefs = `Array.from(document.querySelectorAll('link[rel=stylesheet]'), ({ href }) => href.replace(/^.*\\/|-[^-]*$/g, ''))`;
    const styles = await page.evaluate<string[]>(hrefs);
    expect(styles[0]).toBe('console');
    expect(styles.filter((name) => name === 'console')).toHaveLength(1);
    // What all screens have of a button, and what this one takes away from one that only narrow screens need.
    expect(await page.getByText('Back to the list').isVisible()).toBe(false);
    await page.setViewportSize({ width: 360, height: 800 });
    await rows().first().click();
    await page.getByText('Back to the list').waitFor();
  });

  it('says how many there are, shows a claim with its findings and remedies, and keeps it in the address', async () => {
    const total = Number(await grid().getAttribute('aria-rowcount'));
    await page.getByText(`${total} unsupported claims`).waitFor();
    expect(await rows().first().getAttribute('aria-rowindex')).toBe('1');
    await goTo(STATION);
    await details().getByText('Add an entry 8 to the list of references').waitFor();
    const rule = details().getByRole('link', { name: 'A cited number that has no reference' });
    expect(await rule.getAttribute('href')).toContain('/docs/rules/dangling-citation');
    expect(await violations(page)).toEqual([]);
    await page.waitForURL(/claim=/);
    await page.reload();
    await details().getByText('Add an entry 8').waitFor();
    expect(await current().textContent()).toContain(STATION);
  });

  it('filters stand in the address, are taken away, and are kept by a name', async () => {
    const before = await rows().count();
    await page.keyboard.press('3');
    await page.waitForURL(/standing=REFUTED%2CCONTESTED%2CWEAK/);
    await rows().first().waitFor();
    expect(await rows().count()).toBeLessThan(before);
    expect(await rows().getByText('No evidence').count()).toBe(0);
    await page.keyboard.press('f');
    await page.getByLabel('Priority').selectOption('LOW');
    await page.getByRole('heading', { name: 'No claim is like this' }).waitFor();
    await page.getByLabel('Save these filters as').fill('Low and weak');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'No filters' }).first().click();
    await rows().first().waitFor();
    await page.getByRole('button', { name: 'Low and weak', exact: true }).click();
    await page.waitForURL(/priority=LOW/);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'queue-filters');
    await page.reload();
    await page.getByRole('heading', { name: 'No claim is like this' }).waitFor();
  });

  it('words are looked for', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('quarry');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=quarry/);
    await page.getByText(STATION).first().waitFor();
    await grid().focus();
    await page.keyboard.press('End');
    expect(await current().textContent()).toMatch(/quarry/i);
  });

  it('by keys alone: a source is attached as the number that led nowhere, the next claim comes, undo and redo', async () => {
    await goTo(STATION);
    await page.keyboard.press('a');
    await page.getByRole('searchbox', { name: 'Source' }).fill('example.org/accounts');
    await page.getByRole('option', { name: /Take this address/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Fixes 1 finding').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'attach');
    await page.keyboard.type('It cost 11.5 million crowns.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Source attached; findings fixed: 1').waitFor();
    const station = rows().filter({ hasText: STATION });
    await station.getByText('No evidence').waitFor({ state: 'detached' });
    expect(await current().textContent()).not.toContain(STATION);
    await page.keyboard.press('z');
    await station.getByText('No evidence').waitFor();
    await page.keyboard.press('Shift+Z');
    await station.getByText('No evidence').waitFor({ state: 'detached' });
  });

  it('a known source is found by its words, and its snapshot gives the quote', async () => {
    const { id } = await source('Why we chose hydrogen');
    await ask(
      `mutation ($input: CaptureSnapshotInput!) { captureSnapshot(input: $input) { userErrors { message } } }`,
      {
        input: {
          sourceId: id,
          mediaType: 'text/plain',
          content: `${'Of buses much was said. '.repeat(40)}Forty buses, and not one that smokes. ${'More was said. '.repeat(40)}`,
        },
      },
    );
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.getByRole('searchbox', { name: 'Source' }).fill('chose hydrogen');
    await page.getByRole('option', { name: /Why we chose hydrogen/ }).click();
    await page.getByRole('searchbox', { name: 'Find in the snapshot' }).fill('not one that smokes');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Make it the quote' }).click();
    expect(await page.getByLabel('Quote, in').inputValue()).toBe('not one that smokes');
    await page.getByText(/Fixes \d finding/).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'attach-snapshot');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    // What was written is there again.
    await expect(page.getByLabel('Quote, in').inputValue()).resolves.toBe('not one that smokes');
  });

  it('several at once: assigned, waived for a reason, and given one source; and taken back', async () => {
    await page.keyboard.press('j');
    for (const key of ['x', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
    await page.getByText('3 claims selected').waitFor();
    await page.keyboard.press('Shift+M');
    await page.getByText(/Claims given to .+: 3/).waitFor();
    for (const key of ['x', 'Shift+ArrowUp']) await page.keyboard.press(key);
    await page.keyboard.press('w');
    const waiving = page.getByRole('dialog', { name: 'Waive a finding' });
    await waiving.getByRole('checkbox').first().check();
    await waiving.getByLabel('Why it is accepted').fill('The city says so on the day.');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Findings waived: \d/).waitFor();
    await page.keyboard.press('z');
    await page.getByText(/Findings waived/).waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await rows().getByText(/^for /).first().waitFor({ state: 'detached' });
    for (const key of ['x', 'Shift+ArrowDown', 'a']) await page.keyboard.press(key);
    await page.getByText('To 2 claims').waitFor();
    await page.getByRole('searchbox', { name: 'Source' }).fill('example.org/both');
    await page.getByRole('option', { name: /Take this address/ }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Source attached to claims: 2').waitFor();
    await page.getByText('To 2 claims').waitFor({ state: 'detached' });
    // What the buttons beside a claim do is about that claim, whatever is selected.
    for (const key of ['x', 'j', 'v']) await page.keyboard.press(key);
    await page.getByRole('dialog', { name: 'Give a verdict' }).waitFor();
  });

  it('a verdict is given, and what is no statement of fact is marked', async () => {
    await goTo(STATION);
    await page.keyboard.press('v');
    await page.getByLabel('Mostly true').check();
    await page.getByLabel('What that rests on').fill('The accounts say 11.4.');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await details().getByText('The accounts say 11.4.').waitFor();
    await page.keyboard.press('t');
    await current().getByText('Not checkable').waitFor();
    await page.keyboard.press('z');
    await current().getByText('No evidence').waitFor();
  });

  it('two browsers: changes show in place, and who was slower sees both and chooses', async () => {
    const other = await console.visit('/queue');
    await rows(other).first().waitFor();
    await goTo(STATION);
    await page.keyboard.press('a');
    await page.getByRole('searchbox', { name: 'Source' }).fill('example.org/mine');
    await page.getByRole('option', { name: /Take this address/ }).click();
    await page.getByLabel('Quote, in').fill('Mine says so.');

    await other.getByText(STATION).first().click();
    await other.keyboard.press('a');
    await other.getByRole('searchbox', { name: 'Source' }).fill('example.org/theirs');
    await other.getByRole('option', { name: /Take this address/ }).click();
    await other.getByText(/Fixes/).waitFor();
    await other.keyboard.press('Control+Enter');
    await other.getByText(/Source attached/).waitFor();

    await rows().filter({ hasText: STATION }).getByText('No evidence').waitFor({ state: 'detached' });
    await page.getByText('This claim was changed after you began.').waitFor();
    await page.keyboard.press('Control+Enter');
    const conflict = page.getByRole('region', { name: 'Conflict' });
    await conflict.getByText('example.org/theirs').waitFor();
    await conflict.getByText('Mine says so.').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'conflict');
    await conflict.getByRole('button', { name: 'Attach mine as well' }).click();
    await page.getByText(/Source attached/).waitFor();
    await goBackTo(STATION);
    await details().getByText('example.org/theirs').first().waitFor();
    await details().getByText('Mine says so.').waitFor();
  });

  it('without a connection what is saved waits, and is sent when it is back', async () => {
    await goTo(STATION);
    await page.keyboard.press('a');
    await page.getByRole('searchbox', { name: 'Source' }).fill('example.org/later');
    await page.getByRole('option', { name: /Take this address/ }).click();
    await page.getByText(/Fixes/).waitFor();
    await page.context().setOffline(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 edit waits for the connection').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText(/Source attached/).waitFor();
    await page.getByText('1 edit waits for the connection').waitFor({ state: 'detached' });
    // The browser itself tells of what it could not send.
    console.complaints.length = 0;
  });

  it('parts that could not be brought in time come when they are shown, with their styles', async () => {
    const parts = /\/assets\/toast-region/;
    await page.route(parts, (route) => route.abort());
    const refused = new Set<string>();
    page.on('requestfailed', (request) => void refused.add(new URL(request.url()).pathname.replace(/^.*\./, '')));
    await page.reload();
    await rows().first().waitFor();
    await until('script and styles are refused', () =>
      Promise.resolve(['js', 'css'].every((each) => refused.has(each))),
    );
    await page.unroute(parts);
    for (const key of ['j', 'x', 'Shift+ArrowDown', 'Shift+M']) await page.keyboard.press(key);
    await page.getByText(/Claims given to .+: 2/).waitFor();
    const position = "getComputedStyle(document.querySelector('[role=region][aria-label=Notices]')).position";
    expect(await page.evaluate(position)).toBe('fixed');
    // The browser itself tells of what was refused.
    console.complaints.length = 0;
  });

  it('what comes in waits, and moves no row', async () => {
    await page.keyboard.press('j');
    const before = await current().textContent();
    await ask(`mutation ($input: ImportArticleInput!) { importArticle(input: $input) { userErrors { message } } }`, {
      input: {
        slug: 'trams',
        title: 'Trams',
        content: '# Trams\n\nPort Calder bought 12 trams in 2030.\n\nEach tram cost 4 million crowns.\n',
      },
    });
    const news = page.getByRole('button', { name: /^\d+ new$/ });
    await news.waitFor();
    expect(await current().textContent()).toBe(before);
    expect(await page.getByText('12 trams').count()).toBe(0);
    await news.click();
    await news.waitFor({ state: 'detached' });
    await current().waitFor();
    expect(await current().textContent()).toBe(before);
    await page.getByRole('searchbox', { name: 'Search claims' }).fill('trams');
    await page.keyboard.press('Enter');
    await rows().getByText('12 trams').first().waitFor();
  });

  it('a reader reads, and is offered nothing that they may not do', async () => {
    page = await console.visit('/queue', { role: 'READER' });
    await rows().first().waitFor();
    await page.keyboard.press('j');
    await details().getByRole('heading', { level: 2 }).waitFor();
    for (const key of ['a', 'w', 'm', 'v', 't']) await page.keyboard.press(key);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(
      await details()
        .getByRole('button', { name: /Attach|Waive|Assign|Verdict|Comment/ })
        .count(),
    ).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('a checker proposes', async () => {
    page = await console.visit('/queue', { role: 'CHECKER' });
    await rows().first().waitFor();
    await goTo(STATION);
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Propose a source' }).waitFor();
    await page.getByRole('searchbox', { name: 'Source' }).fill('10.1000/182');
    await page.getByRole('option', { name: /Take this address/ }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Propose a source' }).waitFor({ state: 'detached' });
    await goBackTo(STATION);
    await details().getByText('Proposed: it counts when an editor accepts it').waitFor();
  });

  it.each(LOOKS)('can be looked at: %s', async (look, options) => {
    page = await console.visit('/queue', options);
    await rows().first().waitFor();
    await picture(page, `queue-list-${look}`);
    await page.getByText(STATION).first().click();
    await details().getByText('Add an entry 8').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await violations(page)).toEqual([]);
    await picture(page, `queue-claim-${look}`);
    await page.keyboard.press('a');
    await page.getByRole('searchbox', { name: 'Source' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await violations(page)).toEqual([]);
    await picture(page, `queue-attach-${look}`);
  });

  const goBackTo = async (text: string): Promise<void> => {
    await page.getByRole('row').filter({ hasText: text }).getByText(text).first().click();
  };

  const ask = async <T>(query: string, variables: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await console.api.ask<T>(await console.api.token(console.viewer), query, variables);
    expect(errors).toBeUndefined();
    return data as T;
  };

  const source = async (title: string): Promise<{ id: string }> => {
    const { sources } = await ask<{ sources: { edges: { node: { id: string } }[] } }>(
      `query ($text: String!) { sources(first: 1, filter: { text: $text }) { edges { node { id } } } }`,
      { text: title },
    );
    return sources.edges[0]!.node;
  };
});
