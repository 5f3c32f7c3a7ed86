import { jest } from '@jest/globals';
import { id, mutationOf, openNewsroom, type Newsroom } from './support/newsroom.js';

jest.setTimeout(120_000);

let room: Newsroom;
let articleId: string;
let checker: string;

beforeAll(async () => {
  room = await openNewsroom();
  articleId = await room.import('ferry');
  checker = await room.api.token(room.viewer, 'CHECKER');
});
afterAll(() => room.close());

interface Claim {
  readonly id: string;
  readonly standing: string;
  readonly version: number;
  readonly findings: { readonly rule: { readonly id: string } }[];
  readonly citations: { readonly number: number; readonly basis: string; readonly state: string }[];
}
interface Payload {
  readonly citation: { readonly id: string; readonly number: number; readonly basis: string; readonly state: string };
  readonly claim: Claim;
  readonly fixed: { readonly rule: { readonly id: string } }[];
  readonly opened: unknown[];
  readonly userErrors: { readonly code: string; readonly message: string; readonly field: string[] }[];
}
const CLAIM = 'id standing version findings { rule { id } } citations { number basis state }';
const PAYLOAD = `citation { id number basis state } claim { ${CLAIM} }
  fixed { rule { id } } opened { rule { id } } userErrors { code message field }`;

const claimOf = async (words: string): Promise<Claim> => {
  const { id: claimId } = await room.claim(words);
  return (
    await room.ask<{ node: Claim }>(`query ($id: ID!) { node(id: $id) { ... on Claim { ${CLAIM} } } }`, { id: claimId })
  ).node;
};
/** As a checker, unless another's token is given. */
async function change(mutation: string, input: object, token = checker): Promise<Payload> {
  const { data, errors } = await room.api.ask<Record<string, Payload>>(token, mutationOf(mutation, PAYLOAD), { input });
  expect(errors).toBeUndefined();
  return data![mutation]!;
}
const rulesOf = ({ findings }: Claim): string[] => findings.map(({ rule }) => rule.id).sort();
const report = (name: string) => ({
  title: `Report ${name}`,
  publisher: 'Coast Guard',
  url: `https://coast.example/${name}`,
});
const listed = async (): Promise<number[]> =>
  (
    await room.ask<{ article: { references: { number: number }[] } }>(
      'query ($id: ID!) { article(id: $id) { references { number } } }',
      { id: id('Article', articleId) },
    )
  ).article.references.map(({ number }) => number);
const summary = () =>
  room.ask('{ evidenceSummary { score byStanding { standing count } byRule { count rule { id } } } }');

it('changes nothing but what is proposed, until an editor accepts it', async () => {
  const before = await claimOf('Nobody was hurt');
  const [numbers, totals] = [await listed(), await summary()];
  const { citation, claim, fixed, opened, userErrors } = await change('proposeSource', {
    claimId: before.id,
    source: report('hurt'),
    quote: 'No one was injured.',
    program: 'Writing assistant',
  });
  expect(userErrors).toEqual([]);
  expect(citation).toMatchObject({ number: 9, basis: 'SUGGESTED', state: 'PROPOSED' });
  expect([fixed, opened]).toEqual([[], []]);
  expect(claim.citations).toEqual([{ number: 9, basis: 'SUGGESTED', state: 'PROPOSED' }]);
  expect([claim.standing, rulesOf(claim)]).toEqual([before.standing, rulesOf(before)]);
  expect([await listed(), await summary()]).toEqual([numbers, totals]);
  expect(await room.drift(articleId)).toEqual([]);

  const refused = await change('reviewCitation', { citationId: citation.id, state: 'ACCEPTED' });
  expect(refused.userErrors).toMatchObject([{ code: 'FORBIDDEN', field: ['state'] }]);
  const accepted = await change('reviewCitation', { citationId: citation.id, state: 'ACCEPTED' }, room.token);
  expect(accepted.citation).toMatchObject({ number: 9, basis: 'REVIEWED', state: 'ACCEPTED' });
  expect(accepted.fixed).toContainEqual({ rule: { id: 'uncited-claim' } });
  expect(accepted.claim.standing).toBe('ADEQUATE');
  expect(await listed()).toEqual([...numbers, 9]);
  expect(await room.drift(articleId)).toEqual([]);
});

it('says in the history who proposed it, and by what program', async () => {
  const { id: claimId } = await claimOf('It carried 90,000');
  await change('proposeSource', { claimId, source: report('people'), program: 'Writing  assistant 2' });
  const { history } = await room.ask<{ history: { edges: { node: object }[] } }>(
    'query ($id: ID!) { history(subjectId: $id, last: 1) { edges { node { kind actor { id } after } } } }',
    { id: claimId },
  );
  expect(history.edges[0]!.node).toMatchObject({
    kind: 'citation.proposed',
    actor: { id: id('Member', room.viewer.memberId!) },
    after: { program: 'Writing assistant 2', basis: 'SUGGESTED', state: 'PROPOSED' },
  });
});

it('is found by filters, and counts as no citation for others', async () => {
  const { id: claimId } = await claimOf('The county pays');
  const { citation } = await change('proposeSource', { claimId, source: report('county') });
  const found = async (filter: string): Promise<boolean> => {
    const { claims } = await room.ask<{ claims: { edges: { node: { id: string } }[] } }>(
      `{ claims(filter: ${filter}) { edges { node { id } } } }`,
    );
    return claims.edges.some(({ node }) => node.id === claimId);
  };
  expect(await found('{ bases: [SUGGESTED], reviewStates: [PROPOSED] }')).toBe(true);
  expect(await found('{ reviewStates: [PROPOSED] }')).toBe(true);
  expect(await found(`{ citedNumber: ${citation.number} }`)).toBe(false);
  expect(await found(`{ citedNumber: ${citation.number}, bases: [SUGGESTED] }`)).toBe(true);
});

