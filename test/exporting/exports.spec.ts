import { jest } from '@jest/globals';
import { Ajv } from 'ajv';
import { SARIF_SCHEMA } from '../../src/cli/testing/sarif-schema.js';
import { unguarded } from '../../src/collections/spreadsheet-guard.js';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { csvRows, exported } from './support/exports.js';

jest.setTimeout(60_000);

const FORMULAS = `=HYPERLINK("https://evil.example", "x") is a title

+47 tram lines closed in 2031; =1+1 of them said "why" in March.

@Riders of the city, -5 of them, walked 12 miles in 2030 [1].

References

[1] Port office, "Trams", 2031. https://example.org/trams
`;

let room: Newsroom;
let article: string;

beforeAll(async () => {
  room = await openNewsroom();
  article = await room.import('ferry');
  await room.import('trams', FORMULAS);
  await room.api.db.owner('UPDATE article SET url = $1 WHERE slug = $2', ['https://desk.example/ferry', 'ferry']);
});
afterAll(() => room.close());

const of = (uuid: string) => ({ articleIds: [id('Article', uuid)] });
const linesOf = (body: string): Record<string, unknown>[] =>
  body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const EXPORTS = [
  'claims.csv',
  'claims.ndjson',
  'claims.jsonld',
  'claim-reviews.jsonld',
  'findings.sarif',
  'sources.json',
  'sources.bib',
  'sources.ris',
];

describe('claims as NDJSON', () => {
  it('are what the API shows, a line each, and a line that says that it is the last', async () => {
    const { status, headers, body } = await exported(room, 'claims.ndjson', of(article));
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="claims.ndjson"',
      'cache-control': 'no-store',
    });
    const lines = linesOf(body);
    const end = lines.pop();
    expect(end).toEqual({ type: 'end', claims: lines.length });
    const { claims } = await room.ask<{ claims: { edges: { node: object }[] } }>(
      `query ($filter: ClaimFilter) { claims(first: 100, filter: $filter, orderBy: READING_ORDER) { edges { node {
        id text ordinal section standing version selector { exact prefix suffix start end line }
        article { id slug title url }
        citations { id number label stance state source { id title url csl publisher { name reliability } } }
        findings { id message severity bearing fingerprint }
      } } } }`,
      { filter: of(article) },
    );
    expect(lines.length).toBeGreaterThan(6);
    expect(lines).toMatchObject(claims.edges.map(({ node }) => node));
  });

  it('come page by page, two statements a page and one for verdicts', async () => {
    const many = Array.from({ length: 250 }, (_, i) => `The mill ground ${i + 1_000} tons in 2031.`).join('\n\n');
    const mill = await room.import('mill', `The mill\n\n${many}\n`);
    const statements = await room.api.statements(async () => {
      const { body } = await exported(room, 'claims.ndjson', of(mill));
      const lines = linesOf(body);
      expect(lines.at(-1)).toEqual({ type: 'end', claims: 250 });
      expect(new Set(lines.map((line) => line.id)).size).toBe(251);
    });
    expect(statements).toHaveLength(9);
  });
});

describe('claims as CSV', () => {
  it('have a header, and a row each that reads back as the claim', async () => {
    const { headers, body } = await exported(room, 'claims.csv');
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' });
    const [head, ...rows] = csvRows(body);
    const lines = linesOf((await exported(room, 'claims.ndjson')).body).slice(0, -1);
    expect(rows).toHaveLength(lines.length);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head!.length]));
    const field = (name: string) => rows.map((row) => unguarded(row[head!.indexOf(name)]!));
    expect(field('claim')).toEqual(lines.map((line) => line.id));
    expect(field('text')).toEqual(lines.map((line) => line.text));
    expect(field('standing')).toEqual(lines.map((line) => line.standing));
    expect(field('citations').find((text) => text.includes('Who sails'))).toContain(
      '[2] SUPPORTS, PROPOSED: Who sails to Sandvik https://example.org/okoro',
    );
  });

  it('hold no cell that a spreadsheet runs, however it divides them', async () => {
    const { body } = await exported(room, 'claims.csv');
    for (const cell of csvRows(body).flat()) {
      for (const part of cell.split(/[;\t\r\n]/)) expect(part.trimStart()).not.toMatch(/^[=+\-@]/);
    }
    expect(body).toContain("'+47 tram lines");
    expect(body).toContain("; '=1+1");
  });
});

