import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig, type Config } from './config/config.js';
import type { OwnerConnection } from './database/owner-connection.js';
import { startDatabase } from './database/start-database.js';
import { ENTITIES } from './entities.js';
import { tell } from './process.js';
import { addWorkspace, ensureWorkspace, listWorkspaces } from './workspaces/first-workspace.js';

const USAGE = `usage: npm run workspace -- create NAME [--admin NAME]
       npm run workspace -- list
Makes another workspace, with an administrator and a token that is shown once; or lists the workspaces.
Exit status: 0 done; 2 it could not be done.`;

const MAX_NAME = 200;

/** What is asked for cannot be understood. The message is one line for people. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** What to do as the owner of the tables. @returns lines for people */
export type WorkspaceCommand = (owner: OwnerConnection) => Promise<string[]>;

/** @throws CommandError */
export function readCommand(args: readonly string[], admin: string | undefined): WorkspaceCommand {
  const [command, ...rest] = args;
  if (command === 'list' && rest.length === 0 && admin === undefined) return listed;
  if (command !== 'create') throw new CommandError('say "create NAME" or "list"');
  if (rest.length !== 1) throw new CommandError('give one name; put it in quotation marks when it has spaces');
  const [name, administrator] = [checkedName(rest[0]!), checkedName(admin ?? 'Administrator')];
  return async (owner) => {
    const { workspaceId, token } = await addWorkspace(owner, name, administrator);
    return [`workspace ${workspaceId}: ${name}`, `The token of ${administrator}, shown this once: ${token}`];
  };
}

function checkedName(given: string): string {
  const name = given.replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > MAX_NAME) throw new CommandError(`a name has 1 to ${MAX_NAME} characters`);
  return name;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

async function listed(owner: OwnerConnection): Promise<string[]> {
  const workspaces = await listWorkspaces(owner);
  return workspaces.map(({ id, name, createdAt, members, articles }) =>
    [id, createdAt.toISOString().slice(0, 10), counted(members, 'member'), counted(articles, 'article'), name].join(
      '  ',
    ),
  );
}

async function run(config: Config, command: WorkspaceCommand): Promise<void> {
  const started = await startDatabase({
    config,
    entities: ENTITIES,
    prepare: async (owner) => {
      // The first workspace is the server's: `OBELUS_TOKEN` works there, in the oldest one.
      const first = await ensureWorkspace(owner, config);
      const told =
        first.newToken === null ? [] : [`The token of ${config.workspaceName}, shown this once: ${first.newToken}`];
      return [...told, ...(await command(owner))];
    },
    log: (line) => console.error(line),
  });
  // Shown once, so only when it is stored.
  for (const line of started.prepared) console.log(line);
  await started.close();
}

async function main(): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      options: { admin: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help) console.log(USAGE);
    else await run(readConfig(), readCommand(positionals, values.admin));
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') || error instanceof CommandError) {
      console.error(`obelus: ${(error as Error).message}\n${USAGE}`);
    } else tell(error);
    process.exitCode = 2;
  }
}

const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) await main();