it('stays without effect when it is rejected, and can be put up again', async () => {
  const before = await claimOf('The harbour was dredged');
  const { citation } = await change('proposeSource', { claimId: before.id, source: report('dredged') });
  const rejected = await change('reviewCitation', {
    citationId: citation.id,
    state: 'REJECTED',
    note: 'Not its subject.',
  });
  expect(rejected.citation).toMatchObject({ basis: 'SUGGESTED', state: 'REJECTED' });
  expect([rejected.claim.standing, rulesOf(rejected.claim)]).toEqual([before.standing, rulesOf(before)]);
  const again = await change('proposeSource', { claimId: before.id, source: report('dredged') });
  expect(again.userErrors).toMatchObject([{ code: 'NOT_POSSIBLE', message: expect.stringContaining('and rejected') }]);
  const back = await change('reviewCitation', { citationId: citation.id, state: 'PROPOSED' });
  expect(back.citation).toMatchObject({ basis: 'SUGGESTED', state: 'PROPOSED' });
  expect(await room.drift(articleId)).toEqual([]);
});

it('is told apart from what is cited, or was proposed already', async () => {
  const { id: claimId } = await claimOf('The ferry crossed the sound 412');
  await change('proposeSource', { claimId, source: report('412') });
  const twice = await change('proposeSource', { claimId, source: report('412'), quote: 'Other words.' });
  expect(twice.userErrors).toMatchObject([
    { code: 'NOT_POSSIBLE', message: expect.stringContaining('waits for an editor'), field: ['claimId'] },
  ]);
  const cited = await change('proposeSource', { claimId, source: { url: 'https://example.org/crossings' } });
  expect(cited.userErrors).toMatchObject([
    { code: 'NOT_POSSIBLE', message: expect.stringContaining('cites this source') },
  ]);
});

it('becomes a citation when an editor attaches the same source', async () => {
  const { id: claimId } = await claimOf('It carried 90,000');
  const proposed = await change('proposeSource', { claimId, source: report('carried') });
  const attached = await change('attachSource', { claimId, source: report('carried'), quote: '90,000' }, room.token);
  expect(attached.userErrors).toEqual([]);
  expect(attached.citation).toEqual({ ...proposed.citation, basis: 'ASSERTED', state: 'PROPOSED' });
  expect(await room.drift(articleId)).toEqual([]);
  const detached = await room.ask(
    'mutation ($id: ID!) { detachSource(input: { citationId: $id }) { userErrors { code } } }',
    { id: attached.citation.id },
  );
  expect(detached).toEqual({ detachSource: { userErrors: [] } });
  expect(await room.drift(articleId)).toEqual([]);
});

it('stays a proposal when what it says is changed', async () => {
  const { id: claimId } = await claimOf('Repairs cost two million');
  const { citation } = await change('proposeSource', { claimId, source: report('repairs') });
  const updated = await change('updateCitation', { citationId: citation.id, quote: 'Two million.' }, room.token);
  expect(updated.citation).toMatchObject({ basis: 'SUGGESTED', state: 'PROPOSED' });
});

it('is refused for a stale version, for no source, and beyond twenty a claim', async () => {
  const claim = await claimOf('unless it rains');
  const stale = await change('proposeSource', {
    claimId: claim.id,
    source: report('rain'),
    expectedVersion: claim.version + 5,
  });
  expect(stale.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['expectedVersion'] }]);
  expect((await change('proposeSource', { claimId: claim.id })).userErrors).toMatchObject([{ code: 'EMPTY' }]);
  for (let i = 0; i < 20; i++) {
    const { userErrors } = await change('proposeSource', { claimId: claim.id, source: report(`rain-${i}`) });
    expect(userErrors).toEqual([]);
  }
  const { userErrors } = await change('proposeSource', { claimId: claim.id, source: report('rain-20') });
  expect(userErrors).toMatchObject([{ code: 'TOO_LARGE', message: expect.stringContaining('20 proposals') }]);
});

it('goes on over a new text, and is cited once the author cites it', async () => {
  const slug = 'tram';
  const TEXT = 'The tram\n\nThe tram opened in 2031. It has nine stops.\n';
  const tram = await room.import(slug, TEXT);
  const { id: claimId } = await room.claim('nine stops', tram);
  const { citation } = await change('proposeSource', { claimId, source: report('stops') });
  await room.import(slug, TEXT.replace('2031', '2032'));
  const kept = await claimOf('nine stops');
  expect(kept.citations).toEqual([{ number: citation.number, basis: 'SUGGESTED', state: 'PROPOSED' }]);
  expect(await room.drift(tram)).toEqual([]);
  await room.import(
    slug,
    `${TEXT.replace('nine stops.', 'nine stops [1].')}\nReferences\n\n[1] https://coast.example/stops\n`,
  );
  const cited = await claimOf('nine stops');
  expect(cited.citations).toEqual([{ number: 1, basis: 'ASSERTED', state: 'PROPOSED' }]);
  expect(await room.drift(tram)).toEqual([]);
});

it('does not stand in exports of an article', async () => {
  const { id: claimId } = await claimOf('The county owns');
  await change('proposeSource', { claimId, source: report('owner') });
  const answer = await room.api.app.inject({
    method: 'GET',
    url: '/export/article.md?slug=ferry',
    headers: { authorization: `Bearer ${room.token}` },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).not.toContain('coast.example/owner');
});
