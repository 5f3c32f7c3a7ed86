import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { Filters } from './filters.js';
import { List } from './list.js';
import { useView } from './view.js';

/** The articles of the workspace, and how each stands. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const view = useView();
  return (
    <Page title={t`Articles`}>
      <Filters view={view} />
      <List view={view} />
    </Page>
  );
}
