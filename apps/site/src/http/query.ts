import type { Request } from 'express';
import type { Messages } from '../page/words.zh.ts';

/** An address whose parameters cannot be understood. Shown as a page of its own: nothing is ignored. */
export class BadQuery extends Error {
  override name = 'BadQuery';
  readonly status = 400;
}

/**
 * The parameters of an address, each at most once. A parameter the page does not know, or one given twice, is an error
 * and never ignored, because a visitor would take the answer for an answer to what was asked.
 *
 * @param known the parameters the page understands
 * @returns the given ones, trimmed; a parameter that is not there is an empty text
 * @throws BadQuery with a sentence that names the parameter
 */
export function readQuery<Name extends string>(
  req: Request,
  t: Messages,
  known: readonly Name[],
): Readonly<Record<Name, string>> {
  const given = req.query as Record<string, string | string[]>;
  for (const name of Object.keys(given)) {
    if (!(known as readonly string[]).includes(name)) throw new BadQuery(t.errors.unknownParameter(name.slice(0, 60)));
    if (Array.isArray(given[name])) throw new BadQuery(t.errors.repeatedParameter(name));
  }
  return Object.fromEntries(known.map((name) => [name, String(given[name] ?? '').trim()])) as Record<Name, string>;
}

/**
 * The fields of a posted form, under the same rule: known names only, each once. Nothing is trimmed, because what was
 * typed is shown again as it was.
 */
export function readForm<Name extends string>(
  body: unknown,
  t: Messages,
  known: readonly Name[],
): Readonly<Record<Name, string>> {
  const given = (body ?? {}) as Record<string, string | string[]>;
  for (const name of Object.keys(given)) {
    if (!(known as readonly string[]).includes(name)) throw new BadQuery(t.errors.unknownParameter(name.slice(0, 60)));
    if (Array.isArray(given[name])) throw new BadQuery(t.errors.repeatedParameter(name));
  }
  return Object.fromEntries(known.map((name) => [name, String(given[name] ?? '')])) as Record<Name, string>;
}
