import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Reliability, ResultOf } from '../../api/graphql.js';
import { useHeld } from '../../parts/list/use-held.js';
import { usePages } from '../../parts/list/use-pages.js';
import { useFresh } from '../../parts/list/use-told.js';
import { Empty } from '../../parts/states.js';
import { useEdit } from '../../parts/use-edit.js';
import { useStep, whyNot } from '../../parts/use-step.js';
import { useMay } from '../../parts/viewer.js';
import { Choice } from './choice.js';
import { PUBLISHERS, UPDATE_PUBLISHER, type Publisher } from './documents.js';
import { RELIABILITIES, RELIABILITY_NAMES } from './names.js';
import { PagedRows } from './paged-rows.js';
import styles from './settings.module.css';

const publishersIn = (data: ResultOf<typeof PUBLISHERS>) => data.publishers;
/** New sources bring new publishers. */
const MAKES_PUBLISHERS = { kinds: ['publisher', 'article.imported', 'citation', 'reference', 'source'] };

/** Publishers of sources, and how far each can be relied on. */
export function Publishers(): ReactNode {
  const { t } = useLingui();
  const pages = usePages(PUBLISHERS, {}, publishersIn);
  const held = useHeld(pages.nodes, pages.count);
  useFresh(MAKES_PUBLISHERS, pages.again);
  return (
    <PagedRows
      pages={pages}
      held={held}
      label={t`Publishers`}
      loading={t`Loading the publishers …`}
      empty={<Empty title={t`No source has a publisher yet`} />}
      row={(publisher) => <PublisherRow key={publisher.id} publisher={publisher} />}
    />
  );
}

function PublisherRow({ publisher }: { readonly publisher: Publisher }): ReactNode {
  const { t, i18n } = useLingui();
  const mayRate = useMay('EDITOR');
  const [run] = useEdit(UPDATE_PUBLISHER, (data) => data.updatePublisher, true);
  const step = useStep();
  const { id, name, owner, domains, reliability } = publisher;
  const rate = (rating: Reliability | null): void => {
    let version = publisher.version;
    const set = async (value: Reliability | null): Promise<string | null> => {
      const outcome = await run({ input: { publisherId: id, reliability: value, expectedVersion: version } });
      if (outcome.ok && outcome.payload.publisher) version = outcome.payload.publisher.version;
      return whyNot(outcome);
    };
    void step(
      t`The rating of ${name} was changed`,
      () => set(rating),
      () => set(reliability),
    );
  };
  return (
    <li className={styles['row']}>
      <div>
        <h3>{name}</h3>
        <p className="hint">{domains.join(', ')}</p>
        {owner !== null && (
          <p className="hint">
            <Trans>Owned by {owner}</Trans>
          </p>
        )}
      </div>
      {mayRate ? (
        <Choice
          label={t`Rating of ${name}`}
          isLabelHidden
          value={reliability ?? ''}
          options={[
            { value: '', says: t`Not rated` },
            ...RELIABILITIES.map((value) => ({ value, says: i18n._(RELIABILITY_NAMES[value]) })),
          ]}
          onChange={(value) => rate(value === '' ? null : value)}
        />
      ) : (
        <p>{reliability === null ? t`Not rated` : i18n._(RELIABILITY_NAMES[reliability])}</p>
      )}
    </li>
  );
}
