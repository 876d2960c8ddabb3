import { createHash } from 'node:crypto';
import { isSchemeId, type SchemeId } from '@aipower/registry/rules';
import { isItemCode } from '@aipower/taxonomy';
import { z } from 'zod';

/** A receiver that the operator of the site has set up. */
export interface WebhookEndpoint {
  readonly url: string;
  /** As Standard Webhooks writes it: `whsec_` and 24 to 64 bytes in base64. */
  readonly secret: string;
  /** Only changes that concern these; all of them where none is given. */
  readonly scheme?: SchemeId | undefined;
  readonly item?: string | undefined;
  readonly provider?: string | undefined;
  /** The receiver lies in the operator's own network; otherwise nothing is sent to a private address. */
  readonly private: boolean;
}

function isTarget(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hash } = new URL(value);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}

function isSecret(value: string): boolean {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const { length } = Buffer.from(base64 ?? '', 'base64');
  return length >= 24 && length <= 64;
}

const endpoint = z
  .strictObject({
    url: z.string().refine(isTarget, { error: 'url is an http or https address without a user or a fragment' }),
    secret: z.string().refine(isSecret, { error: 'secret is whsec_ and 24 to 64 random bytes in base64' }),
    scheme: z
      .custom<SchemeId>((value) => typeof value === 'string' && isSchemeId(value), {
        error: 'scheme is the id of a scheme, such as ai',
      })
      .optional(),
    item: z.string().refine(isItemCode, { error: 'item is a code of the catalogue, such as 4.6.1' }).optional(),
    provider: z
      .string()
      .regex(/^\d{8}$/, { error: 'provider is a 統一編號 of 8 digits' })
      .optional(),
    private: z.boolean().default(false),
  })
  .refine(({ url, private: own }) => own || url.startsWith('https:'), {
    error: 'url begins with https; http is for a receiver in your own network ("private": true)',
  });

/** `WEBHOOKS`: a JSON list of endpoints. Never shown in an error: it holds secrets. */
export const webhookList = z.string().transform((value, context): readonly WebhookEndpoint[] => {
  const fail = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  let given: unknown;
  try {
    given = JSON.parse(value);
  } catch {
    return fail('a JSON list such as [{"url": "https://example.tw/hook", "secret": "whsec_…"}]');
  }
  const read = z.array(endpoint).max(50).safeParse(given);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  return fail(
    `a list of endpoints, of which ${path.length > 0 ? `number ${Number(path[0]) + 1}` : 'one'} is not right: ${message}`,
  );
});

/** Stands for an endpoint where its state is kept: another filter is another subscription, a new secret is not. */
export const idOf = ({ url, scheme, item, provider }: WebhookEndpoint): string =>
  createHash('sha256')
    .update(JSON.stringify([url, scheme ?? '', item ?? '', provider ?? '']))
    .digest('base64url')
    .slice(0, 22);
