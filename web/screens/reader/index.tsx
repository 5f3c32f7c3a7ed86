import { useLingui } from '@lingui/react/macro';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import type { ResultOf } from '../../api/graphql.js';
import { useAllPages, type AllPages } from '../../api/use-all-pages.js';
import { useKeys } from '../../keys/use-keys.js';
import { Page } from '../../parts/page.js';
import { STANDING_NAMES, STANDINGS, UNSUPPORTED } from '../../parts/standing.js';
import { later } from '../../parts/later.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { PATHS } from '../../paths.js';
import { Beyond, useOnScreen } from './beyond.js';
import type { Pressed } from './citation-popover.js';
import { countsIn, countsOf } from './counts.js';
import { ARTICLE, CLAIMS, TEXT, type Article, type Block, type Claim } from './documents.js';
import { Facts } from './facts.js';
import { Filters } from './filters.js';
import { Minimap } from './minimap.js';
import { ReaderRow } from './reader-row.js';
import styles from './reader.module.css';
import { sectionsOf } from './sections.js';
import { useActing } from './use-acting.js';
import { useChanges } from './use-changes.js';
import { useCurrentMark } from './use-current-mark.js';
import { useDrawn } from './use-drawn.js';
import { usePrinting } from './use-printing.js';
import { useView } from './view.js';

const CitationPopover = later(async () => (await import('./citation-popover.js')).CitationPopover);

const blocksIn = (data: ResultOf<typeof TEXT>) => data.article?.revision.blocks;
const claimsIn = (data: ResultOf<typeof CLAIMS>) => data.claims;

