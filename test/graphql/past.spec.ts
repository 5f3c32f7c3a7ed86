import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { FERRY, id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(60_000);

let room: Newsroom;
let ferry: string;
let begun: string;

const CLAIM = 'text ordinal section block attribute column value valueState checkable priority standing';
const CITATION = 'number label stance directness basis state quote locator note source { id }';
const FINDING = 'rule { id } severity bearing state message remedy firstSeenAt';

interface Found {
  readonly state: string;
}
interface Stood {
  readonly title: string;
  readonly archived: boolean;
  readonly revision: { readonly number: number };
  readonly claims: readonly unknown[];
}

/** How the article stands, by the queries of the present. */
async function present(): Promise<Stood> {
  const { article } = await room.ask<{
    article: {
      title: string;
      archivedAt: string | null;
      revision: { number: number };
      claims: { edges: { node: { ordinal: number; findings: Found[] } }[] };
    };
  }>(
    `query ($id: ID!) {
      article(id: $id) { title archivedAt revision { number } claims(first: 100) {
        edges { node { id ${CLAIM} citations { ${CITATION} } findings(state: null) { id ${FINDING} } } } } }
    }`,
    { id: id('Article', ferry) },
  );
  return {
    title: article.title,
    archived: article.archivedAt !== null,
    revision: article.revision,
    claims: article.claims.edges
      .map(({ node: { findings, ...claim } }) => ({
        ...claim,
        findings: findings.filter(({ state }) => state !== 'FIXED'),
      }))
      .sort((a, b) => a.ordinal - b.ordinal),
  };
}

interface PastPage {
  readonly title: string;
  readonly archived: boolean;
  readonly seq: number;
  readonly revision: { readonly number: number };
  readonly standings: {
    readonly claims: number;
    readonly score: number | null;
    readonly byStanding: readonly { readonly standing: string; readonly count: number }[];
  };
  readonly claims: {
    readonly edges: readonly {
      readonly node: { claim: { id: string }; findings: ({ finding: { id: string } } & Found)[] };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const PAST = `query ($id: ID!, $at: DateTime!, $first: Int, $after: String) { article(id: $id) { asOf(at: $at) {
  title archived seq revision { number } standings { claims score byStanding { standing count } }
  claims(first: $first, after: $after) {
    edges { node { claim { id } ${CLAIM} citations { ${CITATION} } findings { finding { id } ${FINDING} } } }
    pageInfo { hasNextPage endCursor } } } } }`;

const pageAt = async (at: string, first = 100, after: string | null = null): Promise<PastPage | null> =>
  (await room.ask<{ article: { asOf: PastPage | null } }>(PAST, { id: id('Article', ferry), at, first, after })).article
    .asOf;

const claimsIn = ({ claims }: PastPage): unknown[] =>
  claims.edges.map(({ node: { claim, findings, ...rest } }) => ({
    id: claim.id,
    ...rest,
    findings: findings.map(({ finding, ...more }) => ({ id: finding.id, ...more })),
  }));

async function past(at: string): Promise<Stood> {
  const page = (await pageAt(at))!;
  const { title, archived, revision } = page;
  return { title, archived, revision, claims: claimsIn(page) };
}

/** How it stood after each step, and when. */
const steps: { readonly what: string; readonly at: string; readonly stood: Stood }[] = [];

async function step(what: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const stood = await present();
  steps.push({ what, at: new Date().toISOString(), stood });
  await sleep(3);
}

const change = async (name: string, input: object): Promise<unknown> => {
  const done = await room.change<{ userErrors: unknown[] }>(name, input, 'userErrors { message }');
  expect([name, done.userErrors]).toEqual([name, []]);
  return done;
};
const claimId = async (words: string): Promise<string> => (await room.claim(words, ferry)).id;
const citationId = async (words: string): Promise<string> => {
  const [row] = await room.rows<{ id: string }>('SELECT id FROM citation WHERE claim_id = $1 ORDER BY ordinal DESC', [
    (await room.claim(words, ferry)).uuid,
  ]);
  return id('Citation', row!.id);
};
const findingId = async (words: string): Promise<string> => {
  const [row] = await room.rows<{ id: string }>(
    'SELECT id FROM finding WHERE claim_id = $1 AND state = 1 ORDER BY id',
    [(await room.claim(words, ferry)).uuid],
  );
  return id('Finding', row!.id);
};
const log = { title: 'Harbour log', url: 'https://example.org/log' };

beforeAll(async () => {
  room = await openNewsroom();
  begun = new Date(Date.now() - 1000).toISOString();
  await step('a first revision', async () => (ferry = await room.import('ferry')));
  await step('a source', async () =>
    change('attachSource', { claimId: await claimId('Nobody was hurt'), source: log, quote: 'Nobody.' }),
  );
  await step('a review', async () =>
    change('reviewCitation', { citationId: await citationId('Nobody was hurt'), state: 'ACCEPTED', note: 'Seen.' }),
  );
  await step('a number', () => change('defineReference', { articleId: id('Article', ferry), number: 7, source: log }));
  await step('a waiver', async () =>
    change('waiveFinding', { findingId: await findingId('Repairs cost'), reason: 'The invoice is in the safe.' }),
  );
  await step('another text', () =>
    room.import(
      'ferry',
      FERRY.replace('The Sandvik ferry', 'The ferry of Sandvik')
        .replace('412 times', '415 times')
        .replace('Nobody was hurt. ', '')
        .replace('The county pays half of it.', 'A new quay was built. The county pays half of it [8].')
        .replace('[3] Harbour rules.', '[3] Harbour rules, 2030. https://example.org/rules'),
    ),
  );
  await step('a cut', async () => {
    const text = 'It carried 90,000 people';
    await change('mergeClaims', { claimIds: [await claimId('The ferry crossed the sound'), await claimId(text)] });
  });
  await step('no fact', async () =>
    change('updateClaim', { claimId: await claimId('A new quay'), checkable: false, priority: 'HIGH' }),
  );
  await step('other words', async () =>
    change('updateClaim', {
      claimId: await claimId('The county owns'),
      text: 'The county owns the ferry and the quay.',
    }),
  );
  await step('a note', async () =>
    change('updateCitation', { citationId: await citationId('Repairs cost'), note: 'By the harbour master.' }),
  );
  await step('no source', async () =>
    change('detachSource', { citationId: await citationId('The harbour was dredged') }),
  );
  await step('no waiver', async () => {
    const [waiver] = await room.rows<{ id: string }>('SELECT id FROM waiver WHERE lifted_at IS NULL');
    await change('liftWaiver', { waiverId: id('Waiver', waiver!.id) });
  });
  await step('the first text again', () => room.import('ferry'));
  await step('an archive', () => change('archiveArticle', { articleId: id('Article', ferry) }));
});
afterAll(() => room.close());

describe('an article as of a time', () => {
  it('is what the present said then, after each of many changes', async () => {
    const known = steps.map(({ stood }) => JSON.stringify(stood));
    expect(steps.filter((_, i) => known.indexOf(known[i]!) < i).map(({ what }) => what)).toEqual([]);
    for (const { what, at, stood } of steps) expect([what, await past(at)]).toEqual([what, stood]);
  });

  it('is the present for a time to come, and nothing for one before it', async () => {
    expect(await past('2099-01-01T00:00Z')).toEqual(await present());
    expect(await pageAt(begun)).toBeNull();
    expect(await pageAt('0000-01-01T00:00Z')).toBeNull();
  });

  it('counts how its claims stood', async () => {
    for (const { at } of steps) {
      const page = (await pageAt(at))!;
      const counts = new Map<string, number>();
      for (const { standing } of claimsIn(page) as { standing: string }[]) {
        counts.set(standing, (counts.get(standing) ?? 0) + 1);
      }
      const { claims, byStanding } = page.standings;
      expect(new Map(byStanding.filter(({ count }) => count > 0).map((each) => [each.standing, each.count]))).toEqual(
        new Map(counts),
      );
      expect(claims).toBe(page.claims.edges.length);
    }
  });

  it('comes in pages', async () => {
    const { at } = steps[5]!;
    const all = (await pageAt(at))!;
    const found: unknown[] = [];
    for (let after: string | null = null; ;) {
      const page: PastPage = (await pageAt(at, 2, after))!;
      found.push(...claimsIn(page));
      if (!page.claims.pageInfo.hasNextPage) break;
      after = page.claims.pageInfo.endCursor;
    }
    expect(found).toEqual(claimsIn(all));
  });

  it('takes as many statements for a long page as for a short one', async () => {
    const counts: number[] = [];
    for (const first of [1, 5, 100]) {
      const seen = await room.api.statements(() => pageAt(steps[5]!.at, first));
      counts.push(seen.length);
    }
    expect(counts).toEqual([counts[0], counts[0], counts[0]]);
    expect(counts[0]).toBeLessThanOrEqual(10);
  });

  it('can be asked for at several times at once', async () => {
    const times = [steps[1]!, steps[6]!];
    const parts = times.map(
      ({ at }, i) =>
        `t${i}: asOf(at: "${at}") { seq claims(first: 100) { edges { node { text findings { message } } } } }`,
    );
    type Part = { claims: { edges: { node: { text: string; findings: { message: string }[] } }[] } };
    const { article } = await room.ask<{ article: Record<string, Part> }>(
      `query ($id: ID!) { article(id: $id) { ${parts.join(' ')} } }`,
      { id: id('Article', ferry) },
    );
    for (const [i, { stood }] of times.entries()) {
      const claims = stood.claims as { text: string; findings: { message: string }[] }[];
      expect(article[`t${i}`]!.claims.edges.map(({ node }) => node)).toEqual(
        claims.map(({ text, findings }) => ({ text, findings: findings.map(({ message }) => ({ message })) })),
      );
    }
  });

  it('has what was found in it as a whole', async () => {
    const found = async (at: string): Promise<string[]> => {
      const { article } = await room.ask<{ article: { asOf: { findings: { rule: { id: string } }[] } } }>(
        'query ($id: ID!, $at: DateTime!) { article(id: $id) { asOf(at: $at) { findings { rule { id } finding { state } } } } }',
        { id: id('Article', ferry), at },
      );
      return article.asOf.findings.map(({ rule }) => rule.id);
    };
    expect(await found(steps[0]!.at)).toContain('numbering-gap');
    const [row] = await room.rows<{ rules: string[] }>(
      'SELECT array_agg(rule ORDER BY severity, id) AS rules FROM finding WHERE claim_id IS NULL AND state <> 2',
    );
    expect(await found(new Date().toISOString())).toEqual(row!.rules);
  });

  it('is refused from before the time since which all is kept', async () => {
    await room.api.db.owner('UPDATE article SET past_since = 3 WHERE id = $1', [ferry]);
    const { errors, data } = await room.api.ask(room.token, PAST, { id: id('Article', ferry), at: steps[1]!.at });
    await room.api.db.owner('UPDATE article SET past_since = 0 WHERE id = $1', [ferry]);
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^at: how this article stood is kept from \d{4}-/) },
    ]);
    expect(data).toEqual({ article: { asOf: null } });
  });

  it('shows nothing of it to others', async () => {
    const stranger = await room.api.token(await room.api.db.workspace());
    const { data } = await room.api.ask(stranger, PAST, { id: id('Article', ferry), at: steps[1]!.at });
    expect(data).toEqual({ article: null });
  });
});

it('nothing but changes is kept: none of a first import, none of judging without effect', async () => {
  const other = await room.import('quiet-ferry');
  const kept = (): Promise<unknown[]> => room.rows('SELECT kind FROM past_row WHERE article_id = $1', [other]);
  expect(await kept()).toEqual([]);
  const claim = await room.claim('Nobody was hurt', other);
  await room.change('addComment', { claimId: claim.id, text: 'Ask the harbour.' }, 'userErrors { message }');
  expect(await kept()).toEqual([]);
});
