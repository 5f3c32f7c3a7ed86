import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useQuery } from 'urql';
import type { Reliability } from '../../api/graphql.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { useEdit } from '../../parts/use-edit.js';
import { useStep, whyNot } from '../../parts/use-step.js';
import { useMay } from '../../parts/viewer.js';
import { Choice } from './choice.js';
import { PUBLISHERS, UPDATE_PUBLISHER, type Publisher } from './documents.js';
import { RELIABILITIES, RELIABILITY_NAMES } from './names.js';
import styles from './settings.module.css';

/** Publishers of sources, and how far each can be relied on. */
export function Publishers(): ReactNode {
  const { t } = useLingui();
  const [pages, setPages] = useState(1);
  return (
    <ul role="list" className={styles['rows']} aria-label={t`Publishers`}>
      <PublisherPage after={null} pages={pages} onMore={() => setPages(pages + 1)} />
    </ul>
  );
}

/** A page of publishers, and those behind it that were asked for. */
function PublisherPage({
  after,
  pages,
  onMore,
}: {
  readonly after: string | null;
  readonly pages: number;
  readonly onMore: () => void;
}): ReactNode {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: PUBLISHERS, variables: { after } });
  if (!data) {
    return <li>{error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the publishers …`} />}</li>;
  }
  const {
    edges,
    pageInfo: { hasNextPage, endCursor },
  } = data.publishers;
  return (
    <>
      {edges.length === 0 && after === null && (
        <li>
          <Empty title={t`No source has a publisher yet`} />
        </li>
      )}
      {edges.map(({ node }) => (
        <PublisherRow key={node.id} publisher={node} />
      ))}
      {hasNextPage && pages > 1 && <PublisherPage after={endCursor} pages={pages - 1} onMore={onMore} />}
      {hasNextPage && pages === 1 && (
        <li className={styles['more']}>
          <Button className="button" onPress={onMore}>
            <Trans>More</Trans>
          </Button>
        </li>
      )}
    </>
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
