import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button, DropZone, FileTrigger, type FileDropItem } from 'react-aria-components';
import { ACCEPTED, MOST_BYTES } from './chosen-file.js';
import styles from './import.module.css';

/** Takes a file that is dropped on it, pasted into it, or chosen. */
export function FileField({
  file,
  mistake,
  onChoose,
}: {
  readonly file: File | null;
  /** What the server found wrong with it. */
  readonly mistake: string | undefined;
  readonly onChoose: (file: File) => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const [refused, setRefused] = useState<string | null>(null);
  const take = (chosen: readonly File[]): void => {
    const [only] = chosen;
    if (!only) return;
    if (chosen.length > 1) setRefused(t`One file at a time. Several articles can come in one ZIP.`);
    else if (only.size > MOST_BYTES) setRefused(t`The file is larger than 20 MiB. Divide it.`);
    else {
      setRefused(null);
      onChoose(only);
    }
  };
  const size = file && i18n.number(Math.ceil(file.size / 1024));
  return (
    <DropZone
      className={styles['zone'] ?? ''}
      aria-label={t`Drop a file here`}
      onDrop={({ items }) => {
        const files = items.filter((item): item is FileDropItem => item.kind === 'file');
        void Promise.all(files.map((item) => item.getFile())).then(take);
      }}
    >
      <p>{file ? <strong>{file.name}</strong> : <Trans>Drop a file here, or choose one.</Trans>}</p>
      {size !== null && (
        <p className="hint">
          <Trans>{size} KiB</Trans>
        </p>
      )}
      <FileTrigger acceptedFileTypes={ACCEPTED} onSelect={(list) => take([...(list ?? [])])}>
        <Button className="button">
          <Trans>Choose a file</Trans>
        </Button>
      </FileTrigger>
      <p className="hint">
        <Trans>
          Markdown, text, HTML, wikitext, Word, PDF or the JSON of an editor; a ZIP, an export of WordPress or a table
          (CSV) is several articles. At most 20 MiB.
        </Trans>
      </p>
      {(refused ?? mistake) !== undefined && (refused ?? mistake) !== null && (
        <p className="mistake" role="alert">
          {refused ?? mistake}
        </p>
      )}
    </DropZone>
  );
}
