import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ResultOf } from '../../api/graphql.js';
import { useHeld } from '../../parts/list/use-held.js';
import { usePages } from '../../parts/list/use-pages.js';
import { useFresh } from '../../parts/list/use-told.js';
import { SignOnly } from '../../parts/standing-sign.js';
import { STANDING_NAMES } from '../../parts/standing.js';
import { Empty } from '../../parts/states.js';
import { tell } from '../../parts/toasts.js';
import { useEdit } from '../../parts/use-edit.js';
import { useStep, whyNot } from '../../parts/use-step.js';
import { DELETE_WEBHOOK, RESUME_WEBHOOK, UPDATE_WEBHOOK, WEBHOOKS, type Webhook } from './documents.js';
import { ForGood } from './for-good.js';
import { GoneHint } from './gone-hint.js';
import { PagedRows } from './paged-rows.js';
import styles from './settings.module.css';
import { Toggle } from '../../parts/toggle.js';
import { CAUSES } from './names.js';

const webhooksIn = (data: ResultOf<typeof WEBHOOKS>) => data.webhooks;
const MAKES_WEBHOOKS = { kinds: ['webhook'] };

/** Programs that are told of changes, and how well that goes. */
export function Webhooks(): ReactNode {
  const { t } = useLingui();
  const pages = usePages(WEBHOOKS, {}, webhooksIn);
  const held = useHeld(pages.nodes, pages.count);
  useFresh(MAKES_WEBHOOKS, pages.again);
  return (
    <PagedRows
      pages={pages}
      held={held}
      label={t`Webhooks`}
      loading={t`Loading the webhooks …`}
      empty={
        <Empty title={t`No program is told of changes`}>
          <p>
            <Trans>A program makes its webhook itself, by createWebhook of the API.</Trans>
          </p>
        </Empty>
      }
      row={(webhook, isGone) => (
        <WebhookRow
          key={webhook.id}
          webhook={webhook}
          isGone={isGone}
          onGone={() => {
            held.mine(webhook.id);
            pages.again();
          }}
        />
      )}
    />
  );
}

function WebhookRow({
  webhook,
  isGone,
  onGone,
}: {
  readonly webhook: Webhook;
  /** Whether somebody else deleted it meanwhile. */
  readonly isGone: boolean;
  readonly onGone: () => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const [update] = useEdit(UPDATE_WEBHOOK, (data) => data.updateWebhook, true);
  const [resume] = useEdit(RESUME_WEBHOOK, (data) => data.resumeWebhook);
  const [remove] = useEdit(DELETE_WEBHOOK, (data) => data.deleteWebhook);
  const step = useStep();
  const {
    id,
    name,
    url,
    enabled,
    behind,
    behindSince,
    disabledReason,
    disabledCause,
    failures,
    nextAttemptAt,
    lastDeliveredAt,
  } = webhook;
  const { version, standings, article } = webhook;
  const when = (at: string): string => i18n.date(at, { dateStyle: 'medium', timeStyle: 'short' });
  const enable = (isOn: boolean): void => {
    let seen = version;
    const set = async (value: boolean): Promise<string | null> => {
      const outcome = await update({ input: { webhookId: id, enabled: value, expectedVersion: seen } });
      if (outcome.ok && outcome.payload.webhook) seen = outcome.payload.webhook.version;
      return whyNot(outcome);
    };
    void step(
      isOn ? t`${name} goes on` : t`${name} is stopped`,
      () => set(isOn),
      () => set(!isOn),
    );
  };
  const skip = async (): Promise<void> => {
    const outcome = await resume({ input: { webhookId: id, expectedVersion: version } });
    if (outcome.ok) tell({ title: t`${name} is told of what comes from now on` });
  };
  const end = async (): Promise<void> => {
    const outcome = await remove({ input: { webhookId: id, expectedVersion: version } });
    if (!outcome.ok) return;
    tell({ title: t`${name} was deleted` });
    onGone();
  };
  return (
    <li className={styles['row']} data-off={isGone || !enabled} inert={isGone}>
      <div>
        <h3>
          {name} {isGone && <GoneHint />}
        </h3>
        <p className={`hint ${styles['address']}`}>{url}</p>
        {article && <p className="hint">{article.title}</p>}
        {standings && (
          <p className={`hint ${styles['bearings']}`}>
            {standings.map((standing) => (
              <span key={standing}>
                <SignOnly standing={standing} /> {i18n._(STANDING_NAMES[standing])}
              </span>
            ))}
          </p>
        )}
        <p className={`hint ${styles['facts']}`}>
          <span>
            {lastDeliveredAt === null ? t`Nothing came through yet` : t`Last message ${when(lastDeliveredAt)}`}
          </span>
          {behindSince !== null && <span>{t`Waiting events: ${i18n.number(behind)}, since ${when(behindSince)}`}</span>}
          {nextAttemptAt !== null && (
            <span>{t`Failed attempts: ${i18n.number(failures)}, the next at ${when(nextAttemptAt)}`}</span>
          )}
        </p>
        {disabledCause !== null && (
          <p className="mistake">
            {disabledCause && i18n._(CAUSES[disabledCause])}{' '}
            {disabledCause === 'FAILING' && <span lang="en">({disabledReason})</span>}
          </p>
        )}
      </div>
      <div className={styles['controls']}>
        <Toggle says={t`Tell ${name} of changes`} isOn={enabled} onChange={enable} />
        {behind > 0 && (
          <Button className="button" onPress={() => void skip()}>
            <Trans>Leave out what waits</Trans>
          </Button>
        )}
        <ForGood says={t`Delete`} label={t`Delete ${name}`} onDo={() => void end()}>
          <Trans>
            It is told of nothing any more, and what waits for it is lost. To pause it, switch it off instead.
          </Trans>
        </ForGood>
      </div>
    </li>
  );
}
