import { endsWithStop, hasFiniteVerb, MONTH, tokens } from './words.js';

/**
 * What the lines around an article say: the furniture of publishing systems. Words of newsletter boxes, share bars,
 * cookie notes, bylines, disclaimers and pagers, which the articles themselves hardly ever say.
 */

export const SUBSCRIPTION =
  /\b(?:unsubscribe|subscribe (?:to|now|today|for|below|free)|(?:join|get|sign up (?:for|to)) (?:our|the|my|this) (?:[\w-]+ ){0,3}(?:newsletter|mailing list|community|list|briefing|digest)|sign up (?:for|to get|now|today|below|here|free)|(?:in|to) your inbox|your e-?mail(?: address)?|no spam|(?:opt out|leave|cancel) (?:whenever|any ?time)|one e-?mail (?:a|per|every|each) (?:day|week|month)|join (?:over |more than )?\d[\d,.]*[km]?\+? (?:[\w-]+ ){0,4}(?:readers|subscribers|members|who)|follow us on|all rights reserved|share this (?:article|post|story)|leave a (?:reply|comment)|accept (?:all )?cookies|privacy policy|terms of (?:use|service)|skip to (?:main |the )?content|back to top|click here|learn more about our|book a (?:demo|call)|free trial)\b/i;

/** A line that opens so is furniture, whatever its length. */
const OPENS_FURNITURE =
  /^(?:(?:©|\(c\)|copyright\b(?: ©)?) ?\d{4}\b|about the authors?\s*[:—–]|(?:previous|next|older|newer)(?: (?:post|article|story|page))?\s*[:|←→«»]|this (?:article|story|post|page|report) (?:was|has been) (?:\w+ )?(?:amended|corrected|edited|revised|modified|updated) (?:on|to)\b)/i;

/** "This article is for general information and is not legal advice." */
const DISCLAIMER =
  /^(?:disclaimer: )?(?:this|the (?:content|information|material)s?|nothing) (?:[\w-]+ ){0,12}(?:not|nor|constitutes?)\b[^.]{0,80}\b(?:legal|financial|investment|medical|tax|professional)\b[^.]{0,40}\badvice\b/i;

/** How to reach the newsroom. */
const CONTACT =
  /^(?:e-?mail|contact|call|write to|got a (?:tip|story)|do you (?:know|have))\b[^@]{0,120}\S@\S{1,80}\.\w/i;

/** The credit at the end of a caption, or one that stands alone. */
const CREDIT =
  /(?:^|[.!?]\s)(?:photo(?:graph)?s?|image|picture|illustration|credit|video)(?: credit)?(?: by)?: ?[\p{L}][^.!?]{1,60}$/iu;
/** "Watch: drone footage", "Main article: Ferries": what the page shows or links to. */
const TEASER =
  /^(?:watch|listen|video|gallery|in pictures|read more|related|see also|main articles?|further information)\s*:\s/i;

/** "A field guide for riders.": what the article is, where a title has a second line. */
const TAGLINE =
  /^(?:An?|Your) (?:[\w’-]{1,20} ){0,4}(?:guide|briefing|primer|explainer|introduction|overview|look|walkthrough|roundup|digest) (?:for|to|of|at|on|into) [^.!?\d]{1,80}[.!]?$/;

/** "Source: returns of the operators": where the table or chart above comes from. */
const PROVENANCE = /^(?:data )?sources?\s*:\s*\p{L}/iu;
/** "Source: the ministry said that …": what a source says is a statement. */
const REPORTS = /\b(?:said|says?|told|claims?|claimed|reported|wrote|writes|that)\b/i;

/** A bar of buttons that a copy as text has left. */
const SHARE_BAR =
  /^share (?:this )?(?:on|via|with|to)?:? ?(?:x|twitter|facebook|linkedin|whatsapp|reddit|e-?mail|bluesky|mastodon)\b[^.!?]{0,80}$/i;

const DAY_OF_WEEK = '(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?';
const CALENDAR = `(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})`;
const CLOCK = '(?:(?:at )?\\d{1,2}[.:]\\d\\d(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4})?)';
const DATE = `(?:${DAY_OF_WEEK},? )?${CALENDAR}(?:,? ${CLOCK})?`;
const STAMP = '(?:first |last |originally )?(?:published|posted|updated|modified|reviewed|written)';
const LENGTH = '(?:reading time:? ?)?(?:about |~)?\\d{1,3}[ -]min(?:ute)?s?(?: read)?';
const SERIES = '(?:working|discussion|policy|technical|research) papers?(?: no\\.?)? \\d{1,5}';
/** One part of a line such as "By Ana Orr · 6 March 2026 · 7 min read". */
const META_PART = new RegExp(`^(?:(?:${STAMP}(?: on|:)? )?${DATE}|${LENGTH}|${SERIES})$`, 'i');
const NAMED_PART = /^(?:(?:[Bb]y|BY|[Ii]n) )?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|of|de|van|von|and|&)){0,6}$/u;
/** "N. Orr and P. Q. Pell": names with initials, and nothing else. */
const AUTHOR = "(?:\\p{Lu}\\.[ -]?){1,3}\\p{Lu}[\\p{L}’'-]+";
const AUTHORS = new RegExp(`^${AUTHOR}(?:(?:, and |, | and | & )${AUTHOR}){0,12}$`, 'u');
const PARTS = /\s*[·•|—–]\s*|\s{3,}/;

const BYLINE =
  /^(?:[Bb]y\s+\p{Lu}|BY\s+\p{Lu}|(?:[Ww]ritten|[Pp]osted|[Rr]eviewed|[Ee]dited|[Uu]pdated|[Ll]ast (?:updated|modified|reviewed)|[Pp]hoto(?:graph)?|[Ii]mage|[Cc]redit)\b(?: by| on|:)|[Pp]ublished(?: on|:| \d| \p{Lu}))/u;
/** A byline has at most so many words. */
const BYLINE_WORDS = 16;
/** No line of furniture is longer, in UTF-16 units. */
const LONGEST = 240;

/**
 * Whether a block's text is no part of what the article says: a date line, a byline, a pager, a disclaimer, a credit.
 *
 * @param listed it is an item of a list, where "Image: Full HD" is a property
 */
export function isFurniture(text: string, listed: boolean): boolean {
  if (text.length > LONGEST) return false;
  if (
    OPENS_FURNITURE.test(text.replace(/^[•·]\s*/, '')) ||
    DISCLAIMER.test(text) ||
    CONTACT.test(text) ||
    AUTHORS.test(text)
  )
    return true;
  if (!listed && (CREDIT.test(text) || isTeaser(text) || isProvenance(text))) return true;
  if (isShareBar(text) || (TAGLINE.test(text) && !hasFiniteVerb(text) && !/[^e]ed\b/.test(text))) return true;
  return isMeta(text) || (BYLINE.test(text) && tokens(text).length <= BYLINE_WORDS && !endsWithStop(text));
}

const isProvenance = (text: string): boolean => PROVENANCE.test(text) && !hasFiniteVerb(text) && !REPORTS.test(text);

/** Whether a line points to something else; in plain text it looks like a heading. */
export const isTeaser = (text: string): boolean => TEASER.test(text);

/** Whether a line is a share bar; in plain text it looks like a heading. */
export const isShareBar = (text: string): boolean => SHARE_BAR.test(text);

/** Date, reading time, and beside one of them names. */
function isMeta(text: string): boolean {
  const parts = text.split(PARTS).filter((part) => part !== '');
  return (
    parts.some((part) => META_PART.test(part)) && parts.every((part) => META_PART.test(part) || NAMED_PART.test(part))
  );
}
