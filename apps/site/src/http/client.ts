import { AsyncLocalStorage } from 'node:async_hooks';
import { isIP } from 'node:net';
import type { Application, Request, RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';

const asking = new AsyncLocalStorage<string>();

/** On the request itself: the limits all ask, and each time every proxy on the way was read and compared. */
const known = Symbol('client');

/** Who asks. A forwarded address that is no address counts for the neighbour that sent it; IPv6 clients hold a /56. */
export function clientOf(req: Request & { [known]?: string }): string {
  let client = req[known];
  if (client === undefined) {
    const { ip } = req;
    client = clientAt(ip && isIP(ip) ? ip : (req.socket.remoteAddress ?? ''));
    req[known] = client;
  }
  return client;
}

/** The client behind an address: whoever has an IPv6 address, which alone holds a colon, has a network of them. */
export const clientAt = (address: string): string => (address.includes(':') ? ipKeyGenerator(address, 56) : address);

/** Whether the connection is that of a proxy that was named as one. */
export const viaProxy = ({ app, socket }: Request): boolean => proxyTest(app)(socket.remoteAddress ?? '');

/** Tells of an address whether it is a proxy that was named as one. */
export function proxyTest(app: Application): (address: string) => boolean {
  const trusted = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  return (address) => trusted(address, 0);
}

/** Everything done for a request knows for whom, so that queues can be fair without every caller naming its client. */
export const rememberClient: RequestHandler = (req, _res, next) => asking.run(clientOf(req), next);

/** For whom is this being done? `null`: for nobody, as before a first visitor, or for everybody. */
export const currentClient = (): string | null => asking.getStore() || null;

/** Does a step for a client. */
export const onBehalfOf = <T>(client: string, step: () => T): T => asking.run(client, step);

/** Does a step for everybody, such as making what all will use, whoever happened to ask for it first. */
export const onBehalfOfAll = <T>(step: () => T): T => asking.run('', step);
