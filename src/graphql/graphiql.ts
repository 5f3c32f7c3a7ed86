import { createRequire } from 'node:module';
import type { FastifyInstance, FastifyReply } from 'fastify';

/*
 * The page to try queries with, in development. `@graphql-yoga/render-graphiql` holds GraphiQL and all that it needs as
 * texts, which are served from here; the page that comes with Mercurius loads scripts from another site, which then
 * could read the token.
 */

/** Below this path stands what the page loads. */
const ASSETS = '/graphiql';

/** Scripts of this server, and requests to it, only. The editor sets styles as it runs. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FIRST_QUERY = `# What is not supported, the worst first.
# Your token belongs under "Headers", below.
{
  unsupportedClaims(first: 10) {
    edges {
      node {
        standing
        text
        article { title }
        citations { label source { title url } }
        findings { rule { id } message remedy }
      }
    }
  }
}
`;

/** What the package exports. */
interface Graphiql {
  readonly js: string;
  readonly css: string;
  readonly editorWorkerService: string;
  readonly jsonWorker: string;
  readonly graphqlWorker: string;
}

const JS = 'text/javascript; charset=utf-8';

/** File → its media type and its text. */
const FILES: Readonly<Record<string, readonly [string, (graphiql: Graphiql, endpoint: string) => string]>> = {
  'graphiql.css': ['text/css; charset=utf-8', ({ css }) => css],
  'graphiql.js': [JS, ({ js }, endpoint) => `${WORKERS}\n${js};\n${start(endpoint)}`],
  'editorWorkerService.js': [JS, ({ editorWorkerService }) => editorWorkerService],
  'json.js': [JS, ({ jsonWorker }) => jsonWorker],
  'graphql.js': [JS, ({ graphqlWorker }) => graphqlWorker],
};

/** The editor asks for its workers by these labels. */
const WORKERS = `self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_id, label) => '${ASSETS}/' + label + '.js' };`;

/** The token may stand behind the address, as `#token=…`: that part stays in the browser, and is taken out of the bar. */
function start(endpoint: string): string {
  const options = JSON.stringify({ endpoint, title: 'Obelus', defaultQuery: FIRST_QUERY });
  return `{
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
  history.replaceState(null, '', location.pathname);
  const headers = JSON.stringify({ Authorization: 'Bearer ' + token });
  YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), { ...${options}, headers });
}`;
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Obelus</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${ASSETS}/graphiql.css">
    <script defer src="${ASSETS}/graphiql.js"></script>
  </head>
  <body class="no-focus-outline">
    <noscript>This page needs JavaScript. Queries can be sent to this address without it, by POST.</noscript>
    <div id="root"></div>
  </body>
</html>
`;

export function sendGraphiql(reply: FastifyReply): FastifyReply {
  return reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(PAGE);
}

/** @param endpoint the path of the API */
export function addGraphiqlFiles(server: FastifyInstance, endpoint: string): void {
  for (const [name, [type, text]] of Object.entries(FILES)) {
    server.get(`${ASSETS}/${name}`, (_request, reply) =>
      // A worker has the policy that comes with its own script.
      reply.header('content-security-policy', POLICY).type(type).send(text(graphiql(), endpoint)),
    );
  }
}

let loaded: Graphiql | null = null;

/**
 * Nine megabytes: loaded when first asked for, and never in production. By `require`, for with the package's types come
 * those of a browser, which are not true here.
 */
function graphiql(): Graphiql {
  loaded ??= createRequire(import.meta.url)('@graphql-yoga/render-graphiql/graphiql') as Graphiql;
  return loaded;
}
