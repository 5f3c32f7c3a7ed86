import type { Role } from '../database/codes.js';
import { ROLE } from '../database/codes.js';

/**
 * The least role that an action needs, by the name of the query or mutation. Reading needs READER; what a fact-checker
 * records about evidence CHECKER; what changes articles, sources and citations EDITOR; what changes the rules for all,
 * or who may do what, ADMIN. A mutation of several items needs what one of them does.
 */
export const NEEDED_ROLE = {
  read: 'READER',
  addComment: 'CHECKER',
  askSecondJudge: 'CHECKER',
  assignClaim: 'CHECKER',
  captureSnapshot: 'CHECKER',
  proposeSource: 'CHECKER',
  reviewCitation: 'CHECKER',
  setVerdict: 'CHECKER',
  importArticle: 'EDITOR',
  importCollection: 'EDITOR',
  archiveArticle: 'EDITOR',
  attachSource: 'EDITOR',
  detachSource: 'EDITOR',
  defineReference: 'EDITOR',
  updateCitation: 'EDITOR',
  updateClaim: 'EDITOR',
  splitClaim: 'EDITOR',
  mergeClaims: 'EDITOR',
  importSources: 'EDITOR',
  updateSource: 'EDITOR',
  mergeSources: 'EDITOR',
  retractSource: 'EDITOR',
  reinstateSource: 'EDITOR',
  updatePublisher: 'EDITOR',
  waiveFinding: 'EDITOR',
  liftWaiver: 'EDITOR',
  createToken: 'EDITOR',
  /** Of one's own tokens. */
  revokeToken: 'READER',
  configureRule: 'ADMIN',
  addMember: 'ADMIN',
  updateMember: 'ADMIN',
  removeMember: 'ADMIN',
  /** Queries too: addresses of webhooks may be secrets. */
  readWebhooks: 'ADMIN',
  createWebhook: 'ADMIN',
  updateWebhook: 'ADMIN',
  deleteWebhook: 'ADMIN',
  rotateWebhookSecret: 'ADMIN',
  resumeWebhook: 'ADMIN',
  pingWebhook: 'ADMIN',
} as const satisfies Readonly<Record<string, Role>>;

export type Action = keyof typeof NEEDED_ROLE;

/** A higher role may do all that a lower one may. */
export function atLeast(role: Role, needed: Role): boolean {
  return ROLE.toCode[role] >= ROLE.toCode[needed];
}

export function mayDo(viewer: { readonly role: Role }, action: Action): boolean {
  return atLeast(viewer.role, NEEDED_ROLE[action]);
}
