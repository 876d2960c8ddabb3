import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Config } from '../../config.ts';
import type { StaffLogin } from '../../deps.ts';
import { pages } from '../../page/pages.ts';

/** The provider does not answer, or not as one: nobody was refused, and a later try may work. */
export class LoginUnavailable extends Error {
  override name = 'LoginUnavailable';
}

/** The provider answered, and nobody is logged in by that answer. */
export class LoginRefused extends Error {
  override name = 'LoginRefused';
}

/** Where the provider sends the browser back to: to be registered with it as it is. */
export const callbackPath = `${pages.staffLogin.path}/callback`;

interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** How a provider may name somebody. */
type Claims = {
  readonly name?: unknown;
  readonly preferred_username?: unknown;
  readonly email?: unknown;
  readonly email_verified?: unknown;
};

const TIMEOUT_SECONDS = 10;

/** The provider that OIDC_ISSUER names, asked for its addresses when somebody first logs in; null where none is named. */
export function staffLogin(config: Config, origin: string): StaffLogin | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client, OIDC_CLIENT_SECRET: secret } = config;
  if (issuer === undefined || client === undefined) return null;
  const redirect_uri = `${origin}${callbackPath}`;
  let found: Promise<Configuration> | null = null;
  const provider = async () => {
    found ??= discover(issuer, client, secret);
    try {
      return await found;
    } catch (error) {
      // Asked again next time: a provider that is away for a minute is not away for good.
      found = null;
      throw new LoginUnavailable(`${issuer}: ${(error as Error).message}`, { cause: error });
    }
  };
  return {
    issuer,
    async begin() {
      const server = await provider();
      const checks: Checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(server, {
        redirect_uri,
        scope: 'openid profile email',
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, checks: JSON.stringify(checks) };
    },
    async finish(answer, kept) {
      const server = await provider();
      const { state, nonce, verifier } = JSON.parse(kept) as Checks;
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      };
      try {
        const tokens = await authorizationCodeGrant(server, answer, checks);
        const claims: Claims & { readonly iss: string; readonly sub: string } = tokens.claims()!;
        const { iss, sub } = claims;
        // Many providers tell the name only where they are asked for it; without one the id stands in its place.
        const isWhole = nameOf(claims.name) !== null && claims.email !== undefined;
        const more: Claims = isWhole ? {} : await fetchUserInfo(server, tokens.access_token, sub).catch(() => ({}));
        const all = { ...claims, ...more };
        const name = nameOf(all.name) ?? nameOf(all.preferred_username) ?? sub;
        // An address that nobody has verified could be anybody's.
        const email = all.email_verified === true && typeof all.email === 'string' ? all.email : null;
        return { issuer: iss, sub, name, email };
      } catch (error) {
        if (isAway(error)) throw new LoginUnavailable((error as Error).message, { cause: error });
        throw new LoginRefused(reasonOf(error), { cause: error });
      }
    },
    async logoutAddress() {
      const server = await provider();
      if (server.serverMetadata().end_session_endpoint === undefined) return null;
      return buildEndSessionUrl(server, { post_logout_redirect_uri: `${origin}${pages.staffLogin.path}` }).href;
    },
  };
}

async function discover(issuer: string, client: string, secret: string | undefined): Promise<Configuration> {
  const plain = issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : {};
  return discovery(new URL(issuer), client, secret, undefined, { timeout: TIMEOUT_SECONDS, ...plain });
}

function nameOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim().slice(0, 100) : null;
}

/** Did the provider not answer at all? What it answered with a code of its own is a refusal. */
function isAway(error: unknown): boolean {
  const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
  return code === 'OAUTH_TIMEOUT' || (typeof status === 'number' && status >= 500) || error instanceof TypeError;
}

/** The code of what went wrong; never what a provider wrote, which may hold anything. */
function reasonOf(error: unknown): string {
  if (error instanceof AuthorizationResponseError) return error.error.slice(0, 60);
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'login-refused';
}
