import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useState, type ReactNode } from 'react';
import { Input, SearchField, useFilter } from 'react-aria-components';
import { useQuery } from 'urql';
import type { ConfigureRuleInput } from '../../api/graphql.js';
import { News } from '../../parts/list/news.js';
import { useHeld } from '../../parts/list/use-held.js';
import { useFresh } from '../../parts/list/use-told.js';
import { SignOnly } from '../../parts/standing-sign.js';
import { STANDING_NAMES } from '../../parts/standing.js';
import { Failed, Loading } from '../../parts/states.js';
import { useEdit } from '../../parts/use-edit.js';
import { useStep, whyNot } from '../../parts/use-step.js';
import { useMay } from '../../parts/viewer.js';
import { Choice } from './choice.js';
import { CONFIGURE_RULE, RULES, type Rule } from './documents.js';
import { GoneHint } from './gone-hint.js';
import { SEVERITIES, SEVERITY_NAMES } from './names.js';
import styles from './settings.module.css';
import { Toggle } from '../../parts/toggle.js';

const NONE: readonly Rule[] = [];
const MAKES_RULES = { kinds: ['rule', 'rules'] };

/** The rules of the workspace, each with its documentation: whether it runs, and how much its findings matter. */
export function Rules(): ReactNode {
  const { t, i18n } = useLingui();
  const [{ data, error }, again] = useQuery({ query: RULES });
  useFresh(
    MAKES_RULES,
    useCallback(() => again({ requestPolicy: 'network-only' }), [again]),
  );
  const [sought, setSought] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const mayConfigure = useMay('ADMIN');
  const configure = useConfigure();
  const { rows, waiting, renew } = useHeld(data?.rules ?? NONE);
  if (!data) return error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the rules …`} />;
  const rules = rows.filter(({ node: { id, title } }) => contains(`${id} ${title}`, sought));
  return (
    <>
      <p className="hint">
        {mayConfigure ? (
          <Trans>
            What you change here holds for the whole workspace: all articles are judged again, in the background.
          </Trans>
        ) : (
          <Trans>An ADMIN can switch rules on and off.</Trans>
        )}
      </p>
      <SearchField aria-label={t`Search rules`} value={sought} onChange={setSought} className={styles['search'] ?? ''}>
        <Input className="input" placeholder={t`Search rules`} />
      </SearchField>
      <ul role="list" className={styles['rows']} aria-label={t`Rules`}>
        {rules.map(({ node: rule, isGone }) => (
          <li key={rule.id} className={styles['rule']} data-off={isGone || !rule.enabled} inert={isGone}>
            <div>
              <h3>
                <a href={rule.documentationUrl}>{rule.id}</a> {isGone && <GoneHint />}
              </h3>
              <p>{rule.title}</p>
              {rule.bearings.length > 0 && (
                <p className={`hint ${styles['bearings']}`}>
                  <Trans>Can make a claim:</Trans>
                  {rule.bearings.map((standing) => (
                    <span key={standing}>
                      <SignOnly standing={standing} /> {i18n._(STANDING_NAMES[standing])}
                    </span>
                  ))}
                </p>
              )}
              <details>
                <summary>
                  <Trans>What it looks for</Trans>
                </summary>
                <p className={styles['description']}>{rule.description}</p>
              </details>
            </div>
            {mayConfigure ? (
              <div className={styles['controls']}>
                <Toggle
                  says={t`Run the rule ${rule.id}`}
                  isOn={rule.enabled}
                  onChange={(on) => void configure.enable(rule, on)}
                />
                <Choice
                  label={t`Severity of ${rule.id}`}
                  isLabelHidden
                  isDisabled={!rule.enabled}
                  value={rule.severity}
                  options={SEVERITIES.map((value) => ({ value, says: i18n._(SEVERITY_NAMES[value]) }))}
                  onChange={(severity) => void configure.weigh(rule, severity)}
                />
              </div>
            ) : (
              <p className="hint">{rule.enabled ? i18n._(SEVERITY_NAMES[rule.severity]) : t`Off`}</p>
            )}
          </li>
        ))}
      </ul>
      <News count={waiting} onShow={renew} />
      {rules.length === 0 && (
        <p className="hint" role="status">
          <Trans>No rule is called so</Trans>
        </p>
      )}
    </>
  );
}

/** Changes of rules that can be taken back: to what the rule itself says where that is what there was. */
function useConfigure(): {
  enable(rule: Rule, isOn: boolean): Promise<void>;
  weigh(rule: Rule, severity: Rule['severity']): Promise<void>;
} {
  const { t } = useLingui();
  const [run] = useEdit(CONFIGURE_RULE, (data) => data.configureRule, true);
  const step = useStep();
  const set = async (rule: Rule, input: Omit<ConfigureRuleInput, 'ruleId'>): Promise<string | null> =>
    whyNot(await run({ input: { ruleId: rule.id, ...input } }));
  /** A severity that is the rule's own is not written down: another version of it may say otherwise. */
  const restore = async (rule: Rule): Promise<string | null> => {
    const outcome = await run({ input: { ruleId: rule.id, enabled: rule.enabled, severity: null } });
    const now = outcome.ok ? outcome.payload.rule : null;
    if (now && rule.enabled && now.severity !== rule.severity) return set(rule, { severity: rule.severity });
    return whyNot(outcome);
  };
  return {
    enable: (rule, isOn) =>
      step(
        isOn ? t`${rule.id} runs` : t`${rule.id} is off`,
        () => set(rule, { enabled: isOn }),
        () => restore(rule),
      ),
    weigh: (rule, severity) =>
      step(
        t`The severity of ${rule.id} was changed`,
        () => set(rule, { severity }),
        () => restore(rule),
      ),
  };
}
