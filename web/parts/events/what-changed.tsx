import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { changesOf, type Change } from './changes.js';
import styles from './events.module.css';
import { PROPERTY_NAMES } from './property-names.js';
import { idsIn, said, type Names } from './said.js';

const NAMES = graphql(`
  query EventNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Article {
        version
        title
      }
      ... on Claim {
        version
        text
      }
      ... on Member {
        version
        name
      }
      ... on Source {
        version
        title
        url
      }
    }
  }
`);
/** As many as the server names at once. */
const MOST_IDS = 100;

/** What an event changed, property by property; opened by who wants to know. Nothing where it changed nothing to be told. */
export function WhatChanged({ before, after }: { readonly before: unknown; readonly after: unknown }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const changes = changesOf(before, after);
  if (changes.length === 0) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>What changed</Trans>
      </summary>
      {isOpen && <Changes changes={changes} />}
    </details>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const { t, i18n } = useLingui();
  const names = useNames(changes);
  return (
    <table className={`table ${styles['changes']}`}>
      <thead>
        <tr>
          <th>{t`Property`}</th>
          <th>{t`Before`}</th>
          <th>{t`Since`}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, before, after }) => {
          const known = PROPERTY_NAMES[name];
          return (
            <tr key={name}>
              <td>{known ? i18n._(known) : name.replace(/^csl\./, '')}</td>
              <td>{said(i18n, name, before, names) || '–'}</td>
              <td>{said(i18n, name, after, names) || '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What the things are called that the changes name by their ids. */
function useNames(changes: readonly Change[]): Names {
  const ids = [
    ...new Set(changes.flatMap(({ name, before, after }) => [...idsIn(name, before), ...idsIn(name, after)])),
  ].slice(0, MOST_IDS);
  const [{ data }] = useQuery({ query: NAMES, variables: { ids }, pause: ids.length === 0 });
  const names = new Map<string, string>();
  for (const node of data?.nodes ?? []) {
    if (!node) continue;
    if ('name' in node) names.set(node.id, node.name);
    else if ('text' in node) names.set(node.id, node.text);
    else if ('title' in node) names.set(node.id, node.title ?? ('url' in node ? (node.url ?? node.id) : node.id));
  }
  return names;
}
