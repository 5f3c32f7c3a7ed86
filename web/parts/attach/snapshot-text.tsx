import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { useQuery } from 'urql';
import { problemOf } from '../../api/problem.js';
import styles from './attach.module.css';
import { SNAPSHOT_OF_SOURCE } from './documents.js';
import { findPassage, type FoundPassage } from './find-passage.js';

/** As much as the API gives at once, in UTF-16 units. */
const PART = 20_000;

/**
 * The newest snapshot's text, of which a passage becomes the quote. It is a field that cannot be written in: a browser
 * lets people select in one by keys, too.
 */
export function SnapshotText({
  sourceId,
  quote,
  onQuote,
}: {
  readonly sourceId: string;
  /** The quote as it is; shown in the text where it stands there. */
  readonly quote: string;
  readonly onQuote: (passage: string) => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const [start, setStart] = useState(0);
  const [{ data, error, fetching }] = useQuery({
    query: SNAPSHOT_OF_SOURCE,
    variables: { source: sourceId, start, end: start + PART },
  });
  if (error) return <p className="hint">{problemOf(error).message}</p>;
  const source = data?.node;
  if (!source || !('snapshots' in source) || !source.snapshots) {
    return fetching ? (
      <p className="hint" role="status">
        <Trans>Looking for a snapshot …</Trans>
      </p>
    ) : null;
  }
  const snapshot = source.snapshots.edges[0]?.node;
  if (!snapshot || snapshot.length === 0) {
    return (
      <p className="hint">
        <Trans>There is no text of this source to select in. Type the quote.</Trans>
      </p>
    );
  }
  const parts = Math.ceil(snapshot.length / PART);
  return (
    <section className={styles['snapshot']} aria-label={t`Snapshot`}>
      <p className="hint">
        <Trans>Captured {i18n.date(snapshot.capturedAt, { dateStyle: 'medium' })}</Trans>
        {snapshot.cautions.map((caution) => (
          <span key={caution}> · {caution}</span>
        ))}
      </p>
      <Passage text={snapshot.text} quote={quote} onQuote={onQuote} />
      {parts > 1 && (
        <div className={styles['pages']}>
          <Button className="button" isDisabled={start === 0} onPress={() => setStart(start - PART)}>
            <Trans>Earlier text</Trans>
          </Button>
          <span className="hint">
            <Plural value={parts} other={`${start / PART + 1} of # parts`} />
          </span>
          <Button
            className="button"
            isDisabled={start + PART >= snapshot.length}
            onPress={() => setStart(start + PART)}
          >
            <Trans>Later text</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

function Passage({
  text,
  quote,
  onQuote,
}: {
  readonly text: string;
  readonly quote: string;
  readonly onQuote: (passage: string) => void;
}): ReactNode {
  const { t } = useLingui();
  const field = useRef<HTMLTextAreaElement>(null);
  const [passage, setPassage] = useState('');
  const [sought, setSought] = useState('');
  const [isMissed, setMissed] = useState(false);
  const show = ({ start, end }: FoundPassage): void => {
    const area = field.current;
    if (!area) return;
    area.setSelectionRange(start, end);
    // There is no way to ask a field where its text is drawn; its lines are about equally long.
    area.scrollTop = (start / Math.max(1, text.length)) * area.scrollHeight - area.clientHeight / 3;
  };
  useEffect(() => {
    const found = findPassage(text, quote);
    if (found && document.activeElement !== field.current) show(found);
    // Where it stands is shown once: when the text comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  const find = (): void => {
    if (sought.trim() === '') return;
    const found = findPassage(text, sought, (field.current?.selectionStart ?? 0) + 1);
    setMissed(!found);
    if (!found) return;
    show(found);
    setPassage(text.slice(found.start, found.end));
  };
  const read = (): void => {
    const area = field.current;
    if (area) setPassage(area.value.slice(area.selectionStart, area.selectionEnd).trim());
  };
  const take = (): void => onQuote(passage.replace(/\s+/g, ' '));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || passage === '') return;
    event.preventDefault();
    take();
  };
  return (
    <>
      <div className={styles['find']}>
        <SearchField className="field" value={sought} onChange={setSought} onSubmit={find}>
          <Label className="visually-hidden">
            <Trans>Find in the snapshot</Trans>
          </Label>
          <Input className="input" placeholder={t`Find in the snapshot`} />
        </SearchField>
        <Button className="button" onPress={take} isDisabled={passage === ''}>
          <Trans>Make it the quote</Trans>
        </Button>
      </div>
      <p className="hint" role="status">
        {isMissed ? (
          <Trans>It does not stand in this part of the text.</Trans>
        ) : (
          <Trans>Select the words that say so; Enter makes them the quote.</Trans>
        )}
      </p>
      <textarea
        ref={field}
        className={`input ${styles['text']}`}
        aria-label={t`Text of the snapshot`}
        readOnly
        rows={10}
        value={text}
        onSelect={read}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
