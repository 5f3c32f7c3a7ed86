import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState, type ReactNode } from 'react';
import { InFront } from '../../parts/dialog.js';
import { tell } from '../../parts/toasts.js';
import { useEdit } from '../../parts/use-edit.js';
import type { Source } from './documents.js';
import { CAPTURE } from './edits.js';
import { base64Of } from './file-content.js';
import { Form } from './form.js';
import styles from './references.module.css';

type Way = 'fetch' | 'paste' | 'file';

/** Keeps the text of a source: fetched from its address, pasted, or of a file. @param onJob told the job that goes on with it */
export function CaptureDialog({
  source: { id, url },
  onClose,
  onJob,
}: {
  readonly source: Source;
  readonly onClose: () => void;
  readonly onJob: (id: string) => void;
}): ReactNode {
  const { t } = useLingui();
  const field = useId();
  const [way, setWay] = useState<Way>(url === null ? 'paste' : 'fetch');
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [isPart, setPart] = useState(false);
  const [capture, isRunning] = useEdit(CAPTURE, (data) => data.captureSnapshot, true);
  const ways: readonly (readonly [Way, string])[] = [
    ...(url === null ? [] : [['fetch', t`Fetch it from its address`] as const]),
    ['paste', t`Paste its text`],
    ['file', t`Take it from a file`],
  ];
  const isReady = way === 'fetch' || (way === 'paste' ? text.trim() !== '' : file !== null);
  return (
    <InFront title={t`Capture its text`} onClose={onClose}>
      <Form
        says={t`Capture`}
        isRunning={isRunning}
        isReady={isReady}
        onSubmit={async () => {
          const given =
            way === 'paste' ? { content: text } : way === 'file' && file ? { contentBase64: await base64Of(file) } : {};
          const part = isPart ? { complete: false } : {};
          const outcome = await capture({ input: { sourceId: id, ...given, ...part } });
          if (!outcome.ok) return outcome.refusals;
          const { isNew, job } = outcome.payload;
          if (job) onJob(job.id);
          tell({
            title: isNew === false ? t`Its text is the one that was captured before` : t`Its text is being taken`,
          });
          onClose();
          return [];
        }}
      >
        <fieldset className={styles['choices']}>
          <legend className="visually-hidden">
            <Trans>Where its text comes from</Trans>
          </legend>
          {ways.map(([each, says]) => (
            <label key={each} className={styles['option']}>
              <input type="radio" name="way" checked={way === each} onChange={() => setWay(each)} />
              <span>{says}</span>
            </label>
          ))}
        </fieldset>
        {way === 'fetch' && <p className="hint">{url}</p>}
        {way === 'paste' && (
          <div className="field">
            <label htmlFor={field}>
              <Trans>Its text</Trans>
            </label>
            <textarea
              id={field}
              className="input"
              rows={8}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          </div>
        )}
        {way === 'file' && (
          <div className="field">
            <label htmlFor={field}>
              <Trans>A PDF, a Word document, a page, or plain text</Trans>
            </label>
            <input
              id={field}
              className="input"
              type="file"
              accept=".pdf,.docx,.html,.htm,.txt,.md"
              onChange={({ target }) => setFile(target.files?.[0] ?? null)}
            />
          </div>
        )}
        <label>
          <input type="checkbox" checked={isPart} onChange={({ target }) => setPart(target.checked)} />{' '}
          <Trans>It is only a part of the source</Trans>
        </label>
      </Form>
    </InFront>
  );
}
