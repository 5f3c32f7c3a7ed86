import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { ENTITIES } from '../../../src/entities.js';
import { Database } from '../../../src/database/database.js';
import { toGlobalId } from '../../../src/graphql/global-id.js';
import { ImportArticle } from '../../../src/importing/import-article.js';
import { importSample } from '../../../src/importing/import-sample.js';
import type { Role } from '../../../src/database/codes.js';
import { startApi, type TestApi } from '../../graphql/support/api.js';
import { listen } from '../../graphql/support/socket.js';
import type { TestViewer } from '../../support/test-database.js';
import { launch } from './browser.js';

const SAMPLE = new URL('../../../samples/hydrogen-buses.md', import.meta.url);

export interface Look {
  readonly dark?: boolean;
  /** 1280 pixels when left out. */
  readonly width?: number;
  readonly language?: string;
  readonly role?: Role;
  /** Whether they are here for the first time, and are shown the first steps. */
  readonly isNew?: boolean;
}

/** The looks of which pictures are taken. */
export const LOOKS: readonly (readonly [string, Look])[] = [
  ['light-wide', {}],
  ['dark-wide', { dark: true }],
  ['light-narrow', { width: 390 }],
  ['dark-narrow', { dark: true, width: 390 }],
];

/** A server with the sample, and a browser to look at it with. */
export interface OpenConsole {
  readonly api: TestApi;
  readonly viewer: TestViewer;
  /** Where the server answers: "http://127.0.0.1:41234". */
  readonly base: string;
  readonly browser: Browser;
  /** What pages said went wrong, in their consoles too: nothing, at the end of a test. */
  readonly complaints: string[];
  /** Imports an article. @param memberId who does it @returns its address in the reader */
  import(slug: string, content: string, memberId?: string): Promise<string>;
  /** The address of an article in the reader. */
  reader(slug: string): Promise<string>;
  /** A browser of its own that has signed in, with a page at a path. */
  visit(path: string, look?: Look): Promise<Page>;
  /** The same without signing in. */
  visitAsStranger(path: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

/**
 * @param withSample whether the workspace has the sample
 * @param environment settings of the server; jobs are off unless it says otherwise
 */
export async function openConsole(withSample = true, environment: Record<string, string> = {}): Promise<OpenConsole> {
  const api = await startApi(environment, { entities: ENTITIES });
  const viewer = await api.db.workspace('Newsroom');
  if (withSample) {
    const imports = api.app.get(ImportArticle, { strict: false });
    await importSample(api.app.get(Database, { strict: false }), imports, viewer, readFileSync(SAMPLE, 'utf8'));
  }
  const reader = async (slug: string): Promise<string> => {
    const [row] = await api.db.owner<{ id: string }>('SELECT id FROM article WHERE slug = $1', [slug]);
    return `/articles/${toGlobalId('Article', row!.id)}`;
  };
  const base = new URL(await listen(api.app)).origin.replace('ws', 'http');
  const browser = await launch();
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  const open = async ({ dark, width = 1280, language = 'en-GB', isNew = false }: Look): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: dark ? 'dark' : 'light',
      locale: language,
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    if (!isNew) await context.addInitScript(`localStorage.setItem('obelus.tour', '"closed"')`);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(base) && !request.url().startsWith('data:'))
        complaints.push(`asks ${request.url()}`);
    });
    return page;
  };
  return {
    api,
    viewer,
    base,
    browser,
    complaints,
    reader,
    async import(slug, content, memberId = viewer.memberId) {
      const importer = api.app.get(ImportArticle, { strict: false });
      const { userErrors } = await importer.run({ ...viewer, memberId }, { slug, content });
      expect(userErrors).toEqual([]);
      return await reader(slug);
    },
    async visit(path, look = {}) {
      const page = await open(look);
      await page.goto(`${base}${path}#token=${await api.token(viewer, look.role)}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    async visitAsStranger(path, look = {}) {
      const page = await open(look);
      await page.goto(`${base}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await api.close();
    },
  };
}
