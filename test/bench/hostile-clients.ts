import { connect, type Socket } from 'node:net';
import { ods, odsRow } from '../registry/make-workbook.ts';
import { benchNumber, benchScheme } from './registry-data.ts';

export const hostileKinds = ['slow reader', 'slow sender', 'flood', 'awkward file'] as const;
export type HostileKind = (typeof hostileKinds)[number];

/** Clients that mean harm, each kind from loopback addresses of its own, so that the limits of a client apply to them. */
export interface HostileClients {
  /** What each kind got done, for the note of the figure. */
  stop(): { readonly kind: string; readonly tries: number }[];
}

const header = ['登錄類別', '編號', '統一編號'];
const awkwardFiles: readonly { readonly name: string; readonly bytes: Buffer }[] = [
  {
    name: 'repeated.ods',
    bytes: ods([
      {
        name: 's',
        body: `${odsRow(header)}<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`,
      },
    ]),
  },
  { name: 'wide.csv', bytes: Buffer.from(`${'x,'.repeat(40_000)}\n${'1\n'.repeat(5000)}`) },
  { name: 'near.csv', bytes: Buffer.from(`scheme,number\n${nearMisses().join('\n')}\n`) },
];

/** Numbers that stand beside real ones: each asks for a walk among its neighbours. */
function nearMisses(): string[] {
  return Array.from({ length: 9000 }, (_, n) => `${benchScheme(n)},${benchNumber(n).replace(/\d$/, 'X')}`);
}

function upload(host: string, { name, bytes }: { name: string; bytes: Buffer }): Buffer {
  const boundary = 'aipower-bench';
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const head = `POST /verify/sheet HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

/**
 * Slow readers (a big answer that is never fetched), slow senders (an upload a byte at a time), floods of refused requests sent
 * ahead on one connection, and awkward files, all at once and again as soon as they are cut off.
 */
export function startHostileClients(url: string, kinds: readonly HostileKind[] = hostileKinds): HostileClients {
  const { hostname, port, host } = new URL(url);
  const tries = new Map<string, number>();
  const open = new Set<Socket>();
  let stopped = false;

  function again(kind: HostileKind, address: number, every: number, play: (socket: Socket) => void): void {
    if (!kinds.includes(kind)) return;
    const begin = () => {
      if (stopped) return;
      tries.set(kind, (tries.get(kind) ?? 0) + 1);
      const socket = connect({ host: hostname, port: Number(port), localAddress: `127.0.0.${address}` });
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        setTimeout(begin, every);
      });
      socket.on('connect', () => play(socket));
    };
    begin();
  }

  const big = Buffer.from(`GET /providers.csv HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  const refused = Buffer.from(`GET /api/v1/providers?nowhere=1 HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(60));
  for (let n = 0; n < 60; n++)
    again('slow reader', 2 + (n % 3), 50, (socket) => {
      socket.pause();
      socket.write(big);
    });
  for (let n = 0; n < 60; n++)
    again('slow sender', 5 + (n % 3), 50, (socket) => {
      socket.write(
        `POST /verify/sheet HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 8000000\r\n\r\n`,
      );
      const drip = setInterval(() => socket.write('x'), 500);
      socket.on('close', () => clearInterval(drip));
    });
  for (let n = 0; n < 4; n++)
    again('flood', 8 + (n % 2), 50, (socket) => {
      socket.on('data', () => {
        if (!socket.writableNeedDrain) socket.write(refused);
      });
      socket.write(refused);
    });
  for (const [n, file] of awkwardFiles.entries())
    again('awkward file', 10 + n, 200, (socket) => {
      socket.on('data', () => socket.end());
      socket.write(upload(host, file));
    });

  return {
    stop() {
      stopped = true;
      for (const socket of open) socket.destroy();
      return [...tries].map(([kind, count]) => ({ kind, tries: count }));
    },
  };
}
