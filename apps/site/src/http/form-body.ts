import express, { type RequestHandler } from 'express';

/** The `type` of the error for a form that cannot be read, beside those of Express' body parser. */
export const UNREADABLE_FORM = 'form.encoding.malformed';

/**
 * Reads a posted form. Percent-encoding that is no UTF-8 is refused: characters put in its place would be checked as if somebody
 * had typed them, and a name that was not read would be answered with "not on the list".
 */
export function formBody(limits: { readonly limit: number | string; readonly parameterLimit: number }): RequestHandler {
  return express.urlencoded({ extended: false, ...limits, verify: refuseUnreadable });
}

function refuseUnreadable(_req: unknown, _res: unknown, body: Buffer): void {
  if (!body.includes('%')) return;
  try {
    decodeURIComponent(body.toString('latin1'));
  } catch (cause) {
    throw Object.assign(new Error('The form is not percent-encoded UTF-8', { cause }), { type: UNREADABLE_FORM });
  }
}
