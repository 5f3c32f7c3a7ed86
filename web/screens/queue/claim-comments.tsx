import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, Form, Label, TextArea, TextField } from 'react-aria-components';
import { useEdit } from '../../parts/use-edit.js';
import { useMay } from '../../parts/viewer.js';
import { COMMENT, type Claim } from './documents.js';
import styles from './queue.module.css';

/** What people said about a claim, and a field to say more. */
export function ClaimComments({ claim: { id, comments } }: { readonly claim: Claim }): ReactNode {
  const { i18n } = useLingui();
  const mayComment = useMay('CHECKER');
  return (
    <section>
      <h3>
        <Trans>Comments</Trans>
      </h3>
      <ul role="list">
        {comments.edges.map(({ node: { id: commentId, text, createdAt, createdBy } }) => (
          <li key={commentId} className={styles['item']}>
            <p>{text}</p>
            <p className={styles['facts']}>
              {createdBy.name}, {i18n.date(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </p>
          </li>
        ))}
      </ul>
      {mayComment && <NewComment key={id} claimId={id} />}
    </section>
  );
}

function NewComment({ claimId }: { readonly claimId: string }): ReactNode {
  const [text, setText] = useState('');
  const [run, isRunning] = useEdit(COMMENT, (data) => data.addComment);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '' || isRunning) return;
    const outcome = await run({ input: { claimId, text: text.trim() } });
    if (outcome.ok) setText('');
  };
  return (
    <Form className={styles['comment'] ?? ''} onSubmit={(event) => void submit(event)}>
      <TextField className="field" value={text} onChange={setText}>
        <Label>
          <Trans>Ask or tell something</Trans>
        </Label>
        <TextArea className="input" rows={2} maxLength={10_000} />
      </TextField>
      <Button type="submit" className="button" isPending={isRunning} isDisabled={text.trim() === ''}>
        <Trans>Comment</Trans>
      </Button>
    </Form>
  );
}
