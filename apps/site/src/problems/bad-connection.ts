import type { Duplex } from 'node:stream';
import type { ProblemType } from './problem-types.ts';
import { problemWords } from './problem-words.ts';

/** What Node gives up on before Express sees a request, by the code of its error. */
const causes: Readonly<Record<string, { status: string; type: ProblemType | null; title: string; detail?: string }>> = {
  // Characters that are not encoded, as from a command line: `curl '…?number=示範'`.
  HPE_INVALID_URL: {
    status: '400 Bad Request',
    type: 'malformed-address',
    title: problemWords.en.types['malformed-address'].title,
    // Nobody knows the reader's language here.
    detail: [problemWords.zh, problemWords.en]
      .map(({ types: { 'malformed-address': said } }) => `${said.detail} ${said.todo}`)
      .join(' '),
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    type: 'request-timeout',
    title: problemWords.en.types['request-timeout'].title,
  },
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    type: null,
    title: 'The headers are too large',
  },
};

const malformed = { status: '400 Bad Request', type: null, title: 'This is not an HTTP request', detail: undefined };

/**
 * Answers a connection that sent no readable request, or sent it too slowly, with a problem document, and closes it.
 * There is no request here to take a language or an origin from, so the type is the plain `about:blank` of RFC 9457
 * where it would need one.
 */
export function answerBadConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, type, title, detail } = causes[error.code ?? ''] ?? malformed;
  const code = Number(status.slice(0, 3));
  const body = JSON.stringify({ type: type ? `/problems/${type}` : 'about:blank', title, status: code, detail });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json\r\nCache-Control: no-store\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
