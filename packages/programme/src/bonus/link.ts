/** Why a link cannot be what an item asks for. */
export type LinkProblem = 'not-a-url' | 'not-http' | 'wrong-host';

export const maxUrlLength = 2000;

/**
 * Is this text an address on the web, on one of these hosts when given? Subdomains count. Nothing is fetched.
 * @returns the problem, or null when it is fine.
 */
export function linkProblem(text: string, hosts?: readonly string[]): LinkProblem | null {
  const trimmed = text.trim();
  if (trimmed.length > maxUrlLength || /\s/.test(trimmed) || !URL.canParse(trimmed)) return 'not-a-url';
  const { protocol, hostname } = new URL(trimmed);
  if (protocol !== 'https:' && protocol !== 'http:') return 'not-http';
  if (!hostname.includes('.') || hostname.startsWith('.') || hostname.endsWith('.')) return 'not-a-url';
  const allowed = !hosts || hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return allowed ? null : 'wrong-host';
}

/**
 * Does this address lead to something published, not only to the front page or profile of a platform? On the platform itself
 * owner and name are needed (`github.com/owner/name`), on a page of an owner's own (`owner.github.io`) the host is enough.
 */
export function namesPublication(address: string, hosts: readonly string[]): boolean {
  const { hostname, pathname } = new URL(address.trim());
  const own = !hosts.includes(hostname.replace(/^www\./, ''));
  const parts = pathname.split('/').filter((part) => part !== '');
  const named = ['datasets', 'models', 'spaces'].includes(parts[0] ?? '') ? parts.slice(1) : parts;
  return own || named.length >= 2;
}