describe('claims as Web Annotations', () => {
  it('have the keys that the model requires', async () => {
    const { headers, body } = await exported(room, 'claims.jsonld', of(article));
    expect(headers['content-type']).toContain('profile="http://www.w3.org/ns/anno.jsonld"');
    const collection = JSON.parse(body) as {
      total: number;
      first: { items: { id: string; body: object[]; target: object }[] };
    };
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: expect.stringMatching(/^http/) as string,
      type: 'AnnotationCollection',
      first: { id: expect.any(String) as string, type: 'AnnotationPage', partOf: expect.any(String) as string },
    });
    const { items } = collection.first;
    expect(items.length).toBe(collection.total);
    const lines = linesOf((await exported(room, 'claims.ndjson', of(article))).body);
    for (const [i, item] of items.entries()) {
      const { standing, text, selector } = lines[i] as {
        standing: string;
        text: string;
        selector: Record<string, unknown>;
      };
      expect(item).toMatchObject({
        id: expect.stringMatching(/^urn:uuid:/) as string,
        type: 'Annotation',
        motivation: 'assessing',
        target: {
          source: 'https://desk.example/ferry',
          selector: [
            { type: 'TextQuoteSelector', exact: selector.exact, prefix: selector.prefix, suffix: selector.suffix },
            { type: 'TextPositionSelector', start: selector.start, end: selector.end },
          ],
        },
      });
      expect(item.body[0]).toMatchObject({ type: 'TextualBody', purpose: 'assessing', value: `${standing}: ${text}` });
    }
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  });
});

/** The terms of schema.org that we use, each with the types that it stands on and what it holds (version 29). */
const VOCABULARY: Readonly<
  Record<string, { readonly on: readonly string[]; readonly holds: RegExp | readonly string[] }>
> = {
  url: { on: ['ClaimReview', 'CreativeWork'], holds: /^https?:\/\// },
  datePublished: { on: ['ClaimReview', 'CreativeWork'], holds: /^\d{4}-\d\d-\d\dT/ },
  author: { on: ['ClaimReview'], holds: ['Organization', 'Person'] },
  claimReviewed: { on: ['ClaimReview'], holds: /./ },
  reviewRating: { on: ['ClaimReview'], holds: ['Rating'] },
  reviewBody: { on: ['ClaimReview'], holds: /./ },
  itemReviewed: { on: ['ClaimReview'], holds: ['Claim'] },
  name: { on: ['Organization'], holds: /./ },
  ratingValue: { on: ['Rating'], holds: /^[1-5]$/ },
  bestRating: { on: ['Rating'], holds: /^5$/ },
  worstRating: { on: ['Rating'], holds: /^1$/ },
  alternateName: { on: ['Rating'], holds: /./ },
  text: { on: ['Claim'], holds: /./ },
  appearance: { on: ['Claim'], holds: ['CreativeWork'] },
  headline: { on: ['CreativeWork'], holds: /./ },
};

/** What of an object is not in the vocabulary. */
function breachesOf(object: Readonly<Record<string, unknown>>): string[] {
  const type = String(object['@type']);
  return Object.entries(object).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    const term = VOCABULARY[name];
    if (!term?.on.includes(type)) return [`${type}.${name}`];
    if (term.holds instanceof RegExp)
      return term.holds.test(String(value)) ? [] : [`${type}.${name}: ${String(value)}`];
    const inner = value as Record<string, unknown>;
    return term.holds.includes(String(inner['@type'])) ? breachesOf(inner) : [`${type}.${name}`];
  });
}

