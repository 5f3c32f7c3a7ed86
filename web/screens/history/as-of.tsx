import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql.js';
import { useAllPages } from '../../api/use-all-pages.js';
import { percent } from '../../parts/percent.js';
import { StandingSign } from '../../parts/standing-sign.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { readerPath } from '../../paths.js';
import { dayOf, endOfDay } from './days.js';
import { AS_OF, type PastClaim } from './documents.js';
import styles from './history.module.css';
import { useRows } from './use-rows.js';

const claimsIn = (data: ResultOf<typeof AS_OF>) => data.article?.asOf?.claims;

/** An article as it stood at the end of a day. @param on the day; today when it is none */
export function AsOf({
  article,
  on,
  onDay,
}: {
  readonly article: string;
  readonly on: string | null;
  readonly onDay: (day: string) => void;
}): ReactNode {
  const { t } = useLingui();
  const dayId = useId();
  const today = dayOf(new Date());
  const day = endOfDay(on) === null ? today : (on ?? today);
  const at = endOfDay(day) ?? '';
  return (
    <>
      <div className={styles['bar']}>
        <div className="field">
          <label htmlFor={dayId}>{t`At the end of`}</label>
          <input
            id={dayId}
            type="date"
            className="input"
            value={day}
            max={today}
            onChange={(event) => endOfDay(event.currentTarget.value) !== null && onDay(event.currentTarget.value)}
          />
        </div>
      </div>
      <Past article={article} at={at} />
    </>
  );
}

function Past({ article, at }: { readonly article: string; readonly at: string }): ReactNode {
  const { t, i18n } = useLingui();
  const { nodes, first, isLoading, error, again } = useAllPages(AS_OF, { id: article, at }, claimsIn);
  const around = useRows<HTMLOListElement>();
  if (error) return <Failed error={error} onAgain={again} />;
  if (!first) return <Loading of={t`Looking up how it stood …`} />;
  if (!first.article) return <Empty title={t`There is no such article`} />;
  const past = first.article.asOf;
  if (!past) return <Empty title={t`It was not there yet`} />;
  const { standings, revision, title, archived } = past;
  const score = standings.score === null ? '–' : percent(i18n, standings.score);
  return (
    <section aria-labelledby="past" className={styles['past']}>
      <h2 id="past">{title}</h2>
      <p className="hint" role="status">
        <Trans>Revision {revision.number}</Trans> · <Plural value={standings.claims} one="# claim" other="# claims" /> ·{' '}
        <Trans>score {score}</Trans>
        {archived && (
          <>
            {' '}
            · <Trans>archived</Trans>
          </>
        )}
        {isLoading && (
          <>
            {' '}
            · <Trans>more is on its way …</Trans>
          </>
        )}
      </p>
      <ul role="list" className={styles['counts']}>
        {standings.byStanding
          .filter(({ count }) => count > 0)
          .map(({ standing, count }) => (
            <li key={standing}>
              <StandingSign standing={standing} withName /> {i18n.number(count)}
            </li>
          ))}
      </ul>
      <ol ref={around} className={styles['events']}>
        {nodes.map((claim) => (
          <PastRow key={claim.claim.id} claim={claim} articleId={article} />
        ))}
      </ol>
    </section>
  );
}

function PastRow({
  claim: { text, attribute, section, standing, findings, claim },
  articleId,
}: {
  readonly claim: PastClaim;
  readonly articleId: string;
}): ReactNode {
  return (
    <li className={styles['event']} data-row tabIndex={-1}>
      <StandingSign standing={standing} withName />
      <div className={styles['said']}>
        <p>
          <Link to={readerPath(articleId, claim.id)}>
            {attribute !== null && <>{attribute}: </>}
            {text || <Trans>(blank)</Trans>}
          </Link>
        </p>
        {section !== null && <p className="hint">{section}</p>}
        {findings.map(({ message }) => (
          <p key={message} className="hint">
            {message}
          </p>
        ))}
        {claim.standing !== standing && (
          <p className="hint">
            <Trans>By now:</Trans> <StandingSign standing={claim.standing} withName />
          </p>
        )}
      </div>
    </li>
  );
}
