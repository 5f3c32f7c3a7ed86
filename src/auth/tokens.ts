import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { ROLE } from '../database/codes.js';
import { Database } from '../database/database.js';
import { Admission } from './admission.js';
import { Oidc } from './oidc.js';
import { bearerToken, hashToken } from './token.js';
import { UnauthenticatedError } from './unauthenticated-error.js';
import type { Viewer } from './viewer.js';

/** How long an answer is believed, in milliseconds: a revoked token works at most so much longer. */
const BELIEVED_MS = 5_000;
/** Answers kept at most. */
const KEPT = 1_000;
/** How often the last use of a token is written, in milliseconds. */
const TOUCH_MS = 60_000;

interface Answer {
  readonly viewer: Promise<Viewer | null>;
  readonly until: number;
  touchedAt: number;
}

/** Finds out who is calling: by a token of ours, or by one of the provider of sign-ins where there is one. */
@Injectable()
export class Tokens {
  /** By the token's hash, the oldest first. */
  private readonly answers = new Map<string, Answer>();
  private readonly oidc: Oidc | null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Config) { oidc }: Config,
    @Inject(Admission) private readonly admission: Admission,
  ) {
    this.oidc = oidc && new Oidc(oidc);
  }

  /**
   * @param header of the request: `Authorization`
   * @throws UnauthenticatedError; SignInRefusedError, SignInUnavailableError; DatabaseUnavailableError
   */
  async authenticate(header: string | undefined): Promise<Viewer> {
    const token = bearerToken(header);
    if (token === null) throw new UnauthenticatedError('no token');
    const hash = hashToken(token);
    const viewer = await this.remembered(token, hash);
    if (viewer === null || (viewer.until && viewer.until <= new Date())) {
      throw new UnauthenticatedError('a token that is unknown, revoked or expired');
    }
    if (!viewer.until) this.touch(hash);
    return viewer;
  }

  private async remembered(token: string, hash: Buffer): Promise<Viewer | null> {
    const key = hash.toString('base64');
    const now = Date.now();
    const found = this.answers.get(key);
    if (found && found.until > now) return await found.viewer;
    const viewer = this.oidc && Oidc.looksLike(token) ? this.signIn(this.oidc, token) : this.find(hash);
    this.answers.delete(key);
    this.answers.set(key, { viewer, until: now + BELIEVED_MS, touchedAt: found?.touchedAt ?? 0 });
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= KEPT) break;
      this.answers.delete(oldest);
    }
    try {
      const answer = await viewer;
      // Guesses must not push the real ones out.
      if (answer === null) this.answers.delete(key);
      return answer;
    } catch (error) {
      this.answers.delete(key);
      throw error;
    }
  }

  private async signIn(oidc: Oidc, token: string): Promise<Viewer> {
    const person = await oidc.verify(token);
    return { ...(await this.admission.admit(person)), until: person.until };
  }

  private async find(hash: Buffer): Promise<Viewer | null> {
    const [row] = await this.database.outsideWorkspaces<{
      workspace_id: string;
      token_id: string;
      member_id: string;
      role: number;
    }>('SELECT workspace_id, token_id, member_id, role FROM find_token($1)', [hash], { isRead: true });
    if (!row) return null;
    return {
      workspaceId: row.workspace_id,
      memberId: row.member_id,
      tokenId: row.token_id,
      role: ROLE.fromCode(row.role),
    };
  }

  /** Not waited for: a request does not fail because this does. */
  private touch(hash: Buffer): void {
    const answer = this.answers.get(hash.toString('base64'));
    const now = Date.now();
    if (!answer || now - answer.touchedAt < TOUCH_MS) return;
    answer.touchedAt = now;
    this.database.outsideWorkspaces('SELECT touch_token($1)', [hash]).catch(() => undefined);
  }
}
