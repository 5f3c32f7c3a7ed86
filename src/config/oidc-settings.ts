import { ROLE, type Role } from '../database/codes.js';

/** Which provider of sign-ins is believed, and what its words mean here. */
export interface OidcSettings {
  /** As it names itself: an address. */
  readonly issuer: string;
  /** For whom its tokens must be. */
  readonly audience: string;
  /** The claim that tells of roles: its name, or names with dots between. */
  readonly roleClaim: string;
  /** What the claim's values lead to. */
  readonly roles: ReadonlyMap<string, Role>;
  /** The workspace of all who sign in, a UUID; or the claim that has the UUID. */
  readonly workspace: { readonly id: string } | { readonly claim: string };
}

/** The settings as they stand in the environment. */
export interface OidcGiven {
  readonly oidcIssuer: string | null;
  readonly oidcAudience: string | null;
  readonly oidcRoleClaim: string;
  readonly oidcRoles: string | null;
  readonly oidcWorkspace: string | null;
  readonly oidcWorkspaceClaim: string | null;
}

/** Whether an address can be asked safely: over TLS, or on this machine. */
export function isIssuer(text: unknown): boolean {
  if (typeof text !== 'string' || !URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && search + hash + username === '';
}

/** What "editors=EDITOR,desk=CHECKER" says; null when it cannot be read. */
export function readRoles(text: string): Map<string, Role> | null {
  const roles = new Map<string, Role>();
  for (const each of text.split(',')) {
    const [, value, role] = /^(.+)=\s*(\w+)$/.exec(each.trim()) ?? [];
    if (!value?.trim() || !role || !Object.hasOwn(ROLE.toCode, role)) return null;
    roles.set(value.trim(), role as Role);
  }
  return roles;
}

/** What goes wrong only together, by the setting that is to be mended. Each alone was found right. */
export function oidcMistakes(given: OidcGiven): (readonly [keyof OidcGiven, string])[] {
  const { oidcIssuer, oidcAudience, oidcRoles, oidcWorkspace, oidcWorkspaceClaim } = given;
  if (oidcIssuer === null) {
    const rest = { oidcAudience, oidcRoles, oidcWorkspace, oidcWorkspaceClaim };
    return (Object.keys(rest) as (keyof typeof rest)[])
      .filter((each) => rest[each] !== null)
      .map((each) => [each, 'absent, or stand beside OBELUS_OIDC_ISSUER']);
  }
  const mistakes: (readonly [keyof OidcGiven, string])[] = [];
  if (oidcAudience === null)
    mistakes.push(['oidcAudience', 'given beside OBELUS_OIDC_ISSUER: for whom its tokens are']);
  if (oidcRoles === null) mistakes.push(['oidcRoles', 'given beside OBELUS_OIDC_ISSUER, as in "editors=EDITOR"']);
  if ((oidcWorkspace === null) === (oidcWorkspaceClaim === null)) {
    const advice = 'given beside OBELUS_OIDC_ISSUER, or OBELUS_OIDC_WORKSPACE_CLAIM in its place, and not both';
    mistakes.push(['oidcWorkspace', advice]);
  }
  return mistakes;
}

/** Null where no provider is configured. Call it for what has no mistakes. */
export function oidcSettings(given: OidcGiven): OidcSettings | null {
  const { oidcIssuer, oidcAudience, oidcRoleClaim, oidcRoles, oidcWorkspace, oidcWorkspaceClaim } = given;
  if (oidcIssuer === null || oidcAudience === null || oidcRoles === null) return null;
  return {
    issuer: oidcIssuer,
    audience: oidcAudience,
    roleClaim: oidcRoleClaim,
    roles: readRoles(oidcRoles) ?? new Map(),
    workspace: oidcWorkspaceClaim === null ? { id: oidcWorkspace!.toLowerCase() } : { claim: oidcWorkspaceClaim },
  };
}
