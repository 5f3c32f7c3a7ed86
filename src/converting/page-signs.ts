/** Signs that a page is not what it was asked for. Patterns are short and bounded: pages are hostile. */

/** A page with more words than this says enough to be what it seems, in words. */
const FEW_WORDS = 400;

/** schema.org: content behind a paywall is to be marked so, for search engines. */
const NOT_FREE = /"isAccessibleForFree"\s{0,20}:\s{0,20}(?:"\s{0,5})?(?:false)/i;
/** What publishers put into their pages for their own counters. */
const LOCKED_TIER = /<meta\s[^>]{0,300}?content_tier["'][^>]{0,100}?content\s*=\s*["'](?:locked|metered|paid)/i;
const ASKS_TO_PAY =
  /\b(?:subscribe|sign in|log in|register|create (?:a|an)(?: free)? account|become a member)\b[^.\n]{0,60}\b(?:to (?:continue|keep) reading|to read (?:the (?:full|whole|rest)|this)|to unlock|for full access)|\b(?:this|the (?:full|rest of (?:this|the))) (?:article|story|content|text) is (?:only |exclusively )?(?:for|available to) (?:our )?(?:paying )?(?:subscribers|members)|\balready a (?:subscriber|member)\?|\b(?:weiterlesen mit|jetzt abonnieren und weiterlesen|nur für abonnent)|\b(?:réservé aux abonnés|article réservé)|\bcontenido exclusivo para suscriptores/i;

const GONE =
  /^(?:(?:error|http)\s{0,3})?(?:404|410)(?:\b|$)|\b(?:page|article|story|file|document|content|resource|url)\b[^.\n]{0,30}\b(?:not found|no longer (?:exists|available)|(?:can(?:no|['’])t|could not) be found|does(?: not|n['’]t) exist|has been (?:removed|deleted))|\bnot found\s*$|\bseite (?:wurde )?nicht gefunden|\bpage (?:introuvable|non trouvée)|\bpágina no encontrada|\bpagina non trovata/i;

/** What is known of a page that was read. */
export interface ReadPage {
  readonly html: string;
  readonly text: string;
  readonly title: string | null;
  readonly words: number;
}

/** What speaks for a page's being only the beginning of what its readers pay for, in a sentence; null: nothing. */
export function paywallSign({ html, text, words }: ReadPage): string | null {
  if (NOT_FREE.test(html))
    return 'The page says of itself that it is not free to read: what follows a paywall may be missing.';
  if (LOCKED_TIER.test(html))
    return 'The page is marked as locked for subscribers: what follows a paywall may be missing.';
  if (words < FEW_WORDS && ASKS_TO_PAY.test(text)) {
    return 'The page asks its readers to subscribe or sign in: what follows may be missing.';
  }
  return null;
}

/**
 * Why a page that was answered with success is none: its title, or its first line, says that there is nothing. A long text
 * about pages that are not found is a text.
 *
 * @returns for people; null when it is a page
 */
export function goneSign({ text, title, words }: Omit<ReadPage, 'html'>): string | null {
  if (words >= FEW_WORDS) return null;
  const lines = [title ?? '', text.split('\n', 1)[0]!].map((line) => line.trim().slice(0, 200));
  const said = lines.find((line) => line !== '' && GONE.test(line));
  return said === undefined ? null : `the page says “${said.slice(0, 100)}”, and is answered as if it were there`;
}
