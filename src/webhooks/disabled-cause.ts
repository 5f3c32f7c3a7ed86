/** Why a webhook is disabled by itself, for programs; `Webhook.disabledReason` says it to people. */
export const DISABLED_CAUSES = ['GONE', 'FAILING', 'SECRET_LOST'] as const;

export type DisabledCause = (typeof DISABLED_CAUSES)[number];

/** What is said of a receiver that answered 410. */
export const GONE = 'the receiver answered 410 Gone: it wants no more messages';

/** What is said of a secret that was stored under another key than that of the server. */
export const KEY_LOST =
  'its secret cannot be read: OBELUS_WEBHOOK_KEY is another one than when it was stored; set it back, or call rotateWebhookSecret';

/** The cause behind a reason, as it is stored: all but these two tell since when, and how, nothing came through. */
export function causeOf(reason: string | null): DisabledCause | null {
  if (reason === null) return null;
  if (reason === GONE) return 'GONE';
  return reason === KEY_LOST ? 'SECRET_LOST' : 'FAILING';
}
