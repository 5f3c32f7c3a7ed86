import { mutationOf } from '../editing/support/newsroom.js';
import type { Client } from './client.js';

/** A change that was asked for, or a look at a history. Times are turns of one clock, which people share. */
export interface Operation {
  readonly f: 'append' | 'read';
  /** The article's slug. */
  readonly key: string;
  /** What an appended event says, and no other one. */
  readonly value?: string;
  /** Of the appended event. */
  readonly kind?: string;
  /** What a history said, in its order. */
  readonly result?: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Refused, or done: everything is asked for until it is answered. */
  readonly type: 'ok' | 'fail';
}

/** Changes that named a version and were done: no two can have named the same one of the same claim. */
export interface Bumped {
  readonly claimId: string;
  readonly version: number;
}

/** What people did, and saw, while it went on. */
export class Journal {
  readonly operations: Operation[] = [];
  readonly bumped: Bumped[] = [];
  readonly refused: Record<string, number> = {};
  /** Revisions that imports of the busy article were told they made. */
  readonly revisions: number[] = [];

  private clock = 0;

  /** The changes that were done, in which a word was told. */
  get done(): Operation[] {
    return this.operations.filter(({ f, type }) => f === 'append' && type === 'ok');
  }

  /** A turn of the clock. */
  tick(): number {
    return this.clock++;
  }

  refuse(errors: readonly UserError[]): void {
    for (const { code } of errors) this.refused[code] = (this.refused[code] ?? 0) + 1;
  }
}

interface UserError {
  readonly code: string;
}

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly findings: readonly { readonly id: string }[];
}

export interface Person {
  readonly client: Client;
  readonly journal: Journal;
  readonly name: string;
  readonly isOver: () => boolean;
  readonly random: () => number;
}

const pick = <T>(from: readonly T[], random: () => number): T | undefined => from[Math.floor(random() * from.length)];

const CLAIMS = `query ($slug: String!) { article(slug: $slug) { claims(first: 100) { edges { node {
  id version findings { id } } } } } }`;

/** Someone who goes on changing one article. */
export async function edits({ client, journal, name, isOver, random }: Person, slug: string): Promise<void> {
  const citations: string[] = [];
  for (let n = 0; !isOver(); n++) {
    const { article } = await client.ask<{ article: { claims: { edges: { node: Seen }[] } } }>(CLAIMS, { slug });
    const seen = article.claims.edges.map(({ node }) => node);
    for (let i = 0; i < 5 && !isOver(); i++) {
      const claim = pick(seen, random)!;
      const word = `${name}-${n}-${i}.`;
      const change = changeOf(word, claim, citations, random);
      const start = journal.tick();
      const answer = (
        await client.ask<Record<string, { userErrors: UserError[]; citation?: { id: string } | null }>>(
          mutationOf(change.mutation, change.selection),
          { input: change.input },
        )
      )[change.mutation]!;
      const type = answer.userErrors.length > 0 ? 'fail' : 'ok';
      const told = { key: slug, kind: change.kind, value: word, start, end: journal.tick(), type } as const;
      if (change.word) journal.operations.push({ f: 'append', ...told });
      journal.refuse(answer.userErrors);
      if (type === 'fail') continue;
      if (change.bumps) journal.bumped.push({ claimId: claim.id, version: claim.version });
      if (change.kind === 'citation.attached') citations.push(answer.citation!.id);
    }
  }
}

interface Change {
  readonly kind: string;
  readonly mutation: string;
  readonly input: Record<string, unknown>;
  readonly selection: string;
  /** Its event carries the word. */
  readonly word: boolean;
  /** It names the claim's version. */
  readonly bumps?: boolean;
}

