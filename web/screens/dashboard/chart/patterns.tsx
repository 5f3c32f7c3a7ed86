import type { ReactNode } from 'react';
import type { Standing } from '../../../api/graphql.js';
import { STANDINGS } from '../../../parts/standing.js';
import styles from './chart.module.css';

/** What fills a standing's part of a chart, in a square of 8: told apart without colour, as the signs are. */
const FILLS: Readonly<Record<Standing, ReactNode>> = {
  REFUTED: <rect width="8" height="8" className={styles['inked']} />,
  CONTESTED: <path d="M0 0l8 8M8 0l-8 8" className={styles['line']} />,
  MISSING: null,
  WEAK: <path d="M4 2.5 6 6H2Z" className={styles['inked']} />,
  CITED: <path d="M0 2h8M0 6h8" className={styles['line']} />,
  WAIVED: <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" className={styles['line']} />,
  ADEQUATE: <circle cx="4" cy="4" r="2.4" className={styles['inked']} />,
  NOT_CHECKABLE: null,
};

export const patternId = (of: string, standing: Standing): string => `${of}-${standing}`;

/** The patterns of a drawing. @param of what tells its patterns from those of others on the page */
export function Patterns({ of }: { readonly of: string }): ReactNode {
  return (
    <defs>
      {STANDINGS.map((standing) => (
        <pattern
          key={standing}
          id={patternId(of, standing)}
          data-standing={standing}
          patternUnits="userSpaceOnUse"
          width="8"
          height="8"
        >
          <rect width="8" height="8" className={styles['wash']} />
          {FILLS[standing]}
        </pattern>
      ))}
    </defs>
  );
}
