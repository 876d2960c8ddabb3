import { AsyncLocalStorage } from 'node:async_hooks';
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';

const asking = new AsyncLocalStorage<string>();

/** Who asks. A forwarded address that is no address counts for the neighbour that sent it; IPv6 clients hold a /56. */
export function clientOf(req: Request): string {
  const ip = req.ip && isIP(req.ip) ? req.ip : (req.socket.remoteAddress ?? '');
  return ipKeyGenerator(ip, 56);
}

/** Everything done for a request knows for whom, so that queues can be fair without every caller naming its client. */
export const rememberClient: RequestHandler = (req, _res, next) => asking.run(clientOf(req), next);

/** For whom is this being done? `null`: for nobody, as before a first visitor, or for everybody. */
export const currentClient = (): string | null => asking.getStore() || null;

/** Does a step for a client. */
export const onBehalfOf = <T>(client: string, step: () => T): T => asking.run(client, step);

/** Does a step for everybody, such as making what all will use, whoever happened to ask for it first. */
export const onBehalfOfAll = <T>(step: () => T): T => asking.run('', step);
