import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCrlFetcher } from '@aipower/gpki/fetch-crl';
import { afterEach, describe, expect, it } from 'vitest';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/cards.crl`;
}

describe('the fetcher of revocation lists', () => {
  it('fetches once for many, and again when the time is over', async () => {
    let asked = 0;
    let now = 0;
    const address = await serve((_, response) => response.end(`list ${++asked}`));
    const fetchCrl = createCrlFetcher({ keepMs: 1000, clock: () => now });
    const lists = await Promise.all(Array.from({ length: 20 }, () => fetchCrl(address)));
    expect(new Set(lists.map((list) => new TextDecoder().decode(list)))).toEqual(new Set(['list 1']));
    now = 1000;
    expect(new TextDecoder().decode(await fetchCrl(address))).toBe('list 2');
  });

  it('does not keep a failure', async () => {
    let asked = 0;
    const address = await serve((_, response) => response.writeHead(++asked === 1 ? 500 : 200).end('list'));
    const fetchCrl = createCrlFetcher();
    await expect(fetchCrl(address)).rejects.toThrow('HTTP 500');
    await expect(fetchCrl(address)).resolves.toHaveLength(4);
  });

  it('follows no redirect, stops at its size and at its time', async () => {
    const away = await serve((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end());
    await expect(createCrlFetcher()(away)).rejects.toThrow();
    const endless = await serve((_, response) => {
      const more = () => response.write(Buffer.alloc(1000)) && setTimeout(more, 1);
      more();
    });
    await expect(createCrlFetcher({ maxBytes: 5000 })(endless)).rejects.toThrow('more than 5000 bytes');
    const silent = await serve(() => {});
    await expect(createCrlFetcher({ timeoutMs: 100 })(silent)).rejects.toThrow(/time/i);
  });
});
