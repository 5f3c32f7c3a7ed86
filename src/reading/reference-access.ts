import { ANY_DATE, dateIn } from './reference-dates.js';

/** Words before the day on which an author looked at a source, and before the day on which a copy of it was kept. */
const ACCESSED =
  'accessed|retrieved|viewed|visited|consulted|(?<=\\[)cited|last (?:accessed|checked|retrieved|viewed|visited)|date accessed|' +
  'access(?:ed)?[ -]?date|abgerufen|zugriff|aufgerufen|eingesehen|consulté|consultée|consultado|consultada|consultato|geraadpleegd|läst|hämtad';
const ARCHIVED =
  'archived|archiviert|archivé|archivée|archivado|archivada|archiviato|gearchiveerd|arkiverad|archive[ -]?date|memento';
const UPDATED = 'last updated|last modified|page updated';
/** What stands between those words and the date: "(GMT)", "(PDF) from the original", "vom Original am", "on", "le". */
const BETWEEN =
  "(?: \\([\\p{L} ]{2,12}\\))?(?: (?:from|vom|de|dal|van) (?:the |l[’'])?original[\\p{L}]{0,2}| d[’']après l[’']original)?" +
  '(?: from)?(?: (?:on|am|le|el|il|op|den|the))?(?: ?[:=])? *';
/** "at the Wayback Machine", "via archive.today", "from https://…" (of which the address is gone already). */
const BEHIND =
  '(?:,? (?:at|via|on|in|im|by|from)(?: (?:the|dem|der))? (?:wayback machine|internet archive|archive\\.(?:today|ph|is)|perma\\.cc|webcite|ghost ?archive))?(?:,? from(?=[ .]*$))?';

const note = (words: string) =>
  new RegExp(
    `[.,;|–-]{0,2}\\s*[([]?(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}])${BETWEEN}(${ANY_DATE})${BEHIND}[)\\]]?`,
    'giu',
  );

const ACCESS_NOTE = note(ACCESSED);
const ARCHIVE_NOTE = note(ARCHIVED);
const UPDATE_NOTE = note(UPDATED);

/** "Archived from the original", the date left out. */
const BARE_ARCHIVE_NOTE =
  /[.,;]?\s*\b(?:archived|archiviert)\b(?: \([A-Z]{2,5}\))? (?:from the original|vom Original)\b/giu;

export interface AccessNotes {
  /** When the author looked at the source; ISO 8601, as precise as it is said. */
  readonly accessed: string | null;
  /** When a copy of it was kept. */
  readonly archivedAt: string | null;
  /** The text without them: they say nothing of when the source appeared. */
  readonly rest: string;
}

/** What an entry says of how its source was read: "Retrieved 3 May 2031", "Archived from the original on 4 June 2031". */
export function accessNotesIn(text: string): AccessNotes {
  let accessed: string | null = null;
  let archivedAt: string | null = null;
  const rest = text
    .replace(/\s+/g, ' ')
    .replace(ARCHIVE_NOTE, (_, date: string) => {
      archivedAt ??= dateIn(date);
      return ' ';
    })
    .replace(ACCESS_NOTE, (_, date: string) => {
      accessed ??= dateIn(date);
      return ' ';
    })
    .replace(UPDATE_NOTE, ' ')
    .replace(BARE_ARCHIVE_NOTE, ' ');
  return { accessed, archivedAt, rest };
}
