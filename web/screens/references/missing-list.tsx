import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ResultOf } from '../../api/graphql.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { useMay } from '../../parts/viewer.js';
import { readerPath } from '../../paths.js';
import { Anew } from '../../parts/list/anew.js';
import { useAnew } from '../../parts/list/use-told.js';
import { DefineDialog } from './define-dialog.js';
import { MISSING, type Missing } from './documents.js';
import { Rows } from '../../parts/list/rows.js';
import { usePages } from '../../parts/list/use-pages.js';

const pick = (data: ResultOf<typeof MISSING>): ResultOf<typeof MISSING>['missingReferences'] => data.missingReferences;
const keyOf = ({ article, number }: Missing): string => `${article.id} ${number}`;

/** What may take a number away, or bring one. */
const MAKES_MISSING = { kinds: ['article', 'reference', 'citation', 'claim'] };

/** Numbers that are cited and lead nowhere; those whose source would clear the most findings come first. */
export function MissingList(): ReactNode {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const may = useMay('EDITOR');
  const [defined, setDefined] = useState<Missing | null>(null);
  const { nodes, isLoading, hasMore, error, more, seen, again } = usePages(MISSING, {}, pick);
  const anew = useAnew(MAKES_MISSING, again);
  if (nodes.length === 0) {
    if (error) return <Failed error={error} onAgain={again} />;
    if (isLoading) return <Loading of={t`Loading the references …`} />;
    return (
      <>
        <Anew {...anew} />
        <Empty title={t`Every cited number leads to a source`} />
      </>
    );
  }
  const open = (row: Missing): void => (may ? setDefined(row) : void navigate(readerPath(row.article.id)));
  return (
    <>
      <p className="hint">
        {may ? (
          <Trans>Say what a number leads to, and all claims that cite it are judged again.</Trans>
        ) : (
          <Trans>To say what a number leads to needs the role Editor.</Trans>
        )}
      </p>
      <Anew {...anew} />
      <Rows
        label={t`Cited numbers without a source`}
        shape="missing"
        columns={[
          { name: t`Number` },
          { name: t`Article` },
          { name: t`Citations`, isNumber: true },
          { name: t`Findings it would clear`, isNumber: true },
          { name: t`What to do` },
        ]}
        rows={nodes}
        keyOf={keyOf}
        hasMore={hasMore}
        onMore={more}
        onSeen={seen}
        onOpen={open}
        cells={(row) => [
          <strong key="label">[{row.label}]</strong>,
          <Link key="article" to={readerPath(row.article.id)}>
            {row.article.title}
          </Link>,
          i18n.number(row.citationCount),
          i18n.number(row.findingsCleared),
          may && (
            <button key="define" type="button" className="button" onClick={() => setDefined(row)}>
              {t`Say what it is`} <span className="visually-hidden">[{row.label}]</span>
            </button>
          ),
        ]}
      />
      {error && <Failed error={error} onAgain={again} />}
      <p className="hint" role="status">
        {hasMore ? (
          <Plural value={nodes.length} one="# shown, there are more" other="# shown, there are more" />
        ) : (
          <Plural value={nodes.length} one="# number" other="# numbers" />
        )}
      </p>
      {defined && (
        <DefineDialog
          missing={defined}
          onClose={() => setDefined(null)}
          onDone={() => {
            setDefined(null);
            again();
          }}
        />
      )}
    </>
  );
}
