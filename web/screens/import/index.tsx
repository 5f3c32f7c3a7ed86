import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import type { ImportArticleInput } from '../../api/graphql.js';
import type { Noticed } from '../../parts/notice-words.js';
import { Page } from '../../parts/page.js';
import { NoPermission } from '../../parts/states.js';
import { useEdit, type Refusal } from '../../parts/use-edit.js';
import { useMay } from '../../parts/viewer.js';
import { readFile } from './chosen-file.js';
import { IMPORT, IMPORT_COLLECTION, NAMED } from './documents.js';
import { EMPTY, ImportForm, type Draft } from './form.js';
import { Found } from './found.js';
import type { NamedArticle } from './named.js';
import { Progress } from './progress.js';

/** Takes in an article, and shows what was found in it. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const mayImport = useMay('EDITOR');
  const [search, setSearch] = useSearchParams();
  const [job, slug, article] = ['job', 'slug', 'article'].map((name) => search.get(name));
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [notices, setNotices] = useState<readonly Noticed[]>([]);
  // Kept here, so that an import that fails later on loses nothing of it.
  const [sent, setSent] = useState(EMPTY);
  const client = useClient();
  const [importArticle, isImporting] = useEdit(IMPORT, (data) => data.importArticle, true);
  const [importCollection, isCollecting] = useEdit(IMPORT_COLLECTION, (data) => data.importCollection, true);

  const refuse = (message: string, field: string): void => setRefusals([{ message, field: [field] }]);
  const submit = async (draft: Draft, named: NamedArticle | null | undefined): Promise<void> => {
    setSent(draft);
    setRefusals([]);
    setNotices([]);
    const { way, file } = draft;
    if (way === 'text' && draft.text.trim() === '') return refuse(t`Paste the text of the article here.`, 'content');
    if (way === 'url' && draft.url.trim() === '') return refuse(t`Give the address of the page.`, 'url');
    if (way === 'file' && !file) return refuse(t`Choose a file first.`, 'contentBase64');
    const read = way === 'file' && file ? await readFile(file) : null;
    if (read?.as === 'collection' && file) {
      const { contentBase64, format } = read;
      const outcome = await importCollection({ input: { contentBase64, format, name: file.name } });
      if (!outcome.ok) setRefusals(outcome.refusals);
      else if (outcome.payload.job) setSearch({ job: outcome.payload.job.id });
      return;
    }
    const outcome = await importArticle({ input: inputOf(draft, read, named) });
    if (!outcome.ok) return setRefusals(outcome.refusals);
    const { payload } = outcome;
    setNotices(payload.noticed);
    if (payload.article && !payload.job) setSearch({ article: payload.article.id });
    else if (payload.job) setSearch({ job: payload.job.id, slug: draft.slug });
  };
  const showImported = async (): Promise<void> => {
    if (slug == null) return;
    const { data } = await client.query(NAMED, { slug }, { requestPolicy: 'network-only' });
    if (data?.article) setSearch({ article: data.article.id }, { replace: true });
  };

  const isForm = job == null && article == null;
  return (
    <Page
      title={t`Import`}
      beside={
        !isForm &&
        mayImport && (
          <Button
            className="button"
            onPress={() => {
              setSent(EMPTY);
              setSearch({});
            }}
          >
            <Trans>Import another</Trans>
          </Button>
        )
      }
    >
      {isForm && !mayImport && <NoPermission needed="EDITOR" />}
      {isForm && mayImport && (
        <ImportForm
          first={sent}
          refusals={refusals}
          isRunning={isImporting || isCollecting}
          onSubmit={(draft, named) => void submit(draft, named)}
        />
      )}
      {job != null && <Progress key={job} job={job} onDone={() => void showImported()} onBack={() => setSearch({})} />}
      {article != null && <Found key={article} id={article} notices={notices} />}
    </Page>
  );
}

/** What the API is told. What was left empty is left out. */
function inputOf(
  { way, text, url, slug, title, desk, format }: Draft,
  read: Awaited<ReturnType<typeof readFile>> | null,
  named: NamedArticle | null | undefined,
): ImportArticleInput {
  const isBytes = read !== null && 'contentBase64' in read;
  return {
    slug: slug.trim(),
    ...(way === 'text' && { content: text }),
    ...(way === 'url' && { url: url.trim() }),
    ...(isBytes && { contentBase64: read.contentBase64 }),
    ...(read !== null && 'content' in read && { content: read.content }),
    ...(title.trim() !== '' && { title: title.trim() }),
    ...(desk.trim() !== '' && { desk: desk.trim() }),
    ...(format !== '' && !isBytes && { format }),
    // What somebody else did since the form said whose name it is is not written over.
    ...(named !== undefined && { expectedVersion: named?.version ?? 0 }),
  };
}
