import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useSubscription } from 'urql';
import type { ResultOf } from '../../api/graphql.js';
import { useAllPages } from '../../api/use-all-pages.js';
import { ShownKeys } from '../../keys/shown-keys.js';
import { entryOf, type KeyName } from '../../keys/table.js';
import { useKeys } from '../../keys/use-keys.js';
import { noticeWords, type Noticed } from '../../parts/notice-words.js';
import { StandingSign } from '../../parts/standing-sign.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { useCurrent } from '../../parts/use-current.js';
import { useMay } from '../../parts/viewer.js';
import { diffPath, readerPath } from '../../paths.js';
import { isSentence } from './blocks-like.js';
import { ClaimRow, type RowActions } from './claim-row.js';
import { CHANGES, FOUND, type FoundClaim } from './documents.js';
import styles from './import.module.css';
import { SplitDialog } from './split-dialog.js';
import { useCorrections } from './use-corrections.js';

/** What keys do with the claim that is looked at. */
const KEYS = [
  'nextClaim',
  'previousClaim',
  'notCheckable',
  'split',
  'mergeNext',
  'undo',
] as const satisfies readonly KeyName[];

const claimsIn = (data: ResultOf<typeof FOUND>) => data.article?.claims;

/** What was found in an article, to be looked over and set right. @param notices what the server said of the import */
export function Found({ id, notices }: { readonly id: string; readonly notices: readonly Noticed[] }): ReactNode {
  const { t, i18n } = useLingui();
  const found = useAllPages(FOUND, { id }, claimsIn);
  const [current, , choose] = useCurrent();
  const [splitting, setSplitting] = useState<FoundClaim | null>(null);
  const corrections = useCorrections(found.again);
  const mayCorrect = useMay('EDITOR');
  useChanges(id, found.again);
  const claims = useMemo(() => found.nodes.toSorted((a, b) => a.ordinal - b.ordinal), [found.nodes]);
  const at = claims.findIndex((claim) => claim.id === current);
  const merge = (claim: FoundClaim): void => {
    const next = claims[claims.indexOf(claim) + 1];
    if (next && areNeighbours(claim, next)) void corrections.merge([claim, next]);
  };
  const now: RowActions = {
    choose: (claim) => claim !== current && choose(claim),
    setCheckable: (claim, checkable) => void corrections.setCheckable(claim, checkable),
    setBlock: (claim, block) => void corrections.setBlock(claim, block),
    split: (claim) => setSplitting(claim),
    merge,
  };
  const latest = useRef<RowActions | null>(null);
  useEffect(() => {
    latest.current = now;
  });
  // The same at each render, so that a row is drawn anew only when its claim changes.
  const actions = useMemo<RowActions>(
    () => ({
      choose: (claim) => latest.current?.choose(claim),
      setCheckable: (claim, checkable) => latest.current?.setCheckable(claim, checkable),
      setBlock: (claim, block) => latest.current?.setBlock(claim, block),
      split: (claim) => latest.current?.split(claim),
      merge: (claim) => latest.current?.merge(claim),
    }),
    [],
  );
  const move = (by: 1 | -1): void => {
    const to = at < 0 ? claims[0] : claims[at + by];
    if (!to) return;
    choose(to.id);
    document.getElementById(`claim-${to.id}`)?.querySelector('a')?.focus();
  };
  const onCurrent = (act: (claim: FoundClaim) => void) => (): void => {
    const claim = claims[at];
    if (claim) act(claim);
  };
  useKeys({
    nextClaim: () => move(1),
    previousClaim: () => move(-1),
    ...(mayCorrect && {
      notCheckable: onCurrent((claim) => now.setCheckable(claim, !claim.checkable)),
      split: onCurrent((claim) => isSentence(claim.block) && now.split(claim)),
      mergeNext: onCurrent(merge),
    }),
  });

  const article = found.first?.article;
  if (!article) {
    if (found.error) return <Failed error={found.error} onAgain={found.again} />;
    return found.first ? <Empty title={t`There is no such article`} /> : <Loading of={t`Loading what was found …`} />;
  }
  const { summary, revision } = article;
  return (
    <section className={styles['found']} aria-labelledby="found">
      <h2 id="found">{article.title}</h2>
      <p role="status">
        <Plural value={summary.claims} one="# claim" other="# claims" />,{' '}
        <Plural value={summary.checkable} one="# to check" other="# to check" />,{' '}
        <Plural value={article.references.length} one="# reference" other="# references" />
      </p>
      <ul role="list" className={styles['standings']}>
        {summary.byStanding
          .filter(({ count }) => count > 0)
          .map(({ standing, count }) => (
            <li key={standing}>
              <StandingSign standing={standing} withName /> {i18n.number(count)}
            </li>
          ))}
      </ul>
      {notices.length > 0 && (
        <ul className={`card ${styles['notices']}`} aria-label={t`What you should know`}>
          {notices.map((notice) => (
            <li key={notice.message}>{noticeWords(i18n, notice)}</li>
          ))}
        </ul>
      )}
      <p className={styles['actions']}>
        <Link className="button button-primary" to={readerPath(id)}>
          <Trans>Open in the reader</Trans>
        </Link>
        {revision.number > 1 && (
          <Link className="button" to={diffPath(id)}>
            <Trans>What became of its claims</Trans>
          </Link>
        )}
      </p>
      {claims.length === 0 && !found.isLoading && <Empty title={t`No claim was found in it`} />}
      {mayCorrect && claims.length > 0 && (
        <ul role="list" className={`hint ${styles['keys']}`} aria-label={t`Keys`}>
          {KEYS.map((name) => (
            <li key={name}>
              <ShownKeys name={name} /> {i18n._(entryOf(name).says)}
            </li>
          ))}
        </ul>
      )}
      <ol className={styles['claims']} aria-label={t`Claims`} aria-busy={corrections.isRunning}>
        {claims.map((claim, i) => (
          <ClaimRow
            key={claim.id}
            claim={claim}
            articleId={id}
            isCurrent={claim.id === current}
            canMerge={areNeighbours(claim, claims[i + 1])}
            actions={mayCorrect ? actions : null}
          />
        ))}
      </ol>
      {splitting && (
        <SplitDialog
          text={splitting.text}
          onClose={() => setSplitting(null)}
          onCut={(place) => {
            setSplitting(null);
            void corrections.split(splitting, place);
          }}
        />
      )}
    </section>
  );
}

/** Whether two claims can be one, as far as can be seen here: sentences of one place. The server looks closer. */
const areNeighbours = (claim: FoundClaim, next: FoundClaim | undefined): boolean =>
  isSentence(claim.block) && next?.block === claim.block && next.section === claim.section;

/** Lets what happens elsewhere show; where more happened than is told, all is read anew. */
function useChanges(id: string, readAnew: () => void): void {
  const [{ data }] = useSubscription({ query: CHANGES, variables: { id } });
  const omitted = data?.claimChanged.omitted ?? 0;
  const position = data?.claimChanged.position;
  useEffect(() => {
    if (omitted > 0) readAnew();
    // Once for each event that leaves something out.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [omitted, position]);
}
