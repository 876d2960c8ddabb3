import type { RequestHandler } from 'express';

/**
 * Short steps of a request as one: the router wraps and matches each that it is given by itself, which takes longer than most
 * of them do.
 *
 * @param steps each calls the next one, or answers, before it returns; the last one may also do so later. None is an async function
 */
export function inTurn(...steps: readonly RequestHandler[]): RequestHandler {
  return (req, res, next) => {
    let done = 0;
    const go = (error?: unknown): void => {
      const step = steps[done++];
      if (error || !step) next(error);
      else step(req, res, go);
    };
    go();
  };
}
