import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestPki, type TestPki, toPem } from '@aipower/gpki/testing';
import { NOW, type RunningSite, startSite } from '../running-site.ts';

/** Addresses of lists that a card may name: at hand, over since yesterday, and one whose server fails. */
export interface CardLists {
  readonly stale: string;
  readonly away: string;
}

export interface CardDesk {
  readonly site: RunningSite;
  readonly pki: TestPki;
  readonly lists: CardLists;
  stop(): Promise<void>;
}

/** The desk as an operator runs it: roots from a file, lists of revoked cards over HTTP. The authority is one of the test. */
export async function startCardDesk(): Promise<CardDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-cards-'));
  let pki: TestPki;
  const server = createServer(async (request, response) => {
    const address = `http://${request.headers.host}${request.url}`;
    if (address === lists.away) return void response.writeHead(503).end();
    const day = 86_400_000;
    const over = { thisUpdate: new Date(NOW.getTime() - 2 * day), nextUpdate: new Date(NOW.getTime() - day) };
    response.end(address === lists.stale ? await pki.crl(over) : await pki.fetchCrl(address));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const crlHost = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lists = { stale: `http://${crlHost}/stale.crl`, away: `http://${crlHost}/away.crl` };
  pki = await createTestPki({ now: NOW, crlHost });
  const roots = join(folder, 'roots.pem');
  writeFileSync(roots, toPem(pki.root.der));
  const site = await startSite({ SAMPLE_DATA: 'yes', CARD_ROOTS: roots, CARD_CRL_HOSTS: crlHost });
  return {
    site,
    pki,
    lists,
    async stop() {
      await site.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
