import type { FetchCrl } from './crl.ts';

/** Limits of the fetcher of revocation lists: milliseconds and bytes. */
export interface CrlFetcherOptions {
  /** Longest answer, in bytes. Default: 20 MB. */
  readonly maxBytes?: number;
  /** Longest wait for the whole list, in milliseconds. Default: 10 000. */
  readonly timeoutMs?: number;
  /** How long a list is used again before it is fetched anew, in milliseconds. Default: 10 minutes. Failures are not kept. */
  readonly keepMs?: number;
  /** Milliseconds of a clock that does not go back. Default: `performance.now`. */
  readonly clock?: () => number;
}

/**
 * Fetches revocation lists over HTTP, follows no redirect (it could lead past the list of allowed hosts), and shares one
 * request among logins that ask at the same time.
 */
export function createCrlFetcher(options: CrlFetcherOptions = {}): FetchCrl {
  const { maxBytes = 20 * 1024 * 1024, timeoutMs = 10_000, keepMs = 600_000 } = options;
  const clock = options.clock ?? (() => performance.now());
  const kept = new Map<string, { readonly since: number; readonly list: Promise<Uint8Array> }>();
  return (address) => {
    const known = kept.get(address);
    if (known && clock() - known.since < keepMs) return known.list;
    const list = fetchList(address, maxBytes, timeoutMs);
    kept.set(address, { since: clock(), list });
    list.catch(() => {
      if (kept.get(address)?.list === list) kept.delete(address);
    });
    return list;
  };
}

async function fetchList(address: string, maxBytes: number, timeoutMs: number): Promise<Uint8Array> {
  const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > maxBytes) throw new Error(`more than ${maxBytes} bytes`);
    parts.push(part);
  }
  const list = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    list.set(part, at);
    at += part.length;
  }
  return list;
}
