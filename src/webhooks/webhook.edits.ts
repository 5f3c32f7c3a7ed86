import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { STANDING } from '../database/codes.js';
import type { Action } from '../auth/roles.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { changeInWorkspace, happenedTo } from '../editing/change-in-workspace.js';
import { Editing, type EditorViewer, type Outcome } from '../editing/editing.js';
import { InputCheck } from '../editing/input-check.js';
import { fault } from '../editing/user-fault.js';
import { recordInWorkspace, type Happening } from '../events/event.repository.js';
import type { Standing } from '../judging/evidence.js';
import { readPlace } from '../querying/live/read-place.js';
import { lockAccess } from '../workspaces/access.repository.js';
import { checkReceiver } from './check-receiver.js';
import { KeyStore } from './key-store.js';
import { newKey, toSecret } from './signature.js';
import type {
  CreateWebhookInput,
  DeleteWebhookInput,
  PingWebhookInput,
  ResumeWebhookInput,
  RotateWebhookSecretInput,
  UpdateWebhookInput,
} from './webhook-input.type.js';
import {
  askPing,
  countWebhooks,
  deleteWebhook,
  insertWebhook,
  isArticle,
  lockWebhook,
  newWebhookId,
  setKey,
  setPlace,
  setWebhook,
  type KnownWebhook,
} from './webhook.repository.js';

const MAX_NAME = 200;
/** Webhooks of one workspace. */
const MAX_WEBHOOKS = 20;
/** How long a former secret signs beside the new one when nothing is said of that, and at most, in hours. */
const FORMER_HOURS = 24;
const MAX_FORMER_HOURS = 7 * 24;

type Done = Promise<Outcome<{ readonly id: string }>>;
type DoneOnce = Promise<Outcome<{ readonly id: string; readonly secret: string }>>;

/** Changes of webhooks. */
@Injectable()
export class WebhookEdits {
  constructor(
    @Inject(Editing) private readonly editing: Editing,
    @Inject(KeyStore) private readonly keys: KeyStore,
    @Inject(Config) private readonly config: Config,
  ) {}

  create(viewer: EditorViewer, input: CreateWebhookInput): DoneOnce {
    const { workspaceId } = viewer;
    const check = new InputCheck();
    const name = nameOf(check, input.name);
    const url = checkReceiver(check, input.url, this.config.fetching);
    const articleId = input.articleId == null ? null : check.id('Article', input.articleId, 'articleId');
    const standings = checkedStandings(check, input.standings);
    return this.editing.transact(viewer, 'createWebhook', async (connection) => {
      check.done();
      await lockAccess(connection, workspaceId);
      if (articleId !== null) await needArticle(connection, workspaceId, articleId);
      if ((await countWebhooks(connection, workspaceId)) >= MAX_WEBHOOKS) {
        throw fault('TOO_LARGE', `there are ${MAX_WEBHOOKS} webhooks already; delete one that is not needed`);
      }
      const [id, key] = [newWebhookId(), newKey()];
      const webhook = { id, name, url, articleId, standings };
      await insertWebhook(connection, workspaceId, { ...webhook, key: this.keys.toStored(key, id) });
      const after = shown({ ...webhook, isDisabled: false });
      await recordInWorkspace(connection, workspaceId, [happened(viewer, 'webhook.created', id, null, after)]);
      return { id, secret: toSecret(key) };
    });
  }

  update(viewer: EditorViewer, input: UpdateWebhookInput): Done {
    const check = new InputCheck();
    const name = input.name === undefined ? undefined : nameOf(check, input.name);
    const url = input.url === undefined ? undefined : checkReceiver(check, input.url, this.config.fetching);
    const articleId = input.articleId == null ? input.articleId : check.id('Article', input.articleId, 'articleId');
    const standings = input.standings === undefined ? undefined : checkedStandings(check, input.standings);
    return this.change(viewer, 'updateWebhook', check, input, async (connection, webhook) => {
      if (articleId != null) await needArticle(connection, viewer.workspaceId, articleId);
      const changed: KnownWebhook = {
        ...webhook,
        name: name ?? webhook.name,
        url: url ?? webhook.url,
        articleId: articleId === undefined ? webhook.articleId : articleId,
        standings: standings === undefined ? webhook.standings : standings,
        isDisabled: input.enabled == null ? webhook.isDisabled : !input.enabled,
      };
      const urlChanged = changed.url !== webhook.url;
      const isFresh = urlChanged || (webhook.isDisabled && !changed.isDisabled);
      await setWebhook(connection, viewer.workspaceId, changed, isFresh);
      const after = { ...shown(changed), ...(urlChanged ? { urlChanged } : {}) };
      return [happened(viewer, 'webhook.updated', webhook.id, shown(webhook), after)];
    });
  }

