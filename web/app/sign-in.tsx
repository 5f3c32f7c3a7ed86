import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { signIn, type SignInFailure, type SignInReason } from '../api/session.js';
import { Page } from '../parts/page.js';
import styles from './sign-in.module.css';

/** For whoever came without the link. @param failure why the link did not do */
export function SignIn({ failure: first }: { readonly failure: SignInFailure | null }): ReactNode {
  const { t } = useLingui();
  const [failure, setFailure] = useState(first);
  const [isAsking, setAsking] = useState(false);
  const reasons: Readonly<Record<SignInReason, string>> = {
    refused: t`This token is unknown, revoked or has ended.`,
    forbidden: t`You have no role in this workspace. Ask its administrator.`,
    unreachable: t`The server does not answer. Try again in a moment.`,
    'too-many': t`There were too many attempts. Try again in a minute.`,
    impossible: t`This server cannot sign a browser in so.`,
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get('token');
    setAsking(true);
    setFailure(await signIn(typeof token === 'string' ? token.trim() : ''));
    setAsking(false);
  };
  return (
    <div className={styles['around']}>
      <Page title={t`Sign in to Obelus`}>
        <Form className={styles['form'] ?? ''} onSubmit={(event) => void submit(event)}>
          <TextField
            name="token"
            type="password"
            isRequired
            autoComplete="current-password"
            isInvalid={failure !== null}
            validationBehavior="aria"
            className="field"
          >
            <Label>
              <Trans>Token</Trans>
            </Label>
            <Input className="input" spellCheck={false} />
            <Text slot="description" className="hint">
              <Trans>
                The first start of the server prints a link that signs you in, and the token. An administrator can make
                you one.
              </Trans>
            </Text>
            <FieldError className="mistake">
              {failure && reasons[failure.reason]} {failure?.reason === 'impossible' && failure.message}
            </FieldError>
          </TextField>
          <Button type="submit" className="button button-primary" isPending={isAsking}>
            <Trans>Sign in</Trans>
          </Button>
        </Form>
      </Page>
    </div>
  );
}
