import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';
import type { WebhookEndpoint } from '../webhook-endpoints.ts';

const TIMEOUT_MS = 15_000;

/** The receiver answered 410: it wants no more. */
export class EndpointGone extends Error {
  override name = 'EndpointGone';
}

/**
 * Posts one message, signed as Standard Webhooks 1.0 asks. The address is looked at when the connection is made, so that a
 * name cannot lead into our own network by answering differently the second time; a redirect is not followed.
 *
 * @param at the moment that is signed
 * @throws EndpointGone, or an Error with one sentence, when the receiver does not answer with 2xx
 */
export function deliver(
  { url, secret, private: allowPrivateIPAddress }: WebhookEndpoint,
  { id, body }: { readonly id: string; readonly body: string },
  at: Date,
): Promise<void> {
  const [request, Agent] = url.startsWith('https:')
    ? [requestHttps, RequestFilteringHttpsAgent]
    : [requestHttp, RequestFilteringHttpAgent];
  const agent = new Agent({ allowPrivateIPAddress, keepAlive: false });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'aipower-webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent, signal: AbortSignal.timeout(TIMEOUT_MS) }, (answer) => {
      const { statusCode = 0 } = answer;
      // What it says beside its status is not read: it could be without end.
      answer.destroy();
      if (statusCode >= 200 && statusCode < 300) resolve();
      else if (statusCode === 410) reject(new EndpointGone('the receiver answered 410 Gone'));
      else reject(new Error(`the receiver answered ${statusCode}; expected 2xx`));
    });
    sent.once('error', (error) =>
      reject(
        error.name === 'AbortError' || error.name === 'TimeoutError'
          ? new Error(`no answer within ${TIMEOUT_MS / 1000} s`)
          : error,
      ),
    );
    sent.end(body);
  });
}
