import { useLingui } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import type { Claim } from './documents.js';
import { MarkedText } from './marked-text.js';
import { claimsOfCells } from './pieces.js';
import type { PlacedBlock, Section } from './sections.js';
import styles from './section-view.module.css';

interface Shown {
  readonly shown: (claim: Claim) => boolean;
}

/** A section of the text as it reads. */
export const SectionView = memo(function SectionView({
  section,
  shown,
}: Shown & { readonly section: Section }): ReactNode {
  switch (section.kind) {
    case 'table':
      return <Table blocks={section.blocks} shown={shown} />;
    case 'list':
      return <List blocks={section.blocks} shown={shown} />;
    case 'definitions':
      return (
        <dl>
          {section.blocks.map((placed, i) =>
            placed.block.kind === 'TERM' ? (
              <dt key={i}>
                <Only placed={placed} shown={shown} />
              </dt>
            ) : (
              <dd key={i}>
                <Only placed={placed} shown={shown} />
              </dd>
            ),
          )}
        </dl>
      );
    default:
      return <Plain placed={section.blocks[0]!} shown={shown} />;
  }
});

function Plain({ placed, shown }: Shown & { readonly placed: PlacedBlock }): ReactNode {
  const { t } = useLingui();
  const { kind, level, quoted } = placed.block;
  const text = <Only placed={placed} shown={shown} />;
  if (kind === 'CODE') {
    return (
      <pre className={styles['code']} tabIndex={0} role="region" aria-label={t`Code`}>
        <code>{text}</code>
      </pre>
    );
  }
  if (kind === 'FORMULA') {
    return (
      <p className={styles['formula']}>
        <code>{text}</code>
      </p>
    );
  }
  if (kind === 'BESIDE') return <p className={styles['beside']}>{text}</p>;
  if (kind === 'HEADING') {
    // The page's heading is the article's title.
    const Heading = `h${Math.min(6, Math.max(2, level ?? 2))}` as 'h2';
    return <Heading>{text}</Heading>;
  }
  if (quoted) {
    return (
      <blockquote>
        <p>{text}</p>
      </blockquote>
    );
  }
  return <p>{text}</p>;
}

/** The text of a block that has one cell. */
function Only({ placed: { block, claims }, shown }: Shown & { readonly placed: PlacedBlock }): ReactNode {
  const cell = block.cells[0];
  return cell ? <MarkedText cell={cell} claims={claims} shown={shown} /> : null;
}

function List({ blocks, shown }: Shown & { readonly blocks: readonly PlacedBlock[] }): ReactNode {
  const ordered = blocks[0]!.block.number !== null;
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag>
      {blocks.map((placed, i) => (
        <li
          key={i}
          value={placed.block.number ?? undefined}
          className={styles['item']}
          data-depth={Math.min(placed.block.level ?? 0, 4)}
        >
          <Only placed={placed} shown={shown} />
        </li>
      ))}
    </Tag>
  );
}

function Table({ blocks, shown }: Shown & { readonly blocks: readonly PlacedBlock[] }): ReactNode {
  const of = (kind: string): readonly PlacedBlock[] => blocks.filter(({ block }) => block.kind === kind);
  const [caption] = of('CAPTION');
  const headers = of('HEADER_ROW');
  return (
    <div
      className={styles['wide']}
      tabIndex={0}
      role="region"
      aria-label={caption?.block.cells[0]?.text ?? headers[0]?.block.cells.map(({ text }) => text).join(', ')}
    >
      <table className={styles['table']}>
        {caption && (
          <caption>
            <Only placed={caption} shown={shown} />
          </caption>
        )}
        {headers.length > 0 && (
          <thead>
            {headers.map((row, i) => (
              <Row key={i} row={row} shown={shown} />
            ))}
          </thead>
        )}
        <tbody>
          {of('ROW').map((row, i) => (
            <Row key={i} row={row} shown={shown} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row: { block, claims }, shown }: Shown & { readonly row: PlacedBlock }): ReactNode {
  const own = claimsOfCells(block, claims);
  return (
    <tr>
      {block.cells.map((cell, i) => {
        const text = <MarkedText cell={cell} claims={own[i]!} shown={shown} />;
        const columns = cell.columns > 1 ? cell.columns : undefined;
        if (block.kind === 'HEADER_ROW') {
          return cell.text === '' ? (
            <td key={i} colSpan={columns} />
          ) : (
            <th key={i} scope="col" colSpan={columns}>
              {text}
            </th>
          );
        }
        return i < block.labels ? (
          <th key={i} scope="row" colSpan={columns}>
            {text}
          </th>
        ) : (
          <td key={i} colSpan={columns}>
            {text}
          </td>
        );
      })}
    </tr>
  );
}
