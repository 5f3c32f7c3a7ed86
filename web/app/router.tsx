import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import type { ComponentType } from 'react';
import { messagesOf } from '../language/language.js';
import { Loading } from '../parts/states.js';
import { PATHS } from '../paths.js';
import { NotFound, RouteBroken } from './not-found.js';
import { Shell } from './shell.js';

type ScreenModule = Promise<{ readonly Component: ComponentType }>;

/** A screen is brought when it is first opened, its messages with it. @param folder below screens/ */
const screen = (path: string, folder: string, load: () => ScreenModule): RouteObject => ({
  path,
  lazy: async () => {
    const [{ Component }] = await Promise.all([load(), messagesOf(folder)]);
    return { Component };
  },
  ErrorBoundary: RouteBroken,
});

/** Which screen stands at which address. */
export const createRouter = (): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter([
    {
      path: '/',
      Component: Shell,
      HydrateFallback: Loading,
      children: [
        { index: true, element: <Navigate to={PATHS.queue} replace /> },
        screen(PATHS.queue, 'queue', () => import('../screens/queue/index.js')),
        screen(PATHS.articles, 'articles', () => import('../screens/articles/index.js')),
        screen(PATHS.reader, 'reader', () => import('../screens/reader/index.js')),
        screen(PATHS.references, 'references', () => import('../screens/references/index.js')),
        screen(PATHS.dashboard, 'dashboard', () => import('../screens/dashboard/index.js')),
        screen(PATHS.history, 'history', () => import('../screens/history/index.js')),
        screen(PATHS.import, 'import', () => import('../screens/import/index.js')),
        screen(PATHS.settings, 'settings', () => import('../screens/settings/index.js')),
        { path: '*', Component: NotFound },
      ],
    },
  ]);
