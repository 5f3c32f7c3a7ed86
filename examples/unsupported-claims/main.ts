// node main.ts SLUG                      lists the claims of an article that lack evidence, the worst first
// node main.ts SLUG ORDINAL URL [QUOTE]  attaches a source to one of them
import { createClient, done, ObelusError } from 'obelus/client';
import { ATTACH, UNSUPPORTED } from './queries.ts';

const client = createClient({
  server: process.env.OBELUS_URL ?? 'http://127.0.0.1:3000',
  token: process.env.OBELUS_TOKEN,
});

const [slug, ordinal, url, quote] = process.argv.slice(2);
if (slug === undefined || (ordinal !== undefined && url === undefined)) {
  console.error('usage: node main.ts SLUG [ORDINAL URL [QUOTE]]');
  process.exit(2);
}

try {
  if (ordinal === undefined || url === undefined) await list(slug);
  else await attach(slug, Number(ordinal), url, quote);
} catch (error) {
  if (!(error instanceof ObelusError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}

async function list(slug: string): Promise<void> {
  for await (const claim of claimsOf(slug)) {
    console.log(`${claim.standing} ${claim.ordinal}: ${claim.text}`);
    for (const { message, remedy } of claim.findings) console.log(`  ${message}. ${remedy}`);
  }
}

async function attach(slug: string, ordinal: number, url: string, quote: string | undefined): Promise<void> {
  for await (const claim of claimsOf(slug)) {
    if (claim.ordinal !== ordinal) continue;
    const input = { claimId: claim.id, expectedVersion: claim.version, source: { url }, quote };
    const { attachSource } = await client.mutate(ATTACH, { input });
    const { citation, claim: now, fixed } = done(attachSource);
    console.log(`[${citation?.number}] ${url}: ${claim.standing} -> ${now?.standing}`);
    for (const { message } of fixed) console.log(`  no longer: ${message}`);
    return;
  }
  console.error(`${slug} has no unsupported claim ${ordinal}`);
  process.exitCode = 1;
}

function claimsOf(slug: string) {
  return client.each(UNSUPPORTED, { slug }, ({ article }) => {
    if (!article) throw new ObelusError('NOT_FOUND', `there is no article ${slug}`);
    return article.claims;
  });
}
