import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, useRevalidator, useRouteError } from 'react-router';
import { Broken } from '../parts/error-boundary.js';
import { Page } from '../parts/page.js';
import { Empty } from '../parts/states.js';
import { PATHS } from '../paths.js';

/** An address that names no screen. */
export function NotFound(): ReactNode {
  const { t } = useLingui();
  return (
    <Page title={t`Not found`}>
      <Empty title={t`There is nothing at this address`}>
        <Link to={PATHS.queue}>
          <Trans>To the queue</Trans>
        </Link>
      </Empty>
    </Page>
  );
}

/** A screen that could not be brought, or broke: after an update of the server its old files are gone. */
export function RouteBroken(): ReactNode {
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  return (
    <main id="content">
      <Broken
        error={error instanceof Error ? error : new Error(String(error))}
        onAgain={() => (error instanceof TypeError ? location.reload() : void revalidate())}
      />
    </main>
  );
}
