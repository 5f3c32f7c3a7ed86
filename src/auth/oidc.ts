import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Logger } from '@nestjs/common';
import { ROLE, type Role } from '../database/codes.js';
import type { OidcSettings } from '../config/oidc-settings.js';
import { SignInRefusedError, SignInUnavailableError } from './sign-in-error.js';
import { UnauthenticatedError } from './unauthenticated-error.js';

/** Signed with a key of the provider alone: with HS256, whoever knows a public key could sign by it; "none" is no signature. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** How far the clocks of the provider and of this server may be apart, in seconds. */
const SKEW_S = 30;
/** How long the provider may take to answer, in milliseconds. */
const TIMEOUT_MS = 5_000;
/** How long its keys are believed; a key that is not among them is looked for sooner, but not more often than that. */
const KEYS_MS = 600_000;
const KEYS_AGAIN_MS = 30_000;
/** How long what it says of itself is believed, and after a failure how soon it is asked again, in milliseconds. */
const DISCOVERY_MS = 3_600_000;
const DISCOVERY_AGAIN_MS = 2_000;
/** How often the log tells that it cannot be asked, in milliseconds. */
const TOLD_MS = 10_000;
/** Of a name or an address that is taken over. */
const MAX_NAME = 200;
/** What OpenID Connect Core, section 2, allows a subject to be. */
const SUBJECT = /^\P{Cc}{1,255}$/u;

/** Whom a provider vouches for. */
export interface Person {
  readonly workspaceId: string;
  readonly issuer: string;
  readonly subject: string;
  /** Null where the provider does not say. */
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role;
  /** Until when it vouches. */
  readonly until: Date;
}

/** Finds out, with a provider that speaks OpenID Connect, who shows a JSON Web Token. */
export class Oidc {
  private readonly log = new Logger('SignIn');
  private toldAt = 0;
  private known: { readonly keys: Promise<JWTVerifyGetKey>; readonly until: number } | null = null;

  constructor(
    private readonly settings: OidcSettings,
    private readonly keysAgainMs = KEYS_AGAIN_MS,
  ) {}

  /** Whether a text has the form of a JSON Web Token. Our own tokens have not. */
  static looksLike(token: string): boolean {
    return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);
  }

  /**
   * @throws UnauthenticatedError for a token that is not the provider's, not for us, or has expired; SignInRefusedError
   *   for somebody who has no role or no workspace here; SignInUnavailableError
   */
  async verify(token: string): Promise<Person> {
    const { issuer, audience } = this.settings;
    const keys = await this.keys();
    let claims: JWTPayload;
    try {
      const options = {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: SKEW_S,
        requiredClaims: ['exp', 'sub'],
      };
      claims = (await jwtVerify(token, keys, options)).payload;
    } catch (error) {
      if (isOfTheToken(error)) throw new UnauthenticatedError(`a JSON Web Token with ${error.code}: ${error.message}`);
      throw this.unavailable(error);
    }
    if (!SUBJECT.test(claims.sub ?? '')) throw new UnauthenticatedError('a JSON Web Token whose subject is no name');
    return this.personOf(claims);
  }

  private personOf(claims: JWTPayload): Person {
    const email = claims['email_verified'] === false ? null : textOf(claims['email']);
    return {
      issuer: this.settings.issuer,
      subject: claims.sub!,
      name: textOf(claims['name']) ?? textOf(claims['preferred_username']) ?? email,
      email,
      role: this.roleOf(claims),
      workspaceId: this.workspaceOf(claims),
      until: new Date((claims.exp! + SKEW_S) * 1000),
    };
  }

  /** The highest of those that the person's claim leads to. */
  private roleOf(claims: JWTPayload): Role {
    const { roleClaim, roles } = this.settings;
    const found = valuesAt(claims, roleClaim).flatMap((value) => roles.get(value) ?? []);
    const [highest] = found.sort((a, b) => ROLE.toCode[b] - ROLE.toCode[a]);
    if (highest) return highest;
    throw new SignInRefusedError(
      `your sign-in has no role here: its claim "${roleClaim}" names none that leads to one`,
    );
  }

  private workspaceOf(claims: JWTPayload): string {
    const { workspace } = this.settings;
    if ('id' in workspace) return workspace.id;
    const [found, ...more] = valuesAt(claims, workspace.claim);
    if (found !== undefined && more.length === 0 && UUID.test(found)) return found.toLowerCase();
    throw new SignInRefusedError(
      `your sign-in has no workspace here: its claim "${workspace.claim}" is not the id of one`,
    );
  }

  private async keys(): Promise<JWTVerifyGetKey> {
    const now = Date.now();
    if (!this.known || this.known.until <= now) {
      const keys = this.discover();
      this.known = { keys, until: now + DISCOVERY_MS };
      keys.catch(() => (this.known = { keys, until: now + DISCOVERY_AGAIN_MS }));
    }
    try {
      return await this.known.keys;
    } catch (error) {
      throw this.unavailable(error);
    }
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const { issuer } = this.settings;
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`${response.url} answers ${response.status}`);
    const { issuer: named, jwks_uri: address } = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (named !== issuer)
      throw new Error(`${response.url} is about another issuer; OBELUS_OIDC_ISSUER must be as it says`);
    if (typeof address !== 'string' || !URL.canParse(address)) throw new Error(`${response.url} names no jwks_uri`);
    const url = new URL(address);
    if (url.protocol !== 'https:' && new URL(issuer).protocol === 'https:') throw new Error(`${address} is not https`);
    return createRemoteJWKSet(url, {
      timeoutDuration: TIMEOUT_MS,
      cooldownDuration: this.keysAgainMs,
      cacheMaxAge: KEYS_MS,
    });
  }

  private unavailable(cause: unknown): SignInUnavailableError {
    if (Date.now() - this.toldAt >= TOLD_MS) {
      this.toldAt = Date.now();
      const why = cause instanceof Error ? cause.message : String(cause);
      this.log.error(`the provider of sign-ins, ${this.settings.issuer}, cannot be asked: ${why}`);
    }
    return new SignInUnavailableError({ cause });
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is wrong is the token, not the provider. */
function isOfTheToken(error: unknown): error is InstanceType<typeof errors.JOSEError> {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    // Of the provider's answer, jose says no more than this.
    error.code !== 'ERR_JOSE_GENERIC'
  );
}

/** A claim by its name, or by a path of names with dots between: one text, or several. */
function valuesAt(claims: JWTPayload, name: string): string[] {
  const at = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
  const found = at(claims, name) ?? name.split('.').reduce<unknown>(at, claims);
  return (Array.isArray(found) ? found : [found]).filter((each) => typeof each === 'string');
}

function textOf(claim: unknown): string | null {
  if (typeof claim !== 'string') return null;
  const text = claim.replace(/[\p{Cc}\p{Surrogate}\s]+/gu, ' ').trim();
  return text === '' ? null : text.slice(0, MAX_NAME).trim();
}
