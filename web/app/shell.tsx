import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, RouterProvider as AriaRouter } from 'react-aria-components';
import { NavLink, Outlet, useHref, useLocation, useNavigate, ScrollRestoration } from 'react-router';
import { useQuery } from 'urql';
import { useConnectionState } from '../api/connection.js';
import { ShownKeys } from '../keys/shown-keys.js';
import { useKeys, type KeyHandlers } from '../keys/use-keys.js';
import { OutboxProvider } from '../parts/attach/outbox-context.js';
import { Waiting } from '../parts/attach/waiting.js';
import { ErrorBoundary } from '../parts/error-boundary.js';
import { later } from '../parts/later.js';
import { Failed, Loading } from '../parts/states.js';
import { undoStack } from '../parts/undo.js';
import { atLeast, VIEWER, ViewerContext } from '../parts/viewer.js';
import { usePreference } from '../preferences/preference.js';
import { Account } from './account.js';
import { PLACES } from './navigation.js';
import styles from './shell.module.css';
import { tour } from './tour-choice.js';

const Palette = later(async () => (await import('./palette.js')).Palette);
const KeyHelp = later(async () => (await import('./key-help.js')).KeyHelp);
const Tour = lazy(() => import('./tour.js'));

/** What is around every screen. */
export function Shell(): ReactNode {
  const navigate = useNavigate();
  return (
    <AriaRouter navigate={(path, options) => void navigate(path, options)} useHref={useHref}>
      <Around />
    </AriaRouter>
  );
}

function Around(): ReactNode {
  const { t, i18n } = useLingui();
  const [{ data, error, fetching }, again] = useQuery({ query: VIEWER });
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const places = useRef<HTMLElement>(null);
  // Where they have no room side by side, the one that is shown may be beyond the edge.
  useEffect(() => {
    places.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  const goings: KeyHandlers = Object.fromEntries(PLACES.map(({ key, path }) => [key, () => void navigate(path)]));
  useKeys({
    ...goings,
    palette: () => setOpen('palette'),
    help: () => setOpen('help'),
    undo: () => void undoStack.undo(),
    redo: () => void undoStack.redo(),
  });
  const isNew = usePreference(tour) === 'open';
  const close = (): void => setOpen(null);
  const viewer = data?.viewer;
  return (
    <ViewerContext value={viewer ?? null}>
      <a className={styles['skip']} href="#content">
        <Trans>To the content</Trans>
      </a>
      <header className={styles['bar']}>
        <span className={styles['brand']}>
          <img src="/obelus.svg" alt="" width="22" height="22" /> Obelus
        </span>
        <nav ref={places} className={styles['places']} aria-label={t`Screens`}>
          {PLACES.map(({ path, says }) => (
            <NavLink key={path} to={path} className={styles['place']}>
              {i18n._(says)}
            </NavLink>
          ))}
        </nav>
        <div className={styles['tools']}>
          <Button className="button button-plain" onPress={() => setOpen('palette')}>
            <span className="visually-hidden">{t`All commands`}</span>
            <ShownKeys name="palette" />
          </Button>
          <Button className="button button-plain" onPress={() => setOpen('help')}>
            <span className="visually-hidden">{t`Keys`}</span>
            <ShownKeys name="help" />
          </Button>
          {viewer && <Account viewer={viewer} />}
        </div>
      </header>
      <NoConnection />
      {viewer ? (
        <OutboxProvider>
          <Waiting />
          <ErrorBoundary resetKey={pathname}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
          {isNew && atLeast(viewer.role, 'CHECKER') && (
            <ErrorBoundary resetKey={pathname}>
              <Suspense>
                <Tour />
              </Suspense>
            </ErrorBoundary>
          )}
        </OutboxProvider>
      ) : (
        <main id="content">{error && !fetching ? <Failed error={error} onAgain={again} /> : <Loading />}</main>
      )}
      <ScrollRestoration getKey={({ pathname: path }) => path} />
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'help' && <KeyHelp onClose={close} />}
    </ViewerContext>
  );
}

/** What is shown may be old while nobody answers, or nothing tells of what others do; people must know. */
function NoConnection(): ReactNode {
  const state = useConnectionState();
  return (
    <div role="status" className={styles['connection']} data-state={state}>
      {state === 'lost' && (
        <Trans>No connection. What you see may be old; it is brought up to date when the server answers again.</Trans>
      )}
      {state === 'not-live' && (
        <Trans>
          Live updates paused. You can go on working; what others do is shown when the server can tell of it again.
        </Trans>
      )}
    </div>
  );
}
