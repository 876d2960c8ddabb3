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
