import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './chart.module.css';
import { fileName, saveFile, svgFile } from './save.js';
import { csvOf, type Sheet } from './sheet.js';

/**
 * A chart with its title, the numbers behind it as a table, and ways to take both along.
 *
 * @param note what one must know to read it
 * @param children the drawing: the first `svg` with `data-chart` is what is saved
 */
export function ChartFigure({
  title,
  note,
  beside,
  sheet,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly beside?: ReactNode;
  readonly sheet: Sheet;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useLingui();
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const saveDrawing = (): void => {
    const drawing = figure.current?.querySelector<SVGSVGElement>('svg[data-chart]');
    if (drawing) saveFile(`${fileName(title)}.svg`, 'image/svg+xml', svgFile(drawing, title));
  };
  return (
    <figure ref={figure} className={styles['figure']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {beside}
      </header>
      {note !== undefined && <p className="hint">{note}</p>}
      {children}
      <div className={styles['foot']}>
        <details className={styles['numbers']}>
          <summary>
            <Trans>The numbers</Trans>
          </summary>
          <SheetTable sheet={sheet} title={title} />
        </details>
        <div className={styles['save']}>
          <button
            type="button"
            className="button button-plain"
            aria-label={t`Save as CSV: ${title}`}
            onClick={() => saveFile(`${fileName(title)}.csv`, 'text/csv', csvOf(sheet))}
          >
            CSV
          </button>
          <button
            type="button"
            className="button button-plain"
            aria-label={t`Save as SVG: ${title}`}
            onClick={saveDrawing}
          >
            SVG
          </button>
        </div>
      </div>
    </figure>
  );
}

function SheetTable({ sheet, title }: { readonly sheet: Sheet; readonly title: string }): ReactNode {
  return (
    <div className={styles['sheet']} role="region" aria-label={title} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {sheet.columns.map(({ name, isNumber }) => (
              <th key={name} scope="col" className={isNumber ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((cells, row) => (
            // The rows of a sheet have no names of their own, and are only ever replaced together.
            <tr key={row}>
              {cells.map(({ shown, to }, column) => {
                const content = to === undefined ? shown : <Link to={to}>{shown}</Link>;
                return column === 0 ? (
                  <th key={column} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={column} className={sheet.columns[column]?.isNumber ? 'number' : undefined}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
