import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Role } from '../../api/graphql.js';
import { Page } from '../../parts/page.js';
import { NoPermission } from '../../parts/states.js';
import { atLeast, useViewer } from '../../parts/viewer.js';
import { Keys } from './keys.js';
import { Look } from './look.js';
import { Members } from './members.js';
import { Publishers } from './publishers.js';
import { Rules } from './rules.js';
import styles from './settings.module.css';
import { Tokens } from './tokens.js';
import { Webhooks } from './webhooks.js';

interface Section {
  readonly name: string;
  readonly says: string;
  /** The least role that sees it. */
  readonly needs: Role;
  readonly Shown: () => ReactNode;
}

/** How the workspace is set up, and how this browser is. What one may not see is not there. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const { role } = useViewer();
  const [search] = useSearchParams();
  const sections: readonly Section[] = [
    { name: 'rules', says: t`Rules`, needs: 'READER', Shown: Rules },
    { name: 'publishers', says: t`Publishers`, needs: 'READER', Shown: Publishers },
    { name: 'members', says: t`Members`, needs: 'READER', Shown: Members },
    { name: 'tokens', says: t`Tokens`, needs: 'READER', Shown: Tokens },
    { name: 'webhooks', says: t`Webhooks`, needs: 'ADMIN', Shown: Webhooks },
    { name: 'keys', says: t`Keys`, needs: 'READER', Shown: Keys },
    { name: 'look', says: t`Language and theme`, needs: 'READER', Shown: Look },
  ];
  const { name, says, needs, Shown } = sections.find((each) => each.name === search.get('section')) ?? sections[0]!;
  return (
    <Page title={t`Settings`}>
      <div className={styles['settings']}>
        <nav className={styles['sections']} aria-label={t`Sections`}>
          {sections
            .filter((each) => atLeast(role, each.needs))
            .map((each) => (
              <Link
                key={each.name}
                to={`?section=${each.name}`}
                className={styles['section']}
                aria-current={each.name === name ? 'page' : undefined}
              >
                {each.says}
              </Link>
            ))}
        </nav>
        <section className={styles['shown']} aria-labelledby="section">
          <h2 id="section">{says}</h2>
          {atLeast(role, needs) ? <Shown key={name} /> : <NoPermission needed={needs} />}
        </section>
      </div>
    </Page>
  );
}
