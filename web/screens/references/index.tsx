import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { Duplicates } from './duplicates.js';
import { Lists } from './lists.js';
import { MissingList } from './missing-list.js';
import { SourceList } from './source-list.js';
import { SourcePage } from './source-page.js';
import { useView } from './view.js';

/** What articles refer to: numbers that lead nowhere, and the sources of the workspace. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const view = useView();
  if (view.source !== null) return <SourcePage key={view.source} id={view.source} view={view} />;
  return (
    <Page title={t`References`}>
      <Lists view={view} />
      {view.list === 'missing' && <MissingList />}
      {view.list === 'duplicates' && <Duplicates view={view} />}
      {view.list !== 'missing' && view.list !== 'duplicates' && (
        <SourceList key={view.list} list={view.list} view={view} />
      )}
    </Page>
  );
}
