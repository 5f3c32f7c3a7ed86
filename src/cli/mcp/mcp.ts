import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { clientOf } from '../graphql-client.js';
import type { ExitStatus, Terminal } from '../terminal.js';
import { mcpServer } from './server.js';

export interface McpOptions {
  readonly server: string;
  readonly token?: string;
}

/**
 * Speaks the Model Context Protocol over standard input and output, until the program at the other end leaves.
 *
 * @throws UsageError when the server's address is none
 */
export async function mcp({ server, token }: McpOptions, terminal: Terminal): Promise<ExitStatus> {
  const client = clientOf({ server, token, timeoutMs: 60_000 });
  const transport = new StdioServerTransport();
  const left = new Promise<void>((resolve) => process.stdin.once('close', resolve).once('end', resolve));
  const served = serveStdio(() => mcpServer(terminal.version, { client, now: () => new Date() }), {
    transport,
    onerror: (error) => terminal.error(`obelus mcp: ${error.message}`),
  });
  terminal.error(`obelus mcp: asks ${client.endpoint.href}${token === undefined ? ', without a token' : ''}`);
  await Promise.race([left, terminal.interrupted()]);
  await served.close();
  return 0;
}
