import { createHash } from 'node:crypto';
import { SEVERITY } from '../database/codes.js';
import type { Database } from '../database/database.js';
import { CLAIM_TEXT_JOIN } from '../claims/claim.rows.js';
import { toGlobalId } from '../graphql/global-id.js';
import type { Standing } from '../judging/evidence.js';
import { readEventChanges } from '../querying/live/change-events.js';
import {
  toChangeCursor,
  type ChangePlace,
  type ClaimChange,
  type EventChanges,
} from '../querying/live/claim-change.js';

/** Messages that are made at a time. */
const MADE_AT_ONCE = 50;
/** Of a message's name, so many characters of base64url: 144 bits. */
const NAME_LENGTH = 24;

/** What is to be sent to one webhook, once or several times. */
export interface Message {
  /** The same at each attempt. */
  readonly id: string;
  readonly type: 'claim.changed' | 'ping';
  readonly body: string;
}

/** A message about a change. */
export interface ChangeMessage extends Message {
  /** All up to it. */
  readonly place: ChangePlace;
}

/** Which changes a webhook is told of. */
export interface Wanted {
  readonly articleUuid: string | null;
  readonly standings: ReadonlySet<Standing> | null;
}

/** What comes next for a webhook. */
export interface Batch {
  readonly messages: readonly ChangeMessage[];
  /** What stands between the last message and this place is not told. */
  readonly end: ChangePlace;
}

/** The next messages after a place, in the order of the workspace; null when there are no events after it. */
export async function nextMessages(
  database: Database,
  workspaceId: string,
  webhookId: string,
  place: ChangePlace,
  wanted: Wanted,
): Promise<Batch | null> {
  const events = await readEventChanges(database, workspaceId, place.seq);
  if (events.length === 0) return null;
  const { changes, end } = pick(events, place, wanted);
  if (changes.length === 0) return { messages: [], end };
  const bodies = await describe(database, workspaceId, changes);
  const messages = changes.flatMap((change): ChangeMessage[] => {
    const body = bodies(change);
    return body === null
      ? []
      : [{ id: messageId(webhookId, change.place), type: 'claim.changed', body, place: change.place }];
  });
  return { messages, end };
}

/** A message that tells of nothing, to see whether it comes. */
export const pingMessage = (pingId: string, webhookId: string, at: Date): Message => ({
  id: named(pingId),
  type: 'ping',
  body: JSON.stringify({
    type: 'ping',
    timestamp: at.toISOString(),
    data: { webhook: { id: toGlobalId('Webhook', webhookId) } },
  }),
});

/** The name of a change for one webhook: a message that is sent once more has it again, also after a resumption. */
const messageId = (webhookId: string, { seq, claim }: ChangePlace): string =>
  named(`${webhookId} ${seq} ${claim ?? ''}`);

const named = (what: string): string =>
  `msg_${createHash('sha256').update(what).digest('base64url').slice(0, NAME_LENGTH)}`;

/** The first changes that are wanted, and how far one is after them. */
export function pick(
  events: readonly EventChanges[],
  place: ChangePlace,
  { articleUuid, standings }: Wanted,
): { readonly changes: readonly ClaimChange[]; readonly end: ChangePlace } {
  const changes: ClaimChange[] = [];
  for (const event of events) {
    const told = place.seq === event.seq - 1 ? (place.claim ?? '') : '';
    for (const change of event.changes) {
      // UUIDs in lower case are in the order of their texts.
      if (change.claimUuid <= told) continue;
      if (articleUuid !== null && change.articleUuid !== articleUuid) continue;
      if (standings !== null && !standings.has(change.standing)) continue;
      changes.push(change);
      if (changes.length === MADE_AT_ONCE) return { changes, end: change.place };
    }
  }
  return { changes, end: { seq: events.at(-1)!.seq, claim: null } };
}

interface ClaimRow {
  id: string;
  text: string;
  section: string | null;
  line: number;
  article_id: string;
  slug: string;
  title: string;
  url: string | null;
}

interface FindingRow {
  id: string;
  rule: string;
  severity: number;
  message: string;
  remedy: string;
}

/** The bodies of messages about changes; null for a claim that is not there any more. One read. */
async function describe(
  database: Database,
  workspaceId: string,
  changes: readonly ClaimChange[],
): Promise<(change: ClaimChange) => string | null> {
  const findingUuids = changes.flatMap(({ opened, fixed }) => [...opened, ...fixed]);
  const [claims, findings] = await database.readWorkspace({ workspaceId }, (connection) =>
    Promise.all([
      connection.query<ClaimRow>(
        `SELECT c.id, ct.text, ct.section, ct.line, a.id AS article_id, a.slug, a.title, a.url
         FROM claim c ${CLAIM_TEXT_JOIN} JOIN article a ON a.workspace_id = $1 AND a.id = c.article_id
         WHERE c.workspace_id = $1 AND c.id = ANY($2::uuid[])`,
        [workspaceId, changes.map(({ claimUuid }) => claimUuid)],
      ),
      connection.query<FindingRow>(
        `SELECT f.id, f.rule, f.severity, f.message, f.remedy FROM finding f
         WHERE f.workspace_id = $1 AND f.id = ANY($2::uuid[])`,
        [workspaceId, findingUuids],
      ),
    ]),
  );
  const claimOf = new Map(claims.map((row) => [row.id, row]));
  const findingOf = new Map(findings.map((row) => [row.id, toFinding(row)]));
  const found = (uuids: readonly string[]) => uuids.flatMap((uuid) => findingOf.get(uuid) ?? []);
  return (change) => {
    const claim = claimOf.get(change.claimUuid);
    if (!claim) return null;
    return JSON.stringify({
      type: 'claim.changed',
      timestamp: change.at.toISOString(),
      data: {
        claim: {
          id: toGlobalId('Claim', claim.id),
          text: claim.text,
          section: claim.section,
          line: claim.line,
        },
        previousStanding: change.previousStanding,
        standing: change.standing,
        opened: found(change.opened),
        fixed: found(change.fixed),
        article: {
          id: toGlobalId('Article', claim.article_id),
          slug: claim.slug,
          title: claim.title,
          url: claim.url,
        },
        omitted: change.omitted,
        cursor: toChangeCursor(change.place),
      },
    });
  };
}

const toFinding = ({ id, rule, severity, message, remedy }: FindingRow) => ({
  id: toGlobalId('Finding', id),
  rule,
  severity: SEVERITY.fromCode(severity),
  message,
  remedy,
});
