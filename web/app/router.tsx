import { createBrowserRouter, matchRoutes, Navigate, type RouteObject } from 'react-router';
import type { ComponentType } from 'react';
import { messagesOf } from '../language/language.js';
import { Loading } from '../parts/states.js';
import { PATHS } from '../paths.js';
import { NotFound, RouteBroken } from './not-found.js';
import { Shell } from './shell.js';

type ScreenModule = Promise<{ readonly Component: ComponentType }>;

/** A screen is brought when it is first opened, its messages with it. @param folder below screens/ */
function screen(path: string, folder: string, load: () => ScreenModule): RouteObject {
  const bring = async (): ScreenModule => (await Promise.all([load(), messagesOf(folder)]))[0];
  return {
    path,
    handle: bring,
    lazy: async () => ({ Component: (await bring()).Component }),
    ErrorBoundary: RouteBroken,
  };
}

const SCREENS: readonly RouteObject[] = [
  screen(PATHS.queue, 'queue', () => import('../screens/queue/index.js')),
  screen(PATHS.articles, 'articles', () => import('../screens/articles/index.js')),
  screen(PATHS.reader, 'reader', () => import('../screens/reader/index.js')),
  screen(PATHS.references, 'references', () => import('../screens/references/index.js')),
  screen(PATHS.dashboard, 'dashboard', () => import('../screens/dashboard/index.js')),
  screen(PATHS.history, 'history', () => import('../screens/history/index.js')),
  screen(PATHS.import, 'import', () => import('../screens/import/index.js')),
  screen(PATHS.settings, 'settings', () => import('../screens/settings/index.js')),
];

/** Begins to bring the screen of an address, before anything is shown: it is on its way while other things are. */
export function bringScreen(path: string): void {
  const bring = matchRoutes([...SCREENS], path === '/' ? PATHS.queue : path)?.at(-1)?.route.handle as
    (() => ScreenModule) | undefined;
  // Whoever shows it tells what went wrong.
  void bring?.().catch(() => undefined);
}

/** Which screen stands at which address. */
export const createRouter = (): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter([
    {
      path: '/',
      Component: Shell,
      HydrateFallback: Loading,
      children: [
        { index: true, element: <Navigate to={PATHS.queue} replace /> },
        ...SCREENS,
        { path: '*', Component: NotFound },
      ],
    },
  ]);
