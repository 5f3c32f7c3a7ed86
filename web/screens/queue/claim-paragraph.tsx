import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { PASSAGE, type Claim } from './documents.js';
import { readIn, type Read, type ReadCell } from './paragraph.js';
import styles from './queue.module.css';
import { Runs } from './runs.js';

/** The claim in its paragraph, or in its row under the heads of its table. */
export function ClaimParagraph({ claim: { article, selector, standing, text } }: { readonly claim: Claim }): ReactNode {
  const { start, end } = selector;
  // The revision was named beside the claim: another one is not at hand, and asked for.
  const [{ data }] = useQuery({
    query: PASSAGE,
    variables: { article: article.id, start: start ?? 0, end: end ?? 0 },
    pause: start === null || end === null,
    requestPolicy: 'cache-first',
  });
  const revision = data?.article?.revision;
  const found = revision?.id === article.revision.id && start !== null && end !== null;
  const read = found ? readIn(revision.passage, start, end) : null;
  if (read?.kind === 'row') return <Row row={read} standing={standing} />;
  return (
    <p className={styles['paragraph']} data-standing={standing}>
      {read ? <Cell cell={read.cell} /> : <mark>{text}</mark>}
    </p>
  );
}

function Cell({ cell: { before, claim, after } }: { readonly cell: ReadCell }): ReactNode {
  return (
    <>
      <Runs runs={before} />
      {claim && <mark>{claim.length > 0 ? <Runs runs={claim} /> : <Trans>(blank)</Trans>}</mark>}
      <Runs runs={after} />
    </>
  );
}

function Row({
  row: { heads, labels, cells },
  standing,
}: {
  readonly row: Extract<Read, { kind: 'row' }>;
  readonly standing: Claim['standing'];
}): ReactNode {
  return (
    <table className={styles['passage']} data-standing={standing}>
      {heads.length > 0 && (
        <thead>
          {heads.map((head, i) => (
            <tr key={i}>
              {head.map((cell, column) => {
                const Tag = cell.before.length > 0 ? 'th' : 'td';
                return (
                  <Tag key={column} scope={Tag === 'th' ? 'col' : undefined} colSpan={cell.columns}>
                    <Cell cell={cell} />
                  </Tag>
                );
              })}
            </tr>
          ))}
        </thead>
      )}
      <tbody>
        <tr>
          {cells.map((cell, column) => {
            const Tag = column < labels ? 'th' : 'td';
            return (
              <Tag key={column} scope={Tag === 'th' ? 'row' : undefined} colSpan={cell.columns}>
                <Cell cell={cell} />
              </Tag>
            );
          })}
        </tr>
      </tbody>
    </table>
  );
}
