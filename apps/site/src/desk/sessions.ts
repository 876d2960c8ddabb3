import { randomBytes } from 'node:crypto';
import { endSession, type Session, type SessionKind, startSession, useSession } from '@aipower/applications/storage';
import type { Request, Response } from 'express';
import type { Clock } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { basePath } from '../http/base-path.ts';

/** One side of the counter: who sits there, and under which address their cookie is sent. */
export interface Place {
  readonly name: 'apply' | 'staff';
  readonly kind: SessionKind;
  readonly idleSeconds: number;
  readonly maxSeconds: number;
}

export const applyPlace: Place = { name: 'apply', kind: 'company', idleSeconds: 2 * 3600, maxSeconds: 12 * 3600 };
export const staffPlace: Place = { name: 'staff', kind: 'staff', idleSeconds: 3600, maxSeconds: 10 * 3600 };

/** A session is over after so long on a real clock, whatever day a demonstration shows. */
export function sessionClock({ demonstration, clock }: Pick<Deps, 'demonstration' | 'clock'>): Clock {
  return demonstration?.realClock ?? clock;
}

const sessionNow = (deps: Deps) => sessionClock(deps).now().toISOString();

export async function sessionOf(deps: Deps, place: Place, req: Request): Promise<Session | null> {
  const secret = cookieOf(req, cookieName(deps, place));
  if (!secret) return null;
  const session = await useSession(deps.desk.database, secret, sessionNow(deps));
  return session?.kind === place.kind ? session : null;
}

/** Logs somebody in under a new id; what the browser held before is forgotten. */
export async function beginSession(
  deps: Deps,
  place: Place,
  { req, res }: { readonly req: Request; readonly res: Response },
  who: { readonly subject: string; readonly detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  const now = sessionNow(deps);
  const before = cookieOf(req, cookieName(deps, place));
  if (before) await endSession(deps.desk.database, before, now);
  const { kind, idleSeconds, maxSeconds } = place;
  const secret = await startSession(deps.desk.database, { kind, idleSeconds, maxSeconds, ...who }, now);
  setCookie(deps, place, res, cookieName(deps, place), secret);
}

/** Logs out, and takes what the browser kept of the pages: nobody reads them with its back button. */
export async function leaveSession(deps: Deps, place: Place, req: Request, res: Response): Promise<void> {
  const name = cookieName(deps, place);
  const secret = cookieOf(req, name);
  if (secret) await endSession(deps.desk.database, secret, sessionNow(deps));
  for (const path of pathsOf(deps, place)) res.clearCookie(name, { ...cookieOptions(deps), path });
  res.set('Clear-Site-Data', '"cache"');
}

/** The id of somebody who is about to log in: ties what was asked of the card to this browser. */
export function loginIdOf(deps: Deps, place: Place, req: Request): string | null {
  return cookieOf(req, `${cookieName(deps, place)}-login`);
}

export function giveLoginId(deps: Deps, place: Place, req: Request, res: Response): string {
  const known = loginIdOf(deps, place, req);
  if (known) return known;
  const id = randomBytes(32).toString('base64url');
  setCookie(deps, place, res, `${cookieName(deps, place)}-login`, id);
  return id;
}

/** Which login a browser has gone to the provider for: its answer is taken from no other browser, and for no other login. */
export function giveLoginTry(deps: Deps, place: Place, res: Response, id: string): void {
  setCookie(deps, place, res, `${cookieName(deps, place)}-try`, id);
}

export function takeLoginTry(deps: Deps, place: Place, req: Request, res: Response): string | null {
  const name = `${cookieName(deps, place)}-try`;
  for (const path of pathsOf(deps, place)) res.clearCookie(name, { ...cookieOptions(deps), path });
  return cookieOf(req, name);
}

/** Over https the browser takes it only over https, and from no other site. */
function cookieName({ origin }: Deps, { name }: Place): string {
  return `${origin.startsWith('https:') ? '__Secure-' : ''}aipower-${name}`;
}

/** Both languages, and nothing else: public pages are asked for without a cookie. */
const pathsOf = ({ origin }: Deps, { name }: Place) =>
  ['', '/en'].map((prefix) => `${basePath(origin)}${prefix}/${name}`);

const cookieOptions = ({ origin }: Deps) =>
  ({ httpOnly: true, sameSite: 'lax', secure: origin.startsWith('https:') }) as const;

function setCookie(deps: Deps, place: Place, res: Response, name: string, value: string): void {
  for (const path of pathsOf(deps, place)) res.cookie(name, value, { ...cookieOptions(deps), path });
}

function cookieOf(req: Request, name: string): string | null {
  const found = (req.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  return found && /^[\w-]{16,86}$/.test(found) ? found : null;
}
