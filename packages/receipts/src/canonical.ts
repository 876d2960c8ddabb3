import canonicalize from 'canonicalize';

/**
 * A value as RFC 8785 canonical JSON: one text for one value, so that its hash can be computed again anywhere.
 * @throws TypeError for a value JSON cannot hold (undefined, a function, NaN, a lone surrogate).
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new TypeError(`canonicalJson(value): JSON cannot hold this value (${(cause as Error).message})`, { cause });
  }
  if (text === undefined) throw new TypeError('canonicalJson(value): expected a JSON value, found undefined');
  return text;
}

/** SHA-256 of the canonical JSON of a value, as `sha256:` and 64 hexadecimal digits. */
export async function canonicalHash(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(value)));
  return `sha256:${Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
