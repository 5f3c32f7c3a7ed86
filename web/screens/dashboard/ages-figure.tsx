import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import type { FindingAge, Severity } from '../../api/graphql.js';
import { Failed, Loading } from '../../parts/states.js';
import { ColumnsChart } from './chart/columns-chart.js';
import { ChartFigure } from './chart/figure.js';
import { AGES, type Age } from './documents.js';
import { useAskedAnew } from './use-asked-anew.js';
import { useWords } from './words.js';

const AGE_NAMES: Readonly<Record<FindingAge, MessageDescriptor>> = {
  UNDER_A_DAY: msg`Under a day`,
  UNDER_A_WEEK: msg`Under a week`,
  UNDER_A_MONTH: msg`Under a month`,
  OLDER: msg`Older`,
};

const SEVERITIES = ['ERROR', 'WARNING', 'NOTE'] as const satisfies readonly Severity[];

/** How long open findings have waited. */
export function AgesFigure({ changes }: { readonly changes: number }): ReactNode {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: AGES });
  useAskedAnew(changes, again);
  const ages = data?.findingsByAge;
  if (!ages) return error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the ages …`} />;
  return <Ages ages={ages} />;
}

function Ages({ ages }: { readonly ages: readonly Age[] }): ReactNode {
  const { t, i18n } = useLingui();
  const { count, day } = useWords();
  const title = t`How long findings have been open`;
  const rows = ages.map(({ age, count: many, oldest, bySeverity }) => {
    const severities = new Map(bySeverity.map((each) => [each.severity, each.count]));
    const [name, figure] = [i18n._(AGE_NAMES[age]), count(many)];
    const since = oldest === null ? null : day(oldest);
    const says = since === null ? t`${name}: ${figure}` : t`${name}: ${figure}, the oldest since ${since}`;
    return { key: age, name, count: many, figure, says, oldest, since, severities };
  });
  return (
    <ChartFigure
      title={title}
      note={<Trans>Of the whole workspace.</Trans>}
      sheet={{
        columns: [
          { name: t`Age` },
          { name: t`Open findings`, isNumber: true },
          { name: t`Errors`, isNumber: true },
          { name: t`Warnings`, isNumber: true },
          { name: t`Notes`, isNumber: true },
          { name: t`Oldest since` },
        ],
        rows: rows.map(({ name, count: many, figure, severities, oldest, since }) => [
          { shown: name, raw: name },
          { shown: figure, raw: many },
          ...SEVERITIES.map((severity) => {
            const some = severities.get(severity) ?? 0;
            return { shown: count(some), raw: some };
          }),
          { shown: since ?? '–', raw: oldest },
        ]),
      }}
    >
      <ColumnsChart label={title} columns={rows} />
    </ChartFigure>
  );
}
