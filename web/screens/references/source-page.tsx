import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useKeys } from '../../keys/use-keys.js';
import { useFresh } from '../../parts/list/use-told.js';
import { Page } from '../../parts/page.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { Citations } from './citations.js';
import { SOURCE, type Source } from './documents.js';
import { nameOf } from './facts.js';
import { JobProgress } from './job-progress.js';
import { SourceRecord } from './record.js';
import { Snapshots } from './snapshots.js';
import { SourceActions } from './source-actions.js';
import type { View } from './view.js';

/** What makes the record another, or its texts. */
const MAKES_SOURCE = { kinds: ['source', 'snapshot', 'publisher'] };

/** A source: its record, its texts, and who cites it. */
export function SourcePage({ id, view }: { readonly id: string; readonly view: View }): ReactNode {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [{ data, error }, ask] = useQuery({ query: SOURCE, variables: { id } });
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useFresh(MAKES_SOURCE, again);
  const back = (): void => void navigate(view.back);
  useKeys({ back, close: back });
  const source = data?.node && 'retracted' in data.node ? data.node : null;
  if (source) return <Opened source={source} back={view.back} again={again} />;
  return (
    <Page title={t`Source`}>
      {error && <Failed error={error} onAgain={again} />}
      {!error && !data && <Loading of={t`Loading the source …`} />}
      {!error && data && (
        <Empty title={t`There is no such source`}>
          <Link to={view.back}>
            <Trans>To the list</Trans>
          </Link>
        </Empty>
      )}
    </Page>
  );
}

function Opened({
  source,
  back,
  again,
}: {
  readonly source: Source;
  readonly back: string;
  readonly again: () => void;
}): ReactNode {
  const { t } = useLingui();
  const [job, setJob] = useState<string | null>(null);
  // What cites it is judged again in a job; the list is another afterwards.
  const [round, setRound] = useState(0);
  return (
    <Page title={nameOf(source) || t`Source`} beside={<SourceActions source={source} onJob={setJob} />}>
      <p>
        <Link to={back}>
          <Trans>To the list</Trans>
        </Link>
      </p>
      {job !== null && (
        <JobProgress
          key={job}
          id={job}
          onDone={() => {
            again();
            setRound((before) => before + 1);
          }}
        />
      )}
      <SourceRecord source={source} />
      <Snapshots source={source} />
      <Citations key={round} id={source.id} />
    </Page>
  );
}
