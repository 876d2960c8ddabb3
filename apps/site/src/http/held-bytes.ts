import type { RequestHandler, Response } from 'express';
import { clientOf } from './client.ts';
import { QueueFull } from './work-queue.ts';

const MIB = 1024 * 1024;

/** How many bytes the process holds for others at the same time. */
export interface ByteLimits {
  /** Bodies that are being received or answered, per client and in all. */
  readonly bodies: { readonly client: number; readonly total: number };
  /** Answers that were made and not yet taken, per client and in all. */
  readonly answers: { readonly client: number; readonly total: number };
}

const LIMITS: ByteLimits = {
  // A client may send two sheets at once, or many small forms.
  bodies: { client: 50 * MIB, total: 256 * MIB },
  // One answer to ten thousand claims is 23 MiB.
  answers: { client: 64 * MIB, total: 256 * MIB },
};

/** The most that any address keeps of one body; what is longer is refused or thrown away as it comes. */
const MAX_KEPT = 25 * MIB;

/**
 * Bounds what a client makes the process hold, counted in bytes and not in requests: bodies by what they say they are long
 * (one that does not say counts as the longest), answers by what of them still lies here because nobody takes it.
 *
 * @throws QueueFull to `next`: nothing was read, and whoever comes back later may be let in
 */
export function heldBytes(limits: ByteLimits = LIMITS): RequestHandler {
  const bodies = new Map<string, number>();
  const answers = new Map<string, Set<Response>>();
  let total = 0;

  return (req, res, next) => {
    const client = clientOf(req);
    const open = answers.get(client) ?? new Set();
    if (unsent(open) > limits.answers.client)
      return next(new QueueFull('the client has not taken the answers that lie here for it'));
    const body = declared(req.headers);
    const held = bodies.get(client) ?? 0;
    if (body > 0 && (held + body > limits.bodies.client || total + body > limits.bodies.total))
      return next(new QueueFull('too many bytes are being received'));
    answers.set(client, open.add(res));
    if (body > 0) {
      bodies.set(client, held + body);
      total += body;
    }
    res.once('close', () => {
      open.delete(res);
      if (open.size === 0) answers.delete(client);
      if (body === 0) return;
      total -= body;
      const left = (bodies.get(client) ?? 0) - body;
      if (left > 0) bodies.set(client, left);
      else bodies.delete(client);
    });
    shed(answers, limits.answers.total);
    next();
  };
}

/** Says what an answer that is sent piece by piece keeps in memory until it is taken whole. */
export function holdBytes(res: Response, bytes: () => number): void {
  res.locals['heldBytes'] = bytes;
}

function heldFor(res: Response): number {
  const held = res.locals['heldBytes'] as (() => number) | undefined;
  return res.writableLength + (held?.() ?? 0);
}

function unsent(open: ReadonlySet<Response>): number {
  let bytes = 0;
  for (const res of open) bytes += heldFor(res);
  return bytes;
}

/** When too much lies here in all, the longest answers that nobody takes are given up, until it is little enough. */
function shed(answers: ReadonlyMap<string, ReadonlySet<Response>>, limit: number): void {
  // One client cannot reach it alone, so there is nothing to add up while few are here.
  if (answers.size < 2) return;
  let total = 0;
  for (const open of answers.values()) total += unsent(open);
  if (total <= limit) return;
  const longest = [...answers.values()].flatMap((open) => [...open]).sort((a, b) => heldFor(b) - heldFor(a));
  for (const res of longest) {
    if (total <= limit) return;
    total -= heldFor(res);
    res.destroy();
  }
}

function declared(headers: Readonly<Record<string, string | string[] | undefined>>): number {
  if (headers['transfer-encoding'] !== undefined) return MAX_KEPT;
  return Math.min(Number(headers['content-length'] ?? 0), MAX_KEPT);
}
