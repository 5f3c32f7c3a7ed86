import { i18n, type Messages } from '@lingui/core';
import { language, type Language } from './chosen.js';

export { language, LANGUAGES, type Language } from './chosen.js';

type Load = () => Promise<{ messages: Messages }>;
const CATALOGS: Readonly<Record<string, Load>> = {
  ...import.meta.glob<{ messages: Messages }>('./locales/*.po'),
  ...import.meta.glob<{ messages: Messages }>('../screens/*/locales/*.po'),
};

/** Folders whose messages are wanted: that of what is shared, and those of the screens that were opened. */
const rooms = new Set(['.']);

/** Brings the messages of a screen, in the language that is chosen. @param screen its folder */
export async function messagesOf(screen: string): Promise<void> {
  const room = `../screens/${screen}`;
  if (rooms.has(room)) return;
  await load(language.get(), [room]);
  rooms.add(room);
}

/** Brings a language, and shows it once all its messages are there. */
export async function speak(next: Language): Promise<void> {
  await load(next, [...rooms]);
  i18n.activate(next);
  document.documentElement.lang = next;
}

async function load(tongue: Language, wanted: readonly string[]): Promise<void> {
  const catalogs = await Promise.all(wanted.map((room) => CATALOGS[`${room}/locales/${tongue}.po`]?.()));
  for (const catalog of catalogs) if (catalog) i18n.load(tongue, catalog.messages);
}
