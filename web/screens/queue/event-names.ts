import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What happened to a claim, in words; a kind that is not here is shown as the API has it. */
export const EVENT_NAMES: Readonly<Record<string, MessageDescriptor>> = {
  'article.imported': msg`The article came in`,
  'claim.updated': msg`The claim was changed`,
  'claim.split': msg`The claim was split`,
  'claim.merged': msg`Claims were merged`,
  'claim.assigned': msg`Assigned`,
  'citation.attached': msg`A source was attached`,
  'citation.proposed': msg`A source was proposed`,
  'citation.updated': msg`A citation was changed`,
  'citation.detached': msg`A source was taken away`,
  'citation.reviewed': msg`A citation was looked at`,
  'citation.outdated': msg`A citation ended with its text`,
  'finding.waived': msg`A finding was waived`,
  'waiver.lifted': msg`A waiver was lifted`,
  'waiver.expired': msg`A waiver ended`,
  'waiver.outdated': msg`A waiver ended with what it was about`,
  'verdict.set': msg`A verdict was given`,
  'verdict.outdated': msg`A verdict ended with its text`,
  'comment.added': msg`A comment was written`,
};