describe('verdicts as ClaimReview', () => {
  it('are those that people reached, in the words of schema.org', async () => {
    const empty = JSON.parse((await exported(room, 'claim-reviews.jsonld')).body) as object;
    expect(empty).toEqual({ '@context': 'https://schema.org', '@graph': [] });
    const claim = await room.claim('412 times');
    const other = await room.claim('dredged');
    for (const [{ uuid }, value, text] of [
      [claim, 3, 'The log has 398.'],
      [other, 6, ''],
    ] as const) {
      await room.api.db.owner(
        'INSERT INTO verdict (workspace_id, id, claim_id, value, text, created_by, created_at) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, now())',
        [room.viewer.workspaceId, uuid, value, text, room.viewer.memberId],
      );
    }
    const { body, headers } = await exported(room, 'claim-reviews.jsonld');
    expect(headers['content-type']).toBe('application/ld+json; charset=utf-8');
    const { '@graph': reviews } = JSON.parse(body) as { '@graph': Record<string, unknown>[] };
    expect(reviews.flatMap(breachesOf)).toEqual([]);
    expect(reviews).toHaveLength(2);
    expect(reviews[0]).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: 'The ferry crossed the sound 412 times in 2031.',
      reviewRating: { ratingValue: 3, alternateName: 'Mixed' },
      reviewBody: 'The log has 398.',
      itemReviewed: { appearance: { url: 'https://desk.example/ferry', headline: 'The Sandvik ferry' } },
    });
    expect(reviews[1]!.reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Unproven' });
    const [line] = linesOf((await exported(room, 'claims.ndjson', of(article))).body);
    expect(line!.verdict).toMatchObject({ value: 'MIXED', text: 'The log has 398.' });
  });

  it('a breach of the vocabulary is seen', () => {
    expect(breachesOf({ '@type': 'ClaimReview', rating: 1, url: 'x', author: { '@type': 'Rating' } })).toHaveLength(3);
  });
});

describe('findings as SARIF', () => {
  const isSarif = new Ajv({ allErrors: true }).compile(SARIF_SCHEMA);

  it('are valid, and those that the API lists', async () => {
    const filter = { articleId: id('Article', article) };
    const { body } = await exported(room, 'findings.sarif', filter);
    const report = JSON.parse(body) as {
      runs: { results: { ruleId: string; message: { text: string }; suppressions: object[] }[] }[];
    };
    isSarif(report);
    expect(isSarif.errors ?? []).toEqual([]);
    const { findings } = await room.ask<{ findings: { edges: { node: { rule: { id: string } } }[] } }>(
      'query ($filter: FindingFilter) { findings(first: 100, filter: $filter) { edges { node { rule { id } } } } }',
      { filter },
    );
    const { results } = report.runs[0]!;
    expect(results.length).toBeGreaterThan(5);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(findings.edges.map(({ node }) => node.rule.id));
    expect(results[0]).toMatchObject({
      locations: [{ physicalLocation: { artifactLocation: { uri: 'https://desk.example/ferry' } } }],
    });
  });

  it('tell why those that a person accepted are no longer to be mended', async () => {
    const { findings } = await room.ask<{ findings: { edges: { node: { id: string } }[] } }>(
      '{ findings(first: 1, filter: { rules: ["orphan-reference", "uncited-claim"] }) { edges { node { id } } } }',
    );
    await room.change(
      'waiveFinding',
      { findingId: findings.edges[0]!.node.id, reason: 'Known to the desk' },
      'userErrors { message }',
    );
    const { body } = await exported(room, 'findings.sarif', { states: ['WAIVED'] });
    const { results } = (JSON.parse(body) as { runs: { results: { suppressions: object[] }[] }[] }).runs[0]!;
    expect(results).toHaveLength(1);
    expect(results[0]!.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Known to the desk' },
    ]);
  });
});

