import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real OpenID provider on a port of its own. Its client is known once the site's address is. */
export async function startProvider() {
  let answer: RequestListener = (_req, res) => void res.writeHead(503).end();
  const server = createServer((req, res) => answer(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    client: 'desk',
    secret: 'a-secret-of-the-test',
    serve(site: string) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: 'desk',
            client_secret: 'a-secret-of-the-test',
            redirect_uris: [`${site}/staff/login/callback`],
            post_logout_redirect_uris: [`${site}/staff/login`],
          },
        ],
        claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
        cookies: { keys: ['signs the cookies of a test'] },
        findAccount: (_context: unknown, sub: string) => ({
          accountId: sub,
          claims: async () => ({
            sub,
            name: `示範同仁 ${sub}`,
            email: `${sub.replace('unverified-', '')}@example.tw`,
            email_verified: !sub.startsWith('unverified-'),
          }),
        }),
      });
      answer = provider.callback() as RequestListener;
    },
    fail() {
      answer = (_req, res) => void res.writeHead(500).end();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Logs in at the provider by its own pages. @returns the address it sends the browser back to */
export async function logInAtProvider(start: string, account: string): Promise<string> {
  const { origin } = new URL(start);
  const cookies = new Map<string, string>();
  let address = start;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 20; step++) {
    const answer: Response = await fetch(address, {
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    form = null;
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    const to = answer.headers.get('location');
    if (to !== null) {
      address = new URL(to, address).href;
      if (new URL(address).origin !== origin) return address;
      continue;
    }
    const html = await answer.text();
    const action = /<form[^>]+action="([^"]+)"/.exec(html)?.[1];
    if (!action) throw new Error(`${address}: ${answer.status} ${html.slice(0, 500)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(html)![1]!;
    form = new URLSearchParams(prompt === 'login' ? { prompt, login: account, password: 'any' } : { prompt });
    address = new URL(action, address).href;
  }
  throw new Error(`no end of redirects at ${address}`);
}