/** An article as it reads, each claim marked by its standing, and what was found beside its line. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const [{ data, error: ownError }, ask] = useQuery({ query: ARTICLE, variables: { id } });
  const text = useAllPages(TEXT, { id }, blocksIn);
  const claims = useAllPages(CLAIMS, { id }, claimsIn);
  // One article is not shown where another is asked for.
  const article = data?.article?.id === id ? data.article : undefined;
  const error = ownError ?? text.error ?? claims.error;
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
    text.again();
    claims.again();
  };
  useChanges(id, article?.revision.id, again);
  // Text without its claims would move when they come: they are asked for at once, and shown at once.
  const isThere = [text, claims].every(({ first, error: failed }) => first !== undefined || failed !== undefined);
  if (article && isThere) return <Opened key={id} article={article} text={text} claims={claims} onAgain={again} />;
  return (
    <Page title={t`Article`}>
      {error ? (
        <Failed error={error} onAgain={again} />
      ) : data?.article === null ? (
        <Empty title={t`There is no such article`} />
      ) : (
        <Loading of={t`Loading the article …`} />
      )}
    </Page>
  );
}

function Opened({
  article,
  text,
  claims,
  onAgain,
}: {
  readonly article: Article;
  readonly text: AllPages<ResultOf<typeof TEXT>, Block>;
  readonly claims: AllPages<ResultOf<typeof CLAIMS>, Claim>;
  readonly onAgain: () => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const view = useView();
  const rows = useRef<HTMLDivElement>(null);
  const pressedAt = useRef<Element | null>(null);
  const [pressed, setPressed] = useState<Pressed | null>(null);

  const sections = useMemo(() => sectionsOf(text.nodes, claims.nodes), [text.nodes, claims.nodes]);
  const ordered = useMemo(() => sections.flatMap((section) => section.claims), [sections]);
  const byId = useMemo(() => new Map(claims.nodes.map((claim) => [claim.id, claim])), [claims.nodes]);
  const { standings, choose, claim: current } = view;
  const told = current === null ? undefined : byId.get(current);
  const shown = useCallback(({ standing }: Claim) => standings.size === 0 || standings.has(standing), [standings]);
  // Notes about what is supported are told of the claim that is looked at, or when its standing is asked for.
  const noted = useCallback(
    (claim: Claim) =>
      shown(claim) &&
      claim.findings.length > 0 &&
      (UNSUPPORTED.has(claim.standing) ||
        standings.has(claim.standing) ||
        claim.findings.some(({ severity }) => severity !== 'NOTE')),
    [shown, standings],
  );
  const isLoading = text.isLoading || claims.isLoading;
  const counts = useMemo(
    () => (isLoading ? countsOf(article.summary) : countsIn(ordered)),
    [isLoading, article.summary, ordered],
  );
  const mapped = useDeferredValue(ordered);
  const isPrinting = usePrinting();
  const place = useMemo(
    () => sections.findIndex((section) => section.claims.some(({ id }) => id === current)),
    [sections, current],
  );
  const drawn = useDrawn(sections.length, isPrinting ? sections.length : place + 1);
  const onScreen = useOnScreen(rows, sections, drawn);
  useCurrentMark(rows, current, sections, shown);

  // What is pressed in the text: a number opens what it leads to, a claim is chosen.
  useEffect(() => {
    const root = rows.current;
    if (!root) return undefined;
    const press = (event: MouseEvent): void => {
      if (!(event.target instanceof Element) || !getSelection()?.isCollapsed) return;
      const number = event.target.closest('button[data-label]');
      if (number instanceof HTMLElement) {
        pressedAt.current = number;
        setPressed({ label: number.dataset['label'] ?? '', claim: number.dataset['claim'] ?? null });
        return;
      }
      const claim = event.target.closest<HTMLElement>('mark[data-claims]')?.dataset['claims']?.split(' ')[0];
      if (claim !== undefined) choose(claim);
    };
    root.addEventListener('click', press);
    return () => root.removeEventListener('click', press);
  }, [choose]);

  const step = (by: 1 | -1, among: (claim: Claim) => boolean): void => {
    const list = ordered.filter((claim) => (shown(claim) && among(claim)) || claim.id === current);
    const at = list.findIndex(({ id }) => id === current);
    const next = at < 0 ? (by === 1 ? list[0] : list.at(-1)) : list[at + by];
    if (next) choose(next.id);
  };
  const checkable = ({ standing }: Claim): boolean => standing !== 'NOT_CHECKABLE' || standings.has('NOT_CHECKABLE');
  const unsupported = ({ standing }: Claim): boolean => UNSUPPORTED.has(standing);
  const acting = useActing(told, view.settled, choose, () => step(1, unsupported));
  useKeys({
    nextClaim: () => step(1, checkable),
    previousClaim: () => step(-1, checkable),
    nextUnsupported: () => step(1, unsupported),
    previousUnsupported: () => step(-1, unsupported),
    close: () => (acting.isOpen ? acting.close() : choose(null)),
    back: () => void navigate(PATHS.articles),
    toggleStanding: ({ key }) => {
      const standing = STANDINGS[Number(key) - 1];
      if (standing) view.toggle(standing);
    },
  });
  return (
    <Page title={article.title} wide beside={<Filters counts={counts} view={view} />}>
      <Facts article={article} isLoading={isLoading || drawn < sections.length} />
      {(text.error ?? claims.error) && <Failed error={(text.error ?? claims.error)!} onAgain={onAgain} />}
      <p className="visually-hidden" role="status">
        {told && `${i18n._(STANDING_NAMES[told.standing])}: ${told.text}`}
      </p>
      <Beyond side="above" sections={sections} onScreen={onScreen} noted={noted} onChoose={choose} />
      <div className={styles['reader']}>
        <article ref={rows} className={styles['rows']} aria-label={t`Text`}>
          {sections.slice(0, drawn).map((section, i) => (
            <ReaderRow
              key={section.key}
              section={section}
              shown={shown}
              noted={noted}
              current={i === place ? current : null}
              isWhole={isPrinting}
              actions={i === place ? acting.actions : null}
              onChoose={choose}
            />
          ))}
        </article>
        <Minimap claims={mapped} end={text.nodes.at(-1)?.cells.at(-1)?.end ?? 0} onChoose={choose} />
      </div>
      <Beyond side="below" sections={sections} onScreen={onScreen} noted={noted} onChoose={choose} />
      {pressed && (
        <CitationPopover
          key={`${pressed.claim} ${pressed.label}`}
          pressed={pressed}
          at={pressedAt}
          claims={byId}
          articleId={article.id}
          onQuote={(claimId, citationId) => {
            setPressed(null);
            acting.quote(claimId, citationId);
          }}
          onClose={() => setPressed(null)}
        />
      )}
      {acting.inFront}
    </Page>
  );
}
