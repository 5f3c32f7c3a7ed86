import { ANY_DATE, dateIn } from './reference-dates.js';

/** Words before the day on which an author looked at a source, and before the day on which a copy of it was kept. */
const ACCESSED =
  'accessed|(?:url )?retrieved|viewed|visited|consulted|(?<=\\[)cited|last (?:accessed|checked|retrieved|viewed|visited)|date accessed|' +
  'access(?:ed)?[ -]?date|stand(?=:)|abgerufen|zugriff|aufgerufen|eingesehen|consulté|consultée|consultado|consultada|consultato|geraadpleegd|läst|hämtad';
const ARCHIVED =
  'archived|archiviert|archivé|archivée|archivado|archivada|archiviato|gearchiveerd|arkiverad|archive[ -]?date|memento';
const UPDATED = 'last updated|last modified|page updated';
const FORMAT = '(?: \\([\\p{L} ]{2,12}\\))?';
/** What stands between those words and the date: "(GMT)", "(PDF) from the original", "vom Original am", "on", "le". */
const BETWEEN =
  `${FORMAT}(?: (?:from|vom|de|dal|van) (?:the |l[’'])?original\\p{L}{0,2}| d[’']après l[’']original)?${FORMAT}` +
  '(?: from)?(?: (?:on|am|le|el|il|op|den|the))?(?: ?[:=])? *';
/** "at the Wayback Machine", "via archive.today", "from https://…" (of which the address is gone already). */
const BEHIND =
  '(?:,? (?:at|via|on|in|im|by|from)(?: (?:the|dem|der))? (?:wayback machine|internet archive|archive\\.(?:today|ph|is)|perma\\.cc|webcite|ghost ?archive))?(?:,? from(?=[ .]*$))?';

/** Also with months that are not known here: a note is a note whatever language it is in. */
const DATE = `(?:${ANY_DATE}|\\d{1,2}\\.?(?: de)? \\p{L}{3,12}\\.?(?: de)? (?:19|20)\\d\\d|\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d)(?!\\d)`;

const note = (words: string) =>
  new RegExp(
    `[.,;|–-]{0,2}\\s*[([]?(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}])${BETWEEN}(${DATE})${BEHIND}[)\\]]?`,
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
  const dates: { accessed: string | null; archivedAt: string | null } = { accessed: null, archivedAt: null };
  const take =
    (field: keyof typeof dates) =>
    (note: string, date: string, at: number, whole: string): string => {
      // "Files accessed 2031 times": a year that words go on behind is none of this.
      if (/^\d{4}$/.test(date) && /^ \p{Ll}/u.test(whole.slice(at + note.length))) return note;
      dates[field] ??= dateIn(date);
      return ' ';
    };
  const rest = text
    .replace(/\s+/g, ' ')
    .replace(ARCHIVE_NOTE, take('archivedAt'))
    .replace(ACCESS_NOTE, take('accessed'))
    .replace(UPDATE_NOTE, ' ')
    .replace(BARE_ARCHIVE_NOTE, ' ');
  return { ...dates, rest };
}
