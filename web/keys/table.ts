import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Where a key stands in the help. */
export type KeyGroup = 'move' | 'evidence' | 'find' | 'go' | 'other';

export interface KeyEntry {
  /** As tinykeys reads them: "j", "g q", "$mod+k"; $mod is Command on a Mac and Control elsewhere. */
  readonly keys: readonly string[];
  readonly group: KeyGroup;
  readonly says: MessageDescriptor;
  /** Whether it works while a dialog is open. */
  readonly inDialogs?: true;
}

const entry = (group: KeyGroup, keys: string | readonly string[], says: MessageDescriptor): KeyEntry => ({
  keys: typeof keys === 'string' ? [keys] : keys,
  group,
  says,
});

/** Every key of the console. The help, the palette and the tooltips read this table; nothing else names a key. */
export const KEYS = {
  nextClaim: entry('move', 'j', msg`Next claim`),
  previousClaim: entry('move', 'k', msg`Previous claim`),
  nextUnsupported: entry('move', 'n', msg`Next unsupported claim`),
  previousUnsupported: entry('move', 'p', msg`Previous unsupported claim`),
  previousArticle: entry('move', '[', msg`Previous article`),
  nextArticle: entry('move', ']', msg`Next article`),
  open: entry('move', 'Enter', msg`Open`),
  back: entry('move', 'u', msg`Back`),
  close: entry('move', 'Escape', msg`Close`),
  select: entry('move', 'x', msg`Select`),
  selectDown: entry('move', 'Shift+ArrowDown', msg`Select the next too`),
  selectUp: entry('move', 'Shift+ArrowUp', msg`Select the previous too`),
  attach: entry('evidence', 'a', msg`Attach a source`),
  quote: entry('evidence', 'q', msg`Quote the source`),
  waive: entry('evidence', 'w', msg`Waive a finding`),
  assign: entry('evidence', 'm', msg`Assign to a member`),
  assignToMe: entry('evidence', 'Shift+M', msg`Assign to me`),
  verdict: entry('evidence', 'v', msg`Give a verdict`),
  edit: entry('evidence', 'e', msg`Edit`),
  notCheckable: entry('evidence', 't', msg`Not checkable`),
  split: entry('evidence', 's', msg`Split a claim`),
  mergeNext: entry('evidence', 'Shift+J', msg`Merge with the next claim`),
  undo: entry('evidence', 'z', msg`Undo`),
  redo: entry('evidence', 'Shift+Z', msg`Redo`),
  save: { ...entry('evidence', '$mod+Enter', msg`Save, and go to the next`), inDialogs: true },
  toggleStanding: entry('find', ['1', '2', '3', '4', '5', '6', '7', '8'], msg`Show or hide a standing`),
  search: entry('find', '/', msg`Search`),
  filters: entry('find', 'f', msg`Filters`),
  goToQueue: entry('go', 'g q', msg`Go to the queue`),
  goToArticles: entry('go', 'g a', msg`Go to the articles`),
  goToReferences: entry('go', 'g r', msg`Go to the references`),
  goToDashboard: entry('go', 'g d', msg`Go to the dashboard`),
  goToImport: entry('go', 'g i', msg`Go to the import`),
  goToHistory: entry('go', 'g h', msg`Go to the history`),
  goToSettings: entry('go', 'g s', msg`Go to the settings`),
  palette: entry('other', '$mod+k', msg`All commands`),
  help: entry('other', '?', msg`Keys`),
} satisfies Readonly<Record<string, KeyEntry>>;

export type KeyName = keyof typeof KEYS;

export const KEY_NAMES = Object.keys(KEYS) as KeyName[];

export const entryOf = (name: KeyName): KeyEntry => KEYS[name];
