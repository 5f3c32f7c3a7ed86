import { randomBytes } from 'node:crypto';
import { chmod, chown, lchown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error.js';

/** The major version of the npm package; data of another one cannot be opened. */
const MAJOR = 18;

/** Passwords of the three users of the embedded database. They exist as long as the data does. */
export interface Secrets {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
}

/** Makes the folder, or checks that it is ours. */
export async function claimFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await checkOwner(dataDir, [process.getuid?.() ?? 0]);
    // PostgreSQL may have to pass through as another user; the files within are closed by their own modes.
    if (process.getuid?.() === 0) await chmod(dataDir, 0o711);
    if (await exists(join(dataDir, 'postgres'))) {
      // Root's PostgreSQL runs as root in a namespace of its own, or as nobody.
      await checkOwner(join(dataDir, 'postgres'), process.getuid?.() === 0 ? [0, 65534] : [process.getuid?.() ?? 0]);
    }
    const probe = join(dataDir, `.write-${randomBytes(6).toString('hex')}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const advice = 'set OBELUS_DATA_DIR to a folder that you may write';
    throw new StartError('DATA_DIR_OWNER', `the data folder ${dataDir} cannot be used (${code}); ${advice}`);
  }
}

async function checkOwner(folder: string, allowed: readonly number[]): Promise<void> {
  const { uid } = await stat(folder);
  if (process.getuid === undefined || allowed.includes(uid)) return;
  const advice = 'start Obelus as that user, or set OBELUS_DATA_DIR to another folder';
  const message = `the data folder ${folder} belongs to user ${uid}, and this is user ${process.getuid()}; ${advice}`;
  throw new StartError('DATA_DIR_OWNER', message);
}

export async function checkVersion(cluster: string): Promise<void> {
  if (!(await exists(cluster))) return;
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) {
    const advice = 'restore it, or set OBELUS_DATA_DIR to another folder';
    throw new StartError('DATA_DIR_BROKEN', `${cluster} holds no PostgreSQL data; ${advice}`);
  }
  if (Number.parseInt(version, 10) === MAJOR) return;
  const advice = `dump it with that version and restore it into a new OBELUS_DATA_DIR`;
  const message = `${cluster} was made by PostgreSQL ${version.trim()}, and this Obelus brings ${MAJOR}; ${advice}`;
  throw new StartError('DATA_DIR_VERSION', message);
}

/** @throws StartError DATA_DIR_BROKEN when the data is there and they are not */
export async function readOrMakeSecrets(dataDir: string, cluster: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Secrets;
  } catch (error) {
    const lost = (error as NodeJS.ErrnoException).code === 'ENOENT' && !(await exists(cluster));
    if (!lost) {
      const advice = 'restore it, or set OBELUS_DATA_DIR to another folder';
      throw new StartError('DATA_DIR_BROKEN', `${path} is missing or damaged: it holds the passwords; ${advice}`);
    }
  }
  const password = (): string => randomBytes(24).toString('base64url');
  const secrets: Secrets = { admin: password(), owner: password(), app: password() };
  await writeFile(`${path}.new`, `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return secrets;
}

/** Hands files over to whom PostgreSQL runs as, where that is another than before. */
export async function giveTo(folder: string, owner: number | null): Promise<void> {
  if (owner === null || (await stat(folder)).uid === owner) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), owner, owner);
  }
  await chown(folder, owner, owner);
}

export async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
