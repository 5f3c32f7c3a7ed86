import { Trans, useLingui } from '@lingui/react/macro';
import type { FormEvent, ReactNode } from 'react';
import { Button, Form, Input, Label, TextArea, TextField } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { graphql } from '../../api/graphql.js';
import { Page } from '../../parts/page.js';
import { NoPermission } from '../../parts/states.js';
import { tell } from '../../parts/toasts.js';
import { useEdit } from '../../parts/use-edit.js';
import { useMay } from '../../parts/viewer.js';
import { readerPath } from '../../paths.js';
import styles from './import.module.css';

const IMPORT = graphql(`
  mutation ImportText($input: ImportArticleInput!) {
    importArticle(input: $input) {
      article {
        id
        version
        title
      }
      job {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Takes in an article. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const navigate = useNavigate();
  const mayImport = useMay('EDITOR');
  const [run, isRunning] = useEdit(IMPORT, (data) => data.importArticle);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    const outcome = await run({ input: { slug: text('slug'), content: text('content') } });
    if (!outcome.ok) return;
    const { article } = outcome.payload;
    if (article) await navigate(readerPath(article.id));
    else tell({ title: t`The article is being read` });
  };
  return (
    <Page title={t`Import`}>
      {mayImport ? (
        <Form className={styles['form'] ?? ''} onSubmit={(event) => void submit(event)}>
          <TextField name="slug" isRequired className="field">
            <Label>
              <Trans>Name in addresses</Trans>
            </Label>
            <Input className="input" spellCheck={false} />
          </TextField>
          <TextField name="content" isRequired className="field">
            <Label>
              <Trans>Text, Markdown, HTML or wikitext</Trans>
            </Label>
            <TextArea className="input" rows={18} />
          </TextField>
          <Button type="submit" className="button button-primary" isPending={isRunning}>
            <Trans>Import</Trans>
          </Button>
        </Form>
      ) : (
        <NoPermission needed="EDITOR" />
      )}
    </Page>
  );
}
