import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { Button, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import type { ResultOf, Role } from '../../api/graphql.js';
import { useAllPages } from '../../api/use-all-pages.js';
import { News } from '../../parts/list/news.js';
import { useHeld } from '../../parts/list/use-held.js';
import { useFresh } from '../../parts/list/use-told.js';
import { Failed, Loading } from '../../parts/states.js';
import { useEdit, type Refusal } from '../../parts/use-edit.js';
import { useStep, whyNot } from '../../parts/use-step.js';
import { useMay, useViewer } from '../../parts/viewer.js';
import { Choice } from './choice.js';
import { ADD_MEMBER, MEMBERS, REMOVE_MEMBER, UPDATE_MEMBER, type Member } from './documents.js';
import { GoneHint } from './gone-hint.js';
import { ROLE_TASKS, ROLES } from './names.js';
import styles from './settings.module.css';

const MAKES_MEMBERS = { kinds: ['member'] };
const membersIn = (data: ResultOf<typeof MEMBERS>) => data.members;

/** Who works in the workspace, and what each may do. */
export function Members(): ReactNode {
  const { t } = useLingui();
  const { nodes, first, count, error, again } = useAllPages(MEMBERS, {}, membersIn);
  useFresh(MAKES_MEMBERS, again);
  const mayChange = useMay('ADMIN');
  const members = useMemo(() => nodes.filter(({ removedAt }) => removedAt === null), [nodes]);
  const { rows, waiting, renew, mine } = useHeld(members, count);
  if (error) return <Failed error={error} onAgain={again} />;
  if (!first) return <Loading of={t`Loading the members …`} />;
  return (
    <>
      <ul role="list" className={styles['rows']} aria-label={t`Members`}>
        {rows.map(({ node, isGone }) => (
          <MemberRow
            key={node.id}
            member={node}
            isGone={isGone}
            mayChange={mayChange}
            onTaken={() => mine(node.id)}
            onBack={again}
          />
        ))}
      </ul>
      <News count={waiting} onShow={renew} />
      {mayChange ? (
        <AddMember
          onAdded={(id) => {
            mine(id);
            again();
          }}
        />
      ) : (
        <p className="hint">
          <Trans>An ADMIN can add and remove members, and give them roles.</Trans>
        </p>
      )}
    </>
  );
}

function MemberRow({
  member,
  isGone,
  mayChange,
  onTaken,
  onBack,
}: {
  readonly member: Member;
  /** Whether somebody else removed them meanwhile. */
  readonly isGone: boolean;
  readonly mayChange: boolean;
  /** Told before they are removed from here. */
  readonly onTaken: () => void;
  /** Told when they are back, after they were removed. */
  readonly onBack: () => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const { id, name, email, role } = member;
  const isSelf = useViewer().member.id === id;
  const [update] = useEdit(UPDATE_MEMBER, (data) => data.updateMember, true);
  const [remove] = useEdit(REMOVE_MEMBER, (data) => data.removeMember, true);
  const step = useStep();
  const change = (chosen: Role): void => {
    let version = member.version;
    const set = async (value: Role): Promise<string | null> => {
      const outcome = await update({ input: { memberId: id, role: value, expectedVersion: version } });
      if (outcome.ok && outcome.payload.member) version = outcome.payload.member.version;
      return whyNot(outcome);
    };
    void step(
      t`The role of ${name} was changed`,
      () => set(chosen),
      () => set(role),
    );
  };
  const takeOut = (): void => {
    onTaken();
    let version = member.version;
    void step(
      t`${name} was removed, and their tokens revoked`,
      async () => {
        const outcome = await remove({ input: { memberId: id, expectedVersion: version } });
        if (outcome.ok && outcome.payload.member) version = outcome.payload.member.version;
        return whyNot(outcome);
      },
      async () => {
        const outcome = await update({ input: { memberId: id, removed: false, expectedVersion: version } });
        if (outcome.ok && outcome.payload.member) version = outcome.payload.member.version;
        if (outcome.ok) onBack();
        return whyNot(outcome);
      },
    );
  };
  return (
    <li className={styles['row']} data-off={isGone} inert={isGone}>
      <div>
        <h3>
          {name} {isSelf && <span className="hint">{t`(you)`}</span>} {isGone && <GoneHint />}
        </h3>
        {email !== null && <p className="hint">{email}</p>}
      </div>
      {mayChange ? (
        <div className={styles['controls']}>
          <Choice
            label={t`Role of ${name}`}
            isLabelHidden
            value={role}
            options={ROLES.map((value) => ({ value, says: i18n._(ROLE_TASKS[value]) }))}
            onChange={change}
          />
          <Button className="button" aria-label={t`Remove ${name}`} onPress={takeOut}>
            <Trans>Remove</Trans>
          </Button>
        </div>
      ) : (
        <p>{i18n._(ROLE_TASKS[role])}</p>
      )}
    </li>
  );
}

/** @param onAdded told their id */
function AddMember({ onAdded }: { readonly onAdded: (id: string) => void }): ReactNode {
  const { t, i18n } = useLingui();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('CHECKER');
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [run, isRunning] = useEdit(ADD_MEMBER, (data) => data.addMember, true);
  const wrong = (of: string): string | undefined => refusals.find(({ field }) => field?.[0] === of)?.message;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isRunning) return;
    const outcome = await run({ input: { name, role, ...(email.trim() !== '' && { email: email.trim() }) } });
    if (!outcome.ok) return setRefusals(outcome.refusals);
    setRefusals([]);
    setName('');
    setEmail('');
    if (outcome.payload.member) onAdded(outcome.payload.member.id);
  };
  const rest = refusals.filter(({ field }) => !['name', 'email'].includes(field?.[0] ?? ''));
  return (
    <Form className={`card ${styles['form']}`} validationBehavior="aria" onSubmit={(event) => void submit(event)}>
      <h3>
        <Trans>Add a member</Trans>
      </h3>
      <div className={styles['fields']}>
        <TextField className="field" value={name} onChange={setName} isInvalid={wrong('name') !== undefined}>
          <Label>
            <Trans>Name</Trans>
          </Label>
          <Input className="input" autoComplete="off" />
          <FieldError className="mistake">{wrong('name')}</FieldError>
        </TextField>
        <TextField
          className="field"
          type="email"
          value={email}
          onChange={setEmail}
          isInvalid={wrong('email') !== undefined}
        >
          <Label>
            <Trans>Mail address, if any</Trans>
          </Label>
          <Input className="input" autoComplete="off" />
          <FieldError className="mistake">{wrong('email')}</FieldError>
        </TextField>
        <Choice
          label={t`Role`}
          value={role}
          options={ROLES.map((value) => ({ value, says: i18n._(ROLE_TASKS[value]) }))}
          onChange={setRole}
        />
      </div>
      {rest.map(({ message }) => (
        <p key={message} className="mistake" role="alert">
          {message}
        </p>
      ))}
      <p className="hint">
        <Trans>They can sign in once they have a token: make one for them under “Tokens”.</Trans>
      </p>
      <Button type="submit" className="button button-primary">
        <Trans>Add</Trans>
      </Button>
    </Form>
  );
}
