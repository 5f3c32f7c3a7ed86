import { createHash } from 'node:crypto';

/** How long an answer is believed, in milliseconds: as the program does. */
const BELIEVED_MS = 5_000;

/** Asks PostgreSQL, outside of any workspace. */
export type Ask = (sql: string, values: unknown[]) => Promise<{ rows: { workspace_id: string }[] }>;

/** The check of a token that all servers of the bench make, the program aside, which has its own: SHA-256, then the database. */
export function tokenCheck(ask: Ask): (header: string | undefined) => Promise<string | null> {
  const answers = new Map<string, { readonly workspace: Promise<string | null>; readonly until: number }>();
  return (header) => {
    const token = /^Bearer ([\x21-\x7e]+)$/.exec(header ?? '')?.[1];
    if (token === undefined) return Promise.resolve(null);
    const hash = createHash('sha256').update(token).digest();
    const key = hash.toString('base64');
    const found = answers.get(key);
    if (found && found.until > Date.now()) return found.workspace;
    const workspace = ask('SELECT workspace_id FROM find_token($1)', [hash]).then(
      ({ rows }) => rows[0]?.workspace_id ?? null,
    );
    answers.set(key, { workspace, until: Date.now() + BELIEVED_MS });
    return workspace;
  };
}
