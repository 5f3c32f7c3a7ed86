import { McpServer } from '@modelcontextprotocol/server';
import { INSTRUCTIONS, offer, type Toolbox } from './tool.js';
import { findArticles } from './tools/articles.js';
import { checkText } from './tools/check-text.js';
import { getClaim } from './tools/claim.js';
import { listMissingReferences } from './tools/missing.js';
import { proposeSource } from './tools/propose.js';
import { searchSources } from './tools/sources.js';
import { listUnsupported } from './tools/unsupported.js';

/** A server of the Model Context Protocol with all tools. @param version of Obelus */
export function mcpServer(version: string, toolbox: Omit<Toolbox, 'program'>): McpServer {
  const server = new McpServer({ name: 'obelus', title: 'Obelus', version }, { instructions: INSTRUCTIONS });
  const all: Toolbox = { ...toolbox, program: () => programOf(server) };
  offer(server, findArticles, all);
  offer(server, listUnsupported, all);
  offer(server, getClaim, all);
  offer(server, listMissingReferences, all);
  offer(server, searchSources, all);
  offer(server, checkText, all);
  offer(server, proposeSource, all);
  return server;
}

/** As much of it as the history keeps. */
const MAX_NAME = 80;

function programOf(server: McpServer): string | null {
  const { title, name, version } = server.server.getClientVersion() ?? {};
  const called = [title ?? name, version].filter(Boolean).join(' ').slice(0, MAX_NAME);
  return called === '' ? null : `${called}, by obelus mcp`;
}