describe('sources', () => {
  it.each([
    ['sources.json', 'CSL_JSON'],
    ['sources.bib', 'BIBTEX'],
    ['sources.ris', 'RIS'],
  ])('as %s, imported elsewhere, are the same sources, and exported again the same file', async (path, format) => {
    const first = await exported(room, path);
    expect(first.status).toBe(200);
    const other = await room.api.db.workspace();
    const token = await room.api.token(other);
    const imported = await room.api.ask<{ importSources: { added: number; userErrors: object[] } }>(
      token,
      'mutation ($input: ImportSourcesInput!) { importSources(input: $input) { added userErrors { message } } }',
      { input: { content: first.body, format } },
    );
    expect(imported.data!.importSources).toEqual({ added: 3, userErrors: [] });
    const again = await exported(room, path, undefined, token);
    // A source's own name in the file ends with its id.
    const withoutIds = (text: string) =>
      text
        .replace(/\n\]\n$/, '')
        .replace(/([a-z]+\d*)-[\w-]{6}(?=[",\r])/g, '$1')
        .split(/\n(?=@|TY|\{)|,\n|\r\n\r\n/)
        .map((part) => part.trim())
        .sort();
    expect(withoutIds(again.body)).toEqual(withoutIds(first.body));
  });

  it('of one article', async () => {
    const { body } = await exported(room, 'sources.bib', { articleId: id('Article', article) });
    expect(body).toContain('Who sails to Sandvik');
    expect(body).not.toContain('example.org/trams');
  });
});

describe('nothing is given', () => {
  it.each(EXPORTS)('of %s without a token', async (path) => {
    for (const token of [null, 'obl_unknown']) {
      const { status, headers, body } = await exported(room, path, undefined, token);
      expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="obelus"']);
      expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  const FILTERS: readonly (readonly [string, (article: string) => object])[] = [
    ['claims.csv', of],
    ['claims.ndjson', of],
    ['claims.jsonld', of],
    ['claim-reviews.jsonld', of],
    ['findings.sarif', (uuid) => ({ articleId: id('Article', uuid) })],
    ['sources.json', (uuid) => ({ articleId: id('Article', uuid) })],
    ['sources.bib', (uuid) => ({ articleId: id('Article', uuid) })],
    ['sources.ris', (uuid) => ({ articleId: id('Article', uuid) })],
  ];

  it.each(FILTERS)('of %s to another workspace', async (path, filter) => {
    const token = await room.api.token(await room.api.db.workspace());
    for (const given of [undefined, filter(article)]) {
      const { body } = await exported(room, path, given, token);
      expect(body).not.toMatch(/sandvik|sound gazette|tram lines|desk\.example/i);
    }
  });

  it.each(FILTERS)('of %s when the article is archived', async (path, filter) => {
    const gone = await room.import(
      'gone',
      `The quay\n\nThe quay cost 7 million crowns in 2031 [1].\n\nReferences\n\n[1] Quay board, "Quay costs", 2031. https://example.org/quay\n`,
    );
    const before = await exported(room, path, filter(gone));
    if (path !== 'claim-reviews.jsonld') expect(before.body).toMatch(/quay (?:cost|board)/i);
    await room.change('archiveArticle', { articleId: id('Article', gone) }, 'userErrors { message }');
    const { body } = await exported(room, path, filter(gone));
    expect(body).not.toMatch(/quay (?:cost|board)/i);
  });

  it('to a HEAD, or of what is no export', async () => {
    const headers = { authorization: `Bearer ${room.token}` };
    const head = await room.api.app.inject({ method: 'HEAD', url: '/export/claims.csv', headers });
    expect([head.statusCode, head.headers.allow]).toEqual([405, 'GET']);
    expect((await exported(room, 'claims.xml')).status).toBe(404);
    expect((await room.api.app.inject({ method: 'POST', url: '/export/claims.csv', headers })).statusCode).toBe(404);
  });
});

describe('what is wrong with an address is told', () => {
  it.each([
    ['claims.csv', '{', 'filter: is no JSON'],
    ['claims.csv', '{"standing":["WEAK"]}', 'Did you mean "standings"'],
    ['claims.ndjson', '{"standings":["BAD"]}', 'filter.standings.0'],
    ['claims.ndjson', '{"articleIds":["x"]}', 'not the id of an Article'],
    ['claims.ndjson', '{"articleIds":[]}', 'the list is empty'],
    ['findings.sarif', '{"rules":[]}', 'the list is empty'],
    ['sources.bib', '[]', 'filter'],
  ])('%s?filter=%s', async (path, filter, message) => {
    const { status, body } = await exported(room, path, filter);
    expect(status).toBe(400);
    const { errors } = JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]!.message).toContain(message);
  });

  it('also a name that no export knows', async () => {
    const headers = { authorization: `Bearer ${room.token}` };
    const { statusCode, body } = await room.api.app.inject({ url: '/export/claims.csv?filtre=x', headers });
    expect([statusCode, body]).toEqual([400, expect.stringContaining('filtre: is not known here; it takes filter')]);
  });
});
