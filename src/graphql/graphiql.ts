import { createRequire } from 'node:module';

/**
 * The page to try queries with, in development. `@graphql-yoga/render-graphiql` holds GraphiQL and all that it needs in
 * one page; the page that comes with Mercurius loads scripts from another site, which then could read the token.
 */
export interface GraphiqlPage {
  readonly html: string;
  /** Content-Security-Policy: scripts of the page itself, and requests to this server only. */
  readonly policy: string;
}

const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FIRST_QUERY = `# Put your token under "Headers", below: { "Authorization": "Bearer obl_…" }
# Then run this: what is not supported, the worst first.
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

interface Renderer {
  renderGraphiQL(options: { endpoint: string; title: string; defaultQuery: string; headers: string }): string;
}

let page: GraphiqlPage | null = null;

/** @param endpoint the path of the API */
export function graphiqlPage(endpoint: string): GraphiqlPage {
  // Nine megabytes: loaded when first asked for, and never in production. By `require`, for with the package's types
  // come those of a browser, which are not true here.
  page ??= {
    html: (createRequire(import.meta.url)('@graphql-yoga/render-graphiql') as Renderer).renderGraphiQL({
      endpoint,
      title: 'Obelus',
      defaultQuery: FIRST_QUERY,
      headers: '{ "Authorization": "Bearer " }',
    }),
    policy: POLICY,
  };
  return page;
}
