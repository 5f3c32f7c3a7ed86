import { t } from '@lingui/core/macro';
import type { Client, CombinedError } from 'urql';
import type { UserErrorCode } from '../../api/graphql.js';
import { problemOf } from '../../api/problem.js';
import { refusalWords, type Refused } from '../../api/refusal.js';
import { done } from '../undo.js';
import { ATTACH, DETACH, PROPOSE, UPDATE } from './documents.js';
import { inputOf, type Draft } from './draft.js';
import type { Sent } from './outbox.js';

interface Payload {
  readonly citation: { readonly id: string; readonly version: number } | null;
  readonly claim: { readonly id: string; readonly version: number } | null;
  readonly fixed: readonly unknown[];
  readonly userErrors: readonly { readonly code: UserErrorCode; readonly message: string; readonly version?: number }[];
}

/** A repeated sending is the same one: the server does it once. @see newKey of the api */
const under = (key: string): { fetchOptions: RequestInit } => ({
  fetchOptions: { headers: { 'idempotency-key': key } },
});

/** A new key for what is sent anew, otherwise than before. */
export const newSendingKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Sends drafts, and lets what was done be undone. */
export function delivery(client: Client): (draft: Draft) => Promise<Sent> {
  return async (draft) => {
    const { payload, error } = await ask(client, draft);
    if (!payload) return unanswered(error);
    const [refusal] = payload.userErrors;
    if (refusal?.version !== undefined)
      return { kind: 'conflict', why: refusalWords(refusal), version: refusal.version };
    if (refusal) return { kind: 'refused', why: payload.userErrors.map(refusalWords).join('; ') };
    if (payload.citation) undoable(client, draft, payload.citation, payload.fixed.length);
    return { kind: 'done' };
  };
}

function unanswered(error: CombinedError | undefined): Sent {
  const problem = error && problemOf(error);
  if (!problem || problem.kind === 'fault' || problem.kind === 'forbidden' || problem.kind === 'not-found') {
    return { kind: 'refused', why: problem?.message ?? t`The server answered with nothing.` };
  }
  return { kind: 'unanswered' };
}

async function ask(
  client: Client,
  draft: Draft,
): Promise<{ readonly payload: Payload | null | undefined; readonly error: CombinedError | undefined }> {
  const { claim, citation, values, seenVersion: expectedVersion, sendingKey } = draft;
  const context = under(sendingKey);
  if (citation) {
    const { locator, quote, note, stance, directness } = inputOf(values);
    const input = { locator, quote, note, stance, directness, citationId: citation.id, expectedVersion };
    const { data, error } = await client.mutation(UPDATE, { input }, context);
    return { payload: data?.updateCitation, error };
  }
  const input = { ...inputOf(values), claimId: claim.id, expectedVersion };
  if (draft.kind === 'propose') {
    // Its number is its editor's to say, when it is accepted.
    const { number: _, ...proposed } = input;
    const { data, error } = await client.mutation(PROPOSE, { input: proposed }, context);
    return { payload: data?.proposeSource, error };
  }
  const { data, error } = await client.mutation(ATTACH, { input }, context);
  return { payload: data?.attachSource, error };
}

/** A proposal cannot be taken back by who made it; whoever decides on it rejects it. */
function undoable(client: Client, draft: Draft, made: { id: string; version: number }, fixed: number): void {
  if (draft.citation) updated(client, draft, draft.citation, made);
  else if (draft.kind === 'attach') attached(client, draft, made, fixed);
}

function attached(client: Client, draft: Draft, made: { id: string; version: number }, fixed: number): void {
  let citation = made;
  let expectedVersion = draft.seenVersion;
  done({
    says: fixed === 0 ? t`Source attached` : t`Source attached; findings fixed: ${fixed}`,
    undo: async () => {
      const input = { citationId: citation.id, expectedVersion: citation.version };
      const { data, error } = await client.mutation(DETACH, { input });
      const payload = data?.detachSource;
      if (payload?.claim) expectedVersion = payload.claim.version;
      return whyNot(payload?.userErrors, error);
    },
    redo: async () => {
      const input = { ...inputOf(draft.values), claimId: draft.claim.id, expectedVersion };
      const { data, error } = await client.mutation(ATTACH, { input });
      const payload = data?.attachSource;
      if (payload?.citation) citation = payload.citation;
      return whyNot(payload?.userErrors, error);
    },
  });
}

function updated(
  client: Client,
  { values }: Draft,
  { id: citationId, before }: NonNullable<Draft['citation']>,
  { version }: { readonly version: number },
): void {
  let expectedVersion = version;
  const set = async ({ locator, quote, note }: typeof before): Promise<string | null> => {
    const input = { citationId, expectedVersion, locator: locator || null, quote: quote || null, note: note || null };
    const { data, error } = await client.mutation(UPDATE, { input });
    const payload = data?.updateCitation;
    if (payload?.citation) expectedVersion = payload.citation.version;
    return whyNot(payload?.userErrors, error);
  };
  done({ says: t`Citation changed`, undo: () => set(before), redo: () => set(values) });
}

/** @returns null: it was done */
function whyNot(refusals: readonly Refused[] | undefined, error?: CombinedError): string | null {
  if (error) return problemOf(error).message;
  if (!refusals) return t`The server answered with nothing.`;
  return refusals.length === 0 ? null : refusals.map(refusalWords).join('; ');
}