function changeOf(word: string, claim: Seen, citations: string[], random: () => number): Change {
  const told = 'userErrors { code }';
  const claimId = claim.id;
  const at = random();
  if (at < 0.35) {
    const source = { title: `Log ${word}`, url: `https://log.example/${word}` };
    const input = { claimId, source, note: word };
    const selection = `citation { id } ${told}`;
    return { kind: 'citation.attached', mutation: 'attachSource', input, selection, word: true };
  }
  if (at < 0.5) {
    const input = { claimId, text: word };
    return { kind: 'comment.added', mutation: 'addComment', input, selection: told, word: true };
  }
  if (at < 0.7) {
    const expectedVersion = at < 0.6 ? claim.version : undefined;
    const input = { claimId, value: 'UNPROVEN', text: word, expectedVersion };
    const bumps = expectedVersion !== undefined;
    return { kind: 'verdict.set', mutation: 'setVerdict', input, selection: told, word: true, bumps };
  }
  const finding = pick(claim.findings, random);
  if (at < 0.8 && finding) {
    const input = { findingId: finding.id, reason: word };
    return { kind: 'finding.waived', mutation: 'waiveFinding', input, selection: told, word: true };
  }
  const citationId = pick(citations, random);
  if (at < 0.92 && citationId) {
    const input = { citationId, state: 'ACCEPTED', note: word };
    return { kind: 'citation.reviewed', mutation: 'reviewCitation', input, selection: told, word: true };
  }
  const old = citations.shift();
  if (old) {
    const input = { citationId: old };
    return { kind: 'citation.detached', mutation: 'detachSource', input, selection: told, word: false };
  }
  const input = { claimId, text: word };
  return { kind: 'comment.added', mutation: 'addComment', input, selection: told, word: true };
}

/** Someone who goes on importing an article, each time another text. */
export async function imports(
  { client, journal, name, isOver, random }: Person,
  slug: string,
  textOf: (word: string, random: () => number) => string,
): Promise<void> {
  for (let n = 0; !isOver(); n++) {
    const input = { slug, content: textOf(`${name}-${n}`, random), format: 'TEXT' };
    const { importArticle } = await client.ask<{
      importArticle: { revision: { number: number } | null; userErrors: UserError[] };
    }>(mutationOf('importArticle', 'revision { number } userErrors { code }'), { input });
    if (importArticle.revision) journal.revisions.push(importArticle.revision.number);
    else journal.refuse(importArticle.userErrors);
  }
}

interface Connection<T> {
  readonly edges: readonly { readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const PAGE = `query ($after: String) { unsupportedClaims(first: 40, after: $after) {
  edges { node { id version article { slug } } } pageInfo { hasNextPage endCursor } } }`;

interface Paged {
  readonly id: string;
  readonly version: number;
  readonly article: { readonly slug: string };
}

/** Someone who pages through all unsupported claims, again and again. @returns each time what was seen, in order */
export async function pages({ client, isOver }: Person): Promise<Paged[][]> {
  const rounds: Paged[][] = [];
  for (let round = 0; round === 0 || !isOver(); round++) {
    const seen: Paged[] = [];
    for (let after: string | null = null; ;) {
      const { unsupportedClaims }: { unsupportedClaims: Connection<Paged> } = await client.ask(PAGE, { after });
      seen.push(...unsupportedClaims.edges.map(({ node }) => node));
      if (!unsupportedClaims.pageInfo.hasNextPage) break;
      after = unsupportedClaims.pageInfo.endCursor;
    }
    rounds.push(seen);
  }
  return rounds;
}

export interface ToldEvent {
  readonly seq: number;
  readonly kind: string;
  readonly after: unknown;
}

const HISTORY = `query ($id: ID!, $after: String) { history(subjectId: $id, first: 100, after: $after) {
  edges { node { seq kind after } } pageInfo { hasNextPage endCursor } } }`;

/** The word that a change carried; '' when it carried none. What a new text takes back was said before. */
export function wordOf({ kind, after }: ToldEvent): string {
  if (kind.endsWith('.outdated')) return '';
  const { note, text, reason } = (after ?? {}) as Record<string, unknown>;
  return [note, text, reason].find((each): each is string => typeof each === 'string' && each.endsWith('.')) ?? '';
}

/** Someone who looks at an article's history from where they were, until `isOver` and then once more. */
export async function follows(
  { client, journal, isOver }: Pick<Person, 'client' | 'journal' | 'isOver'>,
  slug: string,
  articleId: string,
): Promise<ToldEvent[]> {
  const told: ToldEvent[] = [];
  let after: string | null = null;
  for (let isLast = false; ;) {
    isLast = isOver();
    const start = journal.tick();
    for (let more = true; more;) {
      const { history }: { history: Connection<ToldEvent> } = await client.ask(HISTORY, { id: articleId, after });
      told.push(...history.edges.map(({ node }) => node));
      after = history.pageInfo.endCursor ?? after;
      more = history.pageInfo.hasNextPage;
    }
    const result = told.map(wordOf).filter((word) => word !== '');
    journal.operations.push({ f: 'read', key: slug, result, start, end: journal.tick(), type: 'ok' });
    if (isLast) return told;
  }
}
