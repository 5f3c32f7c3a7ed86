import type { Viewer } from '../../auth/viewer.js';

/** What of a viewer is the same for all of one workspace, or says where something is read and not what is shown. */
const OF_NO_ONE: ReadonlySet<PropertyKey> = new Set([
  'workspaceId',
  'within',
  'placement',
  'seen',
] satisfies (keyof Viewer)[]);

/**
 * The same viewer, who tells when anything is asked of them that others of their workspace may answer otherwise: who they
 * are, their role. An answer for which nothing was asked is the same for all of the workspace, whatever fields it has.
 *
 * @param asked called each time
 */
export function watchedViewer(viewer: Viewer, asked: () => void): Viewer {
  const look = <T>(key: PropertyKey, answer: T): T => {
    if (!OF_NO_ONE.has(key)) asked();
    return answer;
  };
  return new Proxy(viewer, {
    get: (target, key) => look(key, Reflect.get(target, key) as unknown),
    has: (target, key) => look(key, Reflect.has(target, key)),
    getOwnPropertyDescriptor: (target, key) => look(key, Reflect.getOwnPropertyDescriptor(target, key)),
    // A copy is out of sight.
    ownKeys: (target) => look('', Reflect.ownKeys(target)),
  });
}

/** Whoever has the same key is shown the same. */
export const viewerKey = ({ workspaceId, memberId, tokenId, role, until }: Viewer): string =>
  JSON.stringify([workspaceId, memberId, tokenId, role, until]);
