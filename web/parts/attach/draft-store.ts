import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from './draft.js';

interface Kept extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { owner: string } };
}

/** Where drafts are kept. */
export interface DraftStore {
  /** @returns those of one person in one workspace, the oldest first */
  of(owner: string): Promise<readonly Draft[]>;
  get(key: string): Promise<Draft | undefined>;
  put(draft: Draft): Promise<void>;
  delete(key: string): Promise<void>;
}

const NAME = 'obelus';
const VERSION = 1;

const byAge = (a: Draft, b: Draft): number => a.changedAt - b.changedAt;

/** In this browser, as long as its data are kept; on this page alone where a browser keeps nothing. */
export function browserDrafts(): DraftStore {
  let opened: Promise<IDBPDatabase<Kept>> | undefined;
  const memory = memoryDrafts();
  const attempt = async <T>(
    act: (database: IDBPDatabase<Kept>) => Promise<T>,
    instead: () => Promise<T>,
  ): Promise<T> => {
    try {
      opened ??= openDB<Kept>(NAME, VERSION, {
        upgrade: (database) => {
          database.createObjectStore('drafts', { keyPath: 'key' }).createIndex('owner', 'owner');
        },
      });
      return await act(await opened);
    } catch {
      opened = undefined;
      return await instead();
    }
  };
  return {
    of: (owner) =>
      attempt(
        async (database) => (await database.getAllFromIndex('drafts', 'owner', owner)).sort(byAge),
        () => memory.of(owner).then((drafts) => [...drafts]),
      ),
    get: (key) =>
      attempt(
        (database) => database.get('drafts', key),
        () => memory.get(key),
      ),
    put: (draft) =>
      attempt(
        async (database) => void (await database.put('drafts', draft)),
        () => memory.put(draft),
      ),
    delete: (key) =>
      attempt(
        (database) => database.delete('drafts', key),
        () => memory.delete(key),
      ),
  };
}

/** Drafts that end with the page. */
export function memoryDrafts(): DraftStore {
  const kept = new Map<string, Draft>();
  return {
    of: (owner) => Promise.resolve([...kept.values()].filter((draft) => draft.owner === owner).sort(byAge)),
    get: (key) => Promise.resolve(kept.get(key)),
    put: (draft) => Promise.resolve(void kept.set(draft.key, draft)),
    delete: (key) => Promise.resolve(void kept.delete(key)),
  };
}
