import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { countsOf } from '../../parts/standing.js';
import { readerPath } from '../../paths.js';
import { ApartChoice } from './apart-choice.js';
import { BarsChart } from './chart/bars-chart.js';
import { ChartFigure } from './chart/figure.js';
import { Legend } from './chart/legend.js';
import type { Cell } from './chart/sheet.js';
import { BREAKDOWN, type Part } from './documents.js';
import { useAskedAnew } from './use-asked-anew.js';
import type { View } from './view.js';
import { CHECKABLE, useWords } from './words.js';

/** More rows than this are no chart: the worst are shown, and that there are more is told. */
const SHOWN = 15;

/** Who has how much that is unsupported: by desk, article, rule or publisher, the most first. */
export function BreakdownFigure({ view, changes }: { readonly view: View; readonly changes: number }): ReactNode {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: BREAKDOWN, variables: { by: view.by, first: SHOWN } });
  useAskedAnew(changes, again);
  const shown = data?.evidenceBreakdown;
  if (!shown) return error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the parts …`} />;
  return (
    <Parts
      parts={shown.edges.map(({ node }) => node)}
      isCut={shown.pageInfo.hasNextPage}
      choice={<ApartChoice view={view} />}
    />
  );
}

function Parts({
  parts,
  isCut,
  choice,
}: {
  readonly parts: readonly Part[];
  readonly isCut: boolean;
  readonly choice: ReactNode;
}): ReactNode {
  const { t } = useLingui();
  const { share, count, standings } = useWords();
  const title = t`Where it is`;
  const rows = parts.map((part) => {
    const { label, unsupported, summary } = part;
    const counts = countsOf(summary.byStanding);
    const name = label === '' ? t`(no desk)` : label;
    const [told, some, all] = [standings(counts, CHECKABLE), count(unsupported), count(summary.checkable)];
    return { part, name, counts, figure: t`${some} of ${all} unsupported`, says: t`${name}: ${told}` };
  });
  return (
    <ChartFigure
      title={title}
      beside={choice}
      note={
        isCut ? (
          <Trans>Of the whole workspace: those with the most unsupported claims; there are more.</Trans>
        ) : (
          <Trans>Of the whole workspace.</Trans>
        )
      }
      sheet={{
        columns: [
          { name: t`Name` },
          { name: t`Unsupported`, isNumber: true },
          { name: t`To check`, isNumber: true },
          { name: t`Score`, isNumber: true },
        ],
        rows: rows.map(({ part: { unsupported, summary, article }, name }): Cell[] => [
          { shown: name, raw: name, ...(article ? { to: readerPath(article.id) } : {}) },
          { shown: count(unsupported), raw: unsupported },
          { shown: count(summary.checkable), raw: summary.checkable },
          { shown: share(summary.score), raw: summary.score },
        ]),
      }}
    >
      {rows.length === 0 ? (
        <Empty title={t`Nothing to tell apart`} />
      ) : (
        <>
          <BarsChart
            label={title}
            bars={rows.map((row, place) => ({ ...row, key: `${place} ${row.name}` }))}
            standings={CHECKABLE}
          />
          <Legend standings={CHECKABLE} />
        </>
      )}
    </ChartFigure>
  );
}
