import { useLingui } from '@lingui/react/macro';
import { useId, useRef, type ReactNode } from 'react';
import type { ResultOf } from '../../api/graphql.js';
import { useAllPages } from '../../api/use-all-pages.js';
import { useKeys } from '../../keys/use-keys.js';
import { MEMBERS } from './documents.js';
import { KIND_NAMES } from '../../parts/events/kind-names.js';

const membersIn = (data: ResultOf<typeof MEMBERS>) => data.members;

/** Whose events are shown, and which. */
export function EventFilters({
  member,
  kind,
  onMember,
  onKind,
}: {
  readonly member: string | null;
  readonly kind: string | null;
  readonly onMember: (member: string | null) => void;
  readonly onKind: (kind: string | null) => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const [memberId, kindId] = [useId(), useId()];
  const first = useRef<HTMLSelectElement>(null);
  const { nodes } = useAllPages(MEMBERS, {}, membersIn);
  const members = nodes.toSorted((a, b) => a.name.localeCompare(b.name));
  const kinds = [...KIND_NAMES]
    .map(([value, name]) => ({ value, name: i18n._(name) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  useKeys({ filters: () => first.current?.focus() });
  return (
    <>
      <div className="field">
        <label htmlFor={memberId}>{t`Who`}</label>
        <select
          id={memberId}
          ref={first}
          className="input"
          value={member ?? ''}
          onChange={(event) => onMember(event.currentTarget.value || null)}
        >
          <option value="">{t`Everybody`}</option>
          <option value="none">{t`By itself`}</option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={kindId}>{t`What`}</label>
        <select
          id={kindId}
          className="input"
          value={kind ?? ''}
          onChange={(event) => onKind(event.currentTarget.value || null)}
        >
          <option value="">{t`Everything`}</option>
          {kind !== null && !KIND_NAMES.has(kind) && <option value={kind}>{kind}</option>}
          {kinds.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
