import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Actor } from '../editing/change-article.js';
import type { Ripples } from '../editing/ripples.js';
import { setLink } from '../sources/link.repository.js';
import type { StoredLink } from '../sources/link.js';
import type { KnownSource } from '../sources/source.repository.js';
import { linkAfter, type LinkOutcome } from './link-outcome.js';

/** So many failures in a row are news for rules: one is a bad day of a server. */
const NEWS = 3;

/** What is told of how an address answers. */
const said = ({ failures, status, problem, problemCode }: StoredLink) => ({
  failures,
  problem,
  // Addresses that were tried before there were codes have none.
  ...(problemCode ? { problemCode, status } : {}),
});

/** Notes how the address of a source answered that is held to be changed; where it matters, articles are judged again. */
export async function noteLink(
  connection: WorkspaceConnection,
  actor: Actor,
  source: KnownSource,
  outcome: LinkOutcome,
  ripples: Pick<Ripples, 'start'>,
  at: Date,
): Promise<void> {
  const { workspaceId } = actor;
  const { link, dueAt } = linkAfter(source.link, outcome, at);
  const [was, is] = [source.link?.failures ?? 0, link?.failures ?? 0];
  await setLink(connection, workspaceId, source.id, link, dueAt, was !== is);
  const recovered = was > 0 && is === 0;
  if (!recovered && (is === was || is < NEWS)) return;
  await ripples.start(connection, actor, {
    of: 'sources',
    sourceIds: [source.id],
    happening: {
      kind: recovered ? 'source.link-recovered' : 'source.link-failing',
      subjectType: 'Source',
      subjectId: source.id,
      before: source.link && said(source.link),
      after: link && said(link),
    },
  });
}
