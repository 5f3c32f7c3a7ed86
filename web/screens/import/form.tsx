import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import {
  Button,
  FieldError,
  Form,
  Input,
  Label,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';
import { useKeys } from '../../keys/use-keys.js';
import type { ArticleFormat } from '../../api/graphql.js';
import type { Refusal } from '../../parts/use-edit.js';
import { isCollection } from './chosen-file.js';
import { FileField } from './file-field.js';
import styles from './import.module.css';
import { Named, type NamedArticle } from './named.js';
import { slugOf, slugOfAddress, slugOfFile, slugOfText } from './slug.js';

/** The ways in which an article comes. */
export type Way = 'file' | 'text' | 'url';

/** What somebody has put in so far. It stays when an import fails. */
export interface Draft {
  readonly way: Way;
  readonly file: File | null;
  readonly text: string;
  readonly url: string;
  readonly slug: string;
  readonly title: string;
  readonly desk: string;
  /** Empty: guessed. */
  readonly format: ArticleFormat | '';
}

export const EMPTY: Draft = { way: 'text', file: null, text: '', url: '', slug: '', title: '', desk: '', format: '' };

/** Where an article comes from, and what it is called. */
export function ImportForm({
  first,
  refusals,
  isRunning,
  onSubmit,
}: {
  readonly first: Draft;
  readonly refusals: readonly Refusal[];
  readonly isRunning: boolean;
  /** @param named what has the name already, as far as is known; null: nothing */
  readonly onSubmit: (draft: Draft, named: NamedArticle | null | undefined) => void;
}): ReactNode {
  const { t } = useLingui();
  const formatId = useId();
  const [draft, setDraft] = useState(first);
  const [isNamed, setNamed] = useState(first.slug !== '');
  const [named, setWhoseName] = useState<NamedArticle | null | undefined>(undefined);
  const { way, file } = draft;
  const several = way === 'file' && file !== null && isCollection(file.name);
  /** @param suggested a name for it, unless somebody chose one */
  const change = (part: Partial<Draft>, suggested?: string): void =>
    setDraft((before) => ({
      ...before,
      ...part,
      ...(suggested === undefined || isNamed ? {} : { slug: suggested }),
    }));
  const wrong = (...fields: readonly string[]): string | undefined =>
    refusals.find(({ field }) => fields.includes(field?.[0] ?? ''))?.message;
  const rest = refusals.filter(({ field }) => !FIELDS.has(field?.[0] ?? ''));
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (!isRunning) onSubmit(draft, several ? undefined : named);
  };
  useKeys({ save: () => submit() });
  return (
    <Form className={styles['form'] ?? ''} onSubmit={submit} validationBehavior="aria" aria-label={t`Import`}>
      <Tabs selectedKey={way} onSelectionChange={(key) => change({ way: key as Way })}>
        <TabList className={styles['ways'] ?? ''} aria-label={t`Where it comes from`}>
          <Tab id="text" className={styles['way'] ?? ''}>
            <Trans>Text</Trans>
          </Tab>
          <Tab id="file" className={styles['way'] ?? ''}>
            <Trans>File</Trans>
          </Tab>
          <Tab id="url" className={styles['way'] ?? ''}>
            <Trans>Address</Trans>
          </Tab>
        </TabList>
        <TabPanel id="text" className={styles['panel'] ?? ''}>
          <TextField
            className="field"
            value={draft.text}
            isInvalid={wrong('content') !== undefined}
            onChange={(text) => change({ text }, slugOfText(text))}
          >
            <Label>
              <Trans>Text, Markdown, HTML or wikitext</Trans>
            </Label>
            <TextArea className="input" rows={14} />
            <FieldError className="mistake">{wrong('content')}</FieldError>
          </TextField>
        </TabPanel>
        <TabPanel id="file" className={styles['panel'] ?? ''}>
          <FileField
            file={file}
            mistake={wrong('contentBase64', 'content')}
            onChoose={(chosen) => change({ file: chosen }, slugOfFile(chosen.name))}
          />
        </TabPanel>
        <TabPanel id="url" className={styles['panel'] ?? ''}>
          <TextField
            className="field"
            type="url"
            value={draft.url}
            isInvalid={wrong('url') !== undefined}
            onChange={(url) => change({ url }, slugOfAddress(url))}
          >
            <Label>
              <Trans>Address of the page</Trans>
            </Label>
            <Input className="input" placeholder="https://" />
            <Text slot="description" className="hint">
              <Trans>The server fetches it, within 30 seconds: a page, a text, a PDF or a Word document.</Trans>
            </Text>
            <FieldError className="mistake">{wrong('url')}</FieldError>
          </TextField>
        </TabPanel>
      </Tabs>
      {several ? (
        <p className="hint">
          <Trans>These are several articles. Each is named by what is in the file.</Trans>
        </p>
      ) : (
        <>
          <TextField
            className="field"
            value={draft.slug}
            isInvalid={wrong('slug', 'expectedVersion') !== undefined}
            onChange={(slug) => {
              setNamed(slug !== '');
              change({ slug });
            }}
            onBlur={() => change({ slug: draft.slug.trim() === '' ? '' : slugOf(draft.slug) || draft.slug })}
          >
            <Label>
              <Trans>Name in addresses</Trans>
            </Label>
            <Input className="input" spellCheck={false} autoComplete="off" />
            <Text slot="description" className="hint">
              <Named slug={draft.slug} onKnown={setWhoseName} />
            </Text>
            <FieldError className="mistake">{wrong('slug', 'expectedVersion')}</FieldError>
          </TextField>
          <div className={styles['pair']}>
            <TextField
              className="field"
              value={draft.title}
              isInvalid={wrong('title') !== undefined}
              onChange={(title) => change({ title })}
            >
              <Label>
                <Trans>Title, where it is not the text’s own</Trans>
              </Label>
              <Input className="input" />
              <FieldError className="mistake">{wrong('title')}</FieldError>
            </TextField>
            <TextField
              className="field"
              value={draft.desk}
              isInvalid={wrong('desk') !== undefined}
              onChange={(desk) => change({ desk })}
            >
              <Label>
                <Trans>Desk</Trans>
              </Label>
              <Input className="input" />
              <FieldError className="mistake">{wrong('desk')}</FieldError>
            </TextField>
          </div>
          <div className="field">
            <label htmlFor={formatId}>{t`What the text is`}</label>
            <select
              id={formatId}
              className="input"
              value={draft.format}
              onChange={(event) => change({ format: event.currentTarget.value as Draft['format'] })}
            >
              <option value="">{t`To be guessed`}</option>
              <option value="MARKDOWN">Markdown</option>
              <option value="HTML">HTML</option>
              <option value="WIKITEXT">{t`Wikitext`}</option>
              <option value="TEXT">{t`Plain text`}</option>
            </select>
          </div>
        </>
      )}
      {rest.length > 0 && (
        <div role="alert" className="mistake">
          {rest.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      <div className={styles['actions']}>
        <Button type="submit" className="button button-primary">
          <Trans>Import</Trans>
        </Button>
        <span role="status" className="hint">
          {isRunning && <Trans>The server is reading it …</Trans>}
        </span>
      </div>
    </Form>
  );
}

/** Those that show what is wrong with them themselves. */
const FIELDS = new Set(['content', 'contentBase64', 'url', 'slug', 'expectedVersion', 'title', 'desk']);
