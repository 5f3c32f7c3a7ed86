import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Standing } from '../api/graphql.js';
import { STANDING_NAMES } from './standing.js';
import styles from './standing-sign.module.css';

const octagon = 'M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5Z';

/** Drawn in a square of 16; told apart by shape alone, for those who see no colour and for print. */
const SIGNS: Readonly<Record<Standing, ReactNode>> = {
  REFUTED: (
    <>
      <path d={octagon} />
      <path d="m5.5 5.5 5 5m0-5-5 5" />
    </>
  ),
  CONTESTED: (
    <>
      <path d="M8 .9 15.1 8 8 15.1.9 8Z" />
      <path d="M4.7 6.6h6M9 5l1.7 1.6M11.3 9.4h-6M7 11l-1.7-1.6" />
    </>
  ),
  MISSING: <rect x="2" y="2" width="12" height="12" rx="1" />,
  WEAK: <path d="M8 1.8 15 14H1Z" />,
  CITED: <circle cx="8" cy="8" r="5.5" />,
  WAIVED: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M13.5 2.5l-11 11" />
    </>
  ),
  ADEQUATE: <circle cx="8" cy="8" r="5.5" className={styles['filled']} />,
  NOT_CHECKABLE: <path d="M3.5 8h9" strokeDasharray="1.5 2.5" />,
};

/** The sign alone, for beside a text that names the standing. */
export function SignOnly({ standing }: { readonly standing: Standing }): ReactNode {
  return (
    <svg className={styles['sign']} data-standing={standing} viewBox="0 0 16 16" aria-hidden="true">
      {SIGNS[standing]}
    </svg>
  );
}

/** The sign, and its name for those who hear the page. @param withName shows the name to all */
export function StandingSign({
  standing,
  withName = false,
}: {
  readonly standing: Standing;
  readonly withName?: boolean;
}): ReactNode {
  const { _ } = useLingui();
  return (
    <span
      className={styles['standing']}
      data-standing={standing}
      title={withName ? undefined : _(STANDING_NAMES[standing])}
    >
      <SignOnly standing={standing} />
      <span className={withName ? styles['name'] : 'visually-hidden'}>{_(STANDING_NAMES[standing])}</span>
    </span>
  );
}
