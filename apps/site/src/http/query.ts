import type { Request } from 'express';
import type { Messages } from '../page/words.zh.ts';

/** An address or form that cannot be understood. Shown as a page of its own. */
export class BadQuery extends Error {
  override name = 'BadQuery';
  readonly status = 400;
}

/**
 * The parameters of a page's address, each at most once. What the page does not know is passed over: whoever passes a link
 * on hangs marks of his own on it (`fbclid`, `utm_source`, `openExternalBrowser`), and they ask for nothing.
 *
 * @param known the parameters the page understands
 * @returns the given ones, trimmed; a parameter that is not there is an empty text
 * @throws BadQuery for a parameter given twice, with a sentence that names it
 */
export function readQuery<Name extends string>(
  req: Request,
  t: Messages,
  known: readonly Name[],
): Readonly<Record<Name, string>> {
  const given = req.query as Record<string, string | string[]>;
  for (const name of known) if (Array.isArray(given[name])) throw new BadQuery(t.errors.repeatedParameter(name));
  return Object.fromEntries(known.map((name) => [name, String(given[name] ?? '').trim()])) as Record<Name, string>;
}

/**
 * The same for a download: a parameter it does not know is refused, because a filter that was passed over would give other
 * rows than were asked for, in a file that does not say so.
 */
export function readStrictQuery<Name extends string>(
  req: Request,
  t: Messages,
  known: readonly Name[],
): Readonly<Record<Name, string>> {
  refuseUnknown(req.query, t, known);
  return readQuery(req, t, known);
}

function refuseUnknown(given: object, t: Messages, known: readonly string[]): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new BadQuery(t.errors.unknownParameter(unknown.slice(0, 60)));
}

/**
 * The fields of a posted form: known names only, each once. Nothing is trimmed, because what was
 * typed is shown again as it was.
 */
export function readForm<Name extends string>(
  body: unknown,
  t: Messages,
  known: readonly Name[],
): Readonly<Record<Name, string>> {
  const given = (body ?? {}) as Record<string, string | string[]>;
  refuseUnknown(given, t, known);
  for (const name of known) if (Array.isArray(given[name])) throw new BadQuery(t.errors.repeatedParameter(name));
  return Object.fromEntries(known.map((name) => [name, String(given[name] ?? '')])) as Record<Name, string>;
}
