/**
 * Where the console's screens are. The build hands the list to the server, which answers these with the page and
 * everything else as before: a path that is not here is not found.
 */
export const PATHS = {
  queue: '/queue',
  articles: '/articles',
  reader: '/articles/:id',
  references: '/references',
  dashboard: '/dashboard',
  history: '/history',
  import: '/import',
  settings: '/settings',
} as const;

/** A screen's name. */
export type Screen = keyof typeof PATHS;

/** The address of an article in the reader. @param claimId the claim that is shown at once */
export function readerPath(articleId: string, claimId?: string): string {
  const path = `${PATHS.articles}/${encodeURIComponent(articleId)}`;
  return claimId === undefined ? path : `${path}?${new URLSearchParams({ claim: claimId }).toString()}`;
}

/** The address of what became of an article's claims. @param revisions two of its numbers; the newest two when left out */
export function diffPath(articleId: string, revisions?: { readonly from: number; readonly to: number }): string {
  const asked = {
    article: articleId,
    view: 'diff',
    ...(revisions && { from: `${revisions.from}`, to: `${revisions.to}` }),
  };
  return `${PATHS.history}?${new URLSearchParams(asked).toString()}`;
}
