import type { Viewer } from '../../auth/viewer.js';
import { viewerKey, watchedViewer } from './watched-viewer.js';

const ADA: Viewer = { workspaceId: 'w', memberId: 'ada', tokenId: 't1', role: 'ADMIN' };

function asked(look: (viewer: Viewer) => unknown): boolean {
  let isAsked = false;
  look(watchedViewer(ADA, () => (isAsked = true)));
  return isAsked;
}

describe('a watched viewer', () => {
  it.each<[string, (viewer: Viewer) => unknown]>([
    ['their role', ({ role }) => role],
    ['who they are', ({ memberId }) => memberId],
    ['their token', ({ tokenId }) => tokenId],
    ['what others may have and they have not', ({ until }) => until],
    ['whether they have it', (viewer) => 'until' in viewer],
    ['a copy of them', (viewer) => ({ ...viewer })],
    ['the names of what there is', (viewer) => Object.keys(viewer)],
    ['all, as JSON', (viewer) => JSON.stringify(viewer)],
    ['one of it by name', (viewer) => Object.getOwnPropertyDescriptor(viewer, 'role')],
    ['something that came later', (viewer) => (viewer as Viewer & { desk?: string }).desk],
  ])('tells when it is asked for %s', (_what, look) => {
    expect(asked(look)).toBe(true);
  });

  it('does not when it is asked for their workspace, and where to read', () => {
    expect(asked(({ workspaceId, placement, within, seen }) => [workspaceId, placement, within, seen])).toBe(false);
  });

  it('answers as the viewer does', () => {
    const watched = watchedViewer(ADA, () => undefined);
    expect(watched).toEqual(ADA);
    expect({ ...watched }).toEqual(ADA);
    expect(viewerKey(watched)).toBe(viewerKey(ADA));
  });
});

describe('the key of a viewer', () => {
  it.each<Partial<Viewer>>([
    { workspaceId: 'x' },
    { memberId: 'eve' },
    { tokenId: 't2' },
    { role: 'READER' },
    { until: new Date(0) },
  ])('is another one with %p', (otherwise) => {
    expect(viewerKey({ ...ADA, ...otherwise })).not.toBe(viewerKey(ADA));
  });
});
