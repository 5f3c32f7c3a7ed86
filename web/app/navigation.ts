import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { KeyName } from '../keys/table.js';
import { PATHS } from '../paths.js';

export interface Place {
  readonly path: string;
  readonly says: MessageDescriptor;
  readonly key: KeyName;
}

/** Where one can go from everywhere. */
export const PLACES: readonly Place[] = [
  { path: PATHS.queue, says: msg`Queue`, key: 'goToQueue' },
  { path: PATHS.articles, says: msg`Articles`, key: 'goToArticles' },
  { path: PATHS.references, says: msg`References`, key: 'goToReferences' },
  { path: PATHS.dashboard, says: msg`Dashboard`, key: 'goToDashboard' },
  { path: PATHS.history, says: msg`History`, key: 'goToHistory' },
  { path: PATHS.import, says: msg`Import`, key: 'goToImport' },
  { path: PATHS.settings, says: msg`Settings`, key: 'goToSettings' },
];
