const WINDOW_MS = 60_000;

/** Counts what clients do after they were refused, and tells which of them are not listened to for the rest of the minute. */
export interface FloodGuard {
  /** A client opened a connection, or was refused answers. */
  count(client: string, times?: number): void;
  /** Whether its connections end before anything of them is read. */
  holdsOff(client: string): boolean;
}

/**
 * Telling a client that it asks too often costs a connection, a request and an answer. Who is told so and goes on for as many
 * times again as it may ask is a flood: for the rest of the minute its connections are closed unread. Until then it is
 * told, because many people may share one address, and because whoever is not told cannot know what to do.
 *
 * @param limit refusals and connections of a client and minute, together
 * @param now milliseconds of a clock that never goes back
 */
export function floodGuard(limit: number, now: () => number = () => performance.now()): FloodGuard {
  let counts = new Map<string, number>();
  let endsAt = now() + WINDOW_MS;
  const current = () => {
    if (now() >= endsAt) {
      endsAt = now() + WINDOW_MS;
      counts = new Map();
    }
    return counts;
  };
  return {
    count(client, times = 1) {
      const known = current();
      known.set(client, (known.get(client) ?? 0) + times);
    },
    holdsOff: (client) => (current().get(client) ?? 0) > limit,
  };
}
