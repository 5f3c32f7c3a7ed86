import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ResultOf } from '../../api/graphql.js';
import { useHeld } from '../../parts/list/use-held.js';
import { usePages } from '../../parts/list/use-pages.js';
import { useFresh } from '../../parts/list/use-told.js';
import { ROLE_NAMES } from '../../parts/role-names.js';
import { tell } from '../../parts/toasts.js';
import { useEdit } from '../../parts/use-edit.js';
import { useMay, useViewer } from '../../parts/viewer.js';
import { CreateToken } from './create-token.js';
import { REVOKE_TOKEN, TOKENS, type Token } from './documents.js';
import { ForGood } from './for-good.js';
import { PagedRows } from './paged-rows.js';
import styles from './settings.module.css';

const tokensIn = (data: ResultOf<typeof TOKENS>) => data.tokens;
/** Who is removed loses theirs. */
const MAKES_TOKENS = { kinds: ['token', 'member'] };

/** Tokens: one's own, and for ADMIN those of all. */
export function Tokens(): ReactNode {
  const { t } = useLingui();
  const mayCreate = useMay('EDITOR');
  const pages = usePages(TOKENS, {}, tokensIn);
  const held = useHeld(pages.nodes, pages.count);
  useFresh(MAKES_TOKENS, pages.again);
  return (
    <>
      {mayCreate ? (
        <CreateToken
          onMade={(id) => {
            held.mine(id);
            pages.again();
          }}
        />
      ) : (
        <p className="hint">
          <Trans>Who is an EDITOR can make tokens. You can revoke yours.</Trans>
        </p>
      )}
      <PagedRows
        pages={pages}
        held={held}
        label={t`Tokens`}
        loading={t`Loading the tokens …`}
        row={(token) => <TokenRow key={token.id} token={token} />}
      />
    </>
  );
}

function TokenRow({ token }: { readonly token: Token }): ReactNode {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const [run] = useEdit(REVOKE_TOKEN, (data) => data.revokeToken);
  const { id, name, role, member, createdAt, expiresAt, lastUsedAt, revokedAt } = token;
  const isOver = revokedAt !== null || (expiresAt !== null && new Date(expiresAt) < new Date());
  const date = (at: string): string => i18n.date(at, { dateStyle: 'medium' });
  const end = async (): Promise<void> => {
    const outcome = await run({ input: { tokenId: id } });
    if (outcome.ok) tell({ title: t`${name} was revoked` });
  };
  return (
    <li className={styles['row']} data-off={isOver}>
      <div>
        <h3>{name}</h3>
        <p className="hint">
          {i18n._(ROLE_NAMES[role])}
          {member.id !== viewer.member.id && <> · {member.name}</>}
        </p>
        <p className={`hint ${styles['facts']}`}>
          <span>{t`Made ${date(createdAt)}`}</span>
          <span>{lastUsedAt === null ? t`Never used` : t`Last used ${date(lastUsedAt)}`}</span>
          {revokedAt === null && <span>{expiresAt === null ? t`Never ends` : t`Ends ${date(expiresAt)}`}</span>}
          {revokedAt !== null && <strong>{t`Revoked ${date(revokedAt)}`}</strong>}
        </p>
      </div>
      {!isOver && (
        <ForGood says={t`Revoke`} label={t`Revoke ${name}`} onDo={() => void end()}>
          <Trans>Whoever uses this token is signed out at once, and what works with it stops.</Trans>
        </ForGood>
      )}
    </li>
  );
}
