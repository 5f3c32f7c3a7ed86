import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { useQuery } from 'urql';
import { InFront } from '../dialog.js';
import { Failed, Loading } from '../states.js';
import { useViewer } from '../viewer.js';
import { MEMBERS } from './members.js';
import { useAssign, type AssignableClaim } from './use-assign.js';

const NOBODY = 'nobody';

/** Gives claims to a member. */
export function AssignDialog({
  claims,
  onDone,
  onClose,
}: {
  readonly claims: readonly AssignableClaim[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLingui();
  const { member: me } = useViewer();
  const { contains } = useFilter({ sensitivity: 'base' });
  const assign = useAssign();
  const [{ data, error }, again] = useQuery({ query: MEMBERS });
  const members = data?.members.edges.map(({ node }) => node).filter(({ removedAt }) => removedAt === null);
  const give = async (id: string): Promise<void> => {
    if (await assign(claims, members?.find((member) => member.id === id) ?? null)) onDone();
    else onClose();
  };
  return (
    <InFront title={t`Assign to a member`} onClose={onClose}>
      <p className="hint">
        <Plural value={claims.length} one="# claim" other="# claims" />
      </p>
      {!members && (error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the members …`} />)}
      {members && (
        <Autocomplete filter={contains}>
          <SearchField aria-label={t`Search members`} autoFocus>
            <Input className="input" placeholder={t`Search members`} />
          </SearchField>
          <ListBox
            className="menu"
            aria-label={t`Members`}
            renderEmptyState={() => <Trans>Nobody is called so</Trans>}
            onAction={(key) => void give(String(key))}
          >
            {members.map(({ id, name }) => (
              <ListBoxItem key={id} id={id} textValue={name} className="menu-item">
                <span>{name}</span>
                {id === me.id && (
                  <span className="hint">
                    <Trans>you</Trans>
                  </span>
                )}
              </ListBoxItem>
            ))}
            <ListBoxItem id={NOBODY} textValue={t`Nobody`} className="menu-item">
              <Trans>Nobody</Trans>
            </ListBoxItem>
          </ListBox>
        </Autocomplete>
      )}
    </InFront>
  );
}
