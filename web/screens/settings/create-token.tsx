import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import type { ResultOf, Role } from '../../api/graphql.js';
import { useAllPages } from '../../api/use-all-pages.js';
import { useEdit, type Refusal } from '../../parts/use-edit.js';
import { atLeast, useMay, useViewer } from '../../parts/viewer.js';
import { Choice } from './choice.js';
import { CREATE_TOKEN, MEMBERS } from './documents.js';
import { ROLE_TASKS, ROLES } from './names.js';
import { Secret } from './secret.js';
import styles from './settings.module.css';

const membersIn = (data: ResultOf<typeof MEMBERS>) => data.members;
const DAY_MS = 86_400_000;

/** Makes a token, and shows it this once. @param onMade told its id */
export function CreateToken({ onMade }: { readonly onMade: (id: string) => void }): ReactNode {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const isAdmin = useMay('ADMIN');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('READER');
  const [member, setMember] = useState(viewer.member.id);
  const [days, setDays] = useState<'30' | '90' | '365' | ''>('90');
  const [secret, setSecret] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [run, isRunning] = useEdit(CREATE_TOKEN, (data) => data.createToken, true);
  const { nodes } = useAllPages(MEMBERS, {}, membersIn);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isRunning) return;
    const expiresAt = days === '' ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    const outcome = await run({
      input: { name, role, expiresAt, ...(member !== viewer.member.id && { memberId: member }) },
    });
    if (!outcome.ok) return setRefusals(outcome.refusals);
    setRefusals([]);
    setName('');
    const { secret: made, token } = outcome.payload;
    setSecret(made);
    if (token) onMade(token.id);
  };
  const wrong = refusals.find(({ field }) => field?.[0] === 'name')?.message;
  const rest = refusals.filter(({ field }) => field?.[0] !== 'name');
  return (
    <Form className={`card ${styles['form']}`} validationBehavior="aria" onSubmit={(event) => void submit(event)}>
      <h3>
        <Trans>Make a token</Trans>
      </h3>
      <div className={styles['fields']}>
        <TextField className="field" value={name} onChange={setName} isInvalid={wrong !== undefined}>
          <Label>
            <Trans>What it is for</Trans>
          </Label>
          <Input className="input" autoComplete="off" />
          <FieldError className="mistake">{wrong}</FieldError>
        </TextField>
        {isAdmin && (
          <Choice
            label={t`Whose it is`}
            value={member}
            options={[
              { value: viewer.member.id, says: t`Mine` },
              ...nodes
                .filter(({ id, removedAt }) => id !== viewer.member.id && removedAt === null)
                .map((each) => ({ value: each.id, says: each.name })),
            ]}
            onChange={setMember}
          />
        )}
        <Choice
          label={t`What it may do`}
          value={role}
          options={ROLES.filter((value) => atLeast(viewer.role, value)).map((value) => ({
            value,
            says: i18n._(ROLE_TASKS[value]),
          }))}
          onChange={setRole}
        />
        <Choice
          label={t`When it ends`}
          value={days}
          options={[
            { value: '30', says: t`In 30 days` },
            { value: '90', says: t`In 90 days` },
            { value: '365', says: t`In a year` },
            { value: '', says: t`Never` },
          ]}
          onChange={setDays}
        />
      </div>
      {rest.map(({ message }) => (
        <p key={message} className="mistake" role="alert">
          {message}
        </p>
      ))}
      <Button type="submit" className="button button-primary">
        <Trans>Make it</Trans>
      </Button>
      {secret !== null && <Secret text={secret} onSeen={() => setSecret(null)} />}
    </Form>
  );
}
