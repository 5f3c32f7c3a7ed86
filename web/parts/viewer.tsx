import { createContext, useContext } from 'react';
import { graphql, type ResultOf, type Role } from '../api/graphql.js';

export const VIEWER = graphql(`
  query Viewer {
    viewer {
      role
      member {
        id
        version
        name
      }
      workspace {
        id
        name
      }
    }
  }
`);

export type Viewer = NonNullable<ResultOf<typeof VIEWER>['viewer']>;

const ROLES: readonly Role[] = ['READER', 'CHECKER', 'EDITOR', 'ADMIN'];

/** A higher role may do all that a lower one may. */
export const atLeast = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);

export const ViewerContext = createContext<Viewer | null>(null);

/** Who is signed in. Screens are only there when somebody is. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('a screen is shown to nobody');
  return viewer;
}

/** Whether they may do what needs a role. The server decides; this spares people a refusal. */
export const useMay = (needed: Role): boolean => atLeast(useViewer().role, needed);
