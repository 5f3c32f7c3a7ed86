import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { I18nProvider as AriaLanguage } from 'react-aria-components';
import { RouterProvider } from 'react-router/dom';
import { Provider } from 'urql';
import { createApi } from '../api/api.js';
import { session, type SignInFailure } from '../api/session.js';
import { KeysProvider } from '../keys/use-keys.js';
import { language } from '../language/language.js';
import { ErrorBoundary } from '../parts/error-boundary.js';
import { Notices } from '../parts/notices.js';
import { notices } from '../parts/toasts.js';
import { undoStack } from '../parts/undo.js';
import { usePreference } from '../preferences/preference.js';
import { createRouter } from './router.js';

/** Most have signed in. */
const SignIn = lazy(async () => ({ default: (await import('./sign-in.js')).SignIn }));

/** The whole page. @param failure why the token of the address did not do */
export function App({ failure }: { readonly failure: SignInFailure | null }): ReactNode {
  const current = usePreference(session);
  const tongue = usePreference(language);
  return (
    <I18nProvider i18n={i18n}>
      <AriaLanguage locale={tongue}>
        <ErrorBoundary>
          {current === null ? (
            <Suspense>
              <SignIn failure={failure} />
            </Suspense>
          ) : (
            <Session key={current} id={current} />
          )}
        </ErrorBoundary>
      </AriaLanguage>
    </I18nProvider>
  );
}

/** All that is there while somebody is signed in; nothing of it outlives them. */
function Session({ id }: { readonly id: string }): ReactNode {
  const [api] = useState(() =>
    createApi(() => {
      // What was asked for in an earlier session says nothing of this one.
      if (session.get() === id) session.set(null);
    }),
  );
  const [router] = useState(createRouter);
  useEffect(
    () => () => {
      api.close();
      router.dispose();
      undoStack.clear();
      notices.clear();
    },
    [api, router],
  );
  return (
    <Provider value={api.client}>
      <KeysProvider>
        <RouterProvider router={router} />
        <Notices />
      </KeysProvider>
    </Provider>
  );
}
