import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './page.module.css';

/**
 * A screen: its heading, which is focused when it opens so that it is heard, what belongs beside the heading, and the
 * rest. @param wide for screens that divide the width themselves
 */
export function Page({
  title,
  beside,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main className={styles['page']} data-wide={wide} id="content">
      <title>{t`${title} · Obelus`}</title>
      <header className={styles['head']}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
      </header>
      {children}
    </main>
  );
}
