import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import { signOut } from '../api/session.js';
import { language, LANGUAGES, type Language } from '../language/language.js';
import { ROLE_NAMES } from '../parts/role-names.js';
import { tell } from '../parts/toasts.js';
import type { Viewer } from '../parts/viewer.js';
import { usePreference } from '../preferences/preference.js';
import { theme, THEMES, type Theme } from '../preferences/theme.js';
import styles from './account-menu.module.css';

/** Who is signed in and where, how the page looks, and the way out. @param trigger what it hangs below */
export function AccountMenu({
  viewer,
  trigger,
  labelledBy,
  onClose,
}: {
  readonly viewer: Viewer;
  readonly trigger: RefObject<Element | null>;
  /** The id of what names it. */
  readonly labelledBy: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const [look, tongue] = [usePreference(theme), usePreference(language)];
  const looks: Readonly<Record<Theme, string>> = { system: t`As the system`, light: t`Light`, dark: t`Dark` };
  const leave = async (): Promise<void> => {
    if (await signOut()) return;
    tell({ title: t`You are still signed in`, detail: t`The server did not answer. Try again.`, isMistake: true });
  };
  return (
    <Popover
      className="popover"
      placement="bottom end"
      aria-labelledby={labelledBy}
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <p className={styles['who']}>
        <strong>{viewer.member.name}</strong>
        <span>{i18n._(ROLE_NAMES[viewer.role])}</span>
      </p>
      <Menu className="menu" aria-label={t`Account`} autoFocus="first" onClose={onClose}>
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[look]}
          onSelectionChange={(keys) => theme.set([...keys][0] as Theme)}
        >
          <Header className={styles['header']}>
            <Trans>Theme</Trans>
          </Header>
          {THEMES.map((each) => (
            <MenuItem key={each} id={each} className="menu-item" textValue={looks[each]}>
              {looks[each]}
            </MenuItem>
          ))}
        </MenuSection>
        <Separator className={styles['separator']} />
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[tongue]}
          onSelectionChange={(keys) => language.set([...keys][0] as Language)}
        >
          <Header className={styles['header']}>
            <Trans>Language</Trans>
          </Header>
          {Object.entries(LANGUAGES).map(([tag, name]) => (
            <MenuItem key={tag} id={tag} className="menu-item" textValue={name}>
              <span lang={tag}>{name}</span>
            </MenuItem>
          ))}
        </MenuSection>
        <Separator className={styles['separator']} />
        <MenuItem id="sign-out" className="menu-item" onAction={() => void leave()}>
          <Trans>Sign out</Trans>
        </MenuItem>
      </Menu>
    </Popover>
  );
}