  delete(viewer: EditorViewer, input: DeleteWebhookInput): Done {
    return this.change(viewer, 'deleteWebhook', new InputCheck(), input, async (connection, webhook) => {
      await deleteWebhook(connection, viewer.workspaceId, webhook.id);
      return [happened(viewer, 'webhook.deleted', webhook.id, shown(webhook), null)];
    });
  }

  async rotate(viewer: EditorViewer, input: RotateWebhookSecretInput): DoneOnce {
    const check = new InputCheck();
    const hours = input.formerForHours ?? FORMER_HOURS;
    if (hours < 0 || hours > MAX_FORMER_HOURS) {
      check.wrong('formerForHours', `is not from 0 to ${MAX_FORMER_HOURS}, a week`);
    }
    const key = newKey();
    const outcome = await this.change(viewer, 'rotateWebhookSecret', check, input, async (connection, webhook) => {
      const stored = this.keys.toStored(key, webhook.id);
      await setKey(connection, viewer.workspaceId, webhook.id, stored, hours);
      const after = { name: webhook.name, formerForHours: hours };
      return [happened(viewer, 'webhook.rotated', webhook.id, null, after)];
    });
    return outcome.done ? { done: { ...outcome.done, secret: toSecret(key) }, userErrors: [] } : outcome;
  }

  resume(viewer: EditorViewer, input: ResumeWebhookInput): Done {
    const check = new InputCheck();
    const place = input.after == null ? null : readPlace(input.after);
    if (input.after != null && !place) {
      check.wrong('after', 'is no cursor of a delivery, of a change or of the history of the workspace');
    }
    return this.change(viewer, 'resumeWebhook', check, input, async (connection, webhook) => {
      await setPlace(connection, viewer.workspaceId, webhook.id, place);
      const after = { name: webhook.name, again: place !== null };
      return [happened(viewer, 'webhook.resumed', webhook.id, null, after)];
    });
  }

  /** Nothing is changed by it that history would tell of. */
  ping(viewer: EditorViewer, input: PingWebhookInput): Done {
    return this.change(viewer, 'pingWebhook', new InputCheck(), input, async (connection, webhook) => {
      await askPing(connection, viewer.workspaceId, webhook.id);
      return [];
    });
  }

  private change(
    viewer: EditorViewer,
    action: Action,
    check: InputCheck,
    { webhookId: id, expectedVersion }: { readonly webhookId: string; readonly expectedVersion?: number | null },
    work: (connection: WorkspaceConnection, webhook: KnownWebhook) => Promise<Happening[]>,
  ): Done {
    const what = { type: 'Webhook', field: 'webhookId', find: lockWebhook } as const;
    return changeInWorkspace(this.editing, viewer, { ...what, action, check, id, expectedVersion, work });
  }
}

const nameOf = (check: InputCheck, given: string | null): string =>
  check.neededLine(given, 'name', MAX_NAME, 'say whom the webhook tells');

function checkedStandings(check: InputCheck, given: readonly Standing[] | null | undefined): Standing[] | null {
  if (given == null) return null;
  if (given.length === 0) check.wrong('standings', 'is empty; name some, or give null for all', 'EMPTY');
  return [...new Set(given)].sort((a, b) => STANDING.toCode[a] - STANDING.toCode[b]);
}

async function needArticle(connection: WorkspaceConnection, workspaceId: string, id: string): Promise<void> {
  if (await isArticle(connection, workspaceId, id)) return;
  throw fault('NOT_FOUND', 'no article of this workspace has this id', 'articleId');
}

/** What history tells of a webhook: it is read by everybody, and so has neither address nor secret. */
const shown = ({ name, articleId, standings, isDisabled }: Omit<KnownWebhook, 'id' | 'url' | 'version'>) => ({
  name,
  articleId,
  ofStandings: standings,
  enabled: !isDisabled,
});

const happened = happenedTo('Webhook');
