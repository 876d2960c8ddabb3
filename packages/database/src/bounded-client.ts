import type { Duplex } from 'node:stream';
import type pg from 'pg';

/** A client of PostgreSQL that waits for no answer longer than its limit: one that froze is cut off, and the pool lets it go. */
export interface BoundedClient extends pg.Client {
  /** Milliseconds an answer may take. */
  limit: number;
  /** Ends the connection at once, whatever it waits for. */
  cut(reason: Error): void;
}

/**
 * PostgreSQL's texts hold every letter but one, and refuse the whole statement for it; SQLite takes it. As half a letter does
 * in either, it becomes the sign for what cannot be shown: nothing is found under it, and nobody's request fails.
 */
function holdable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
}

/**
 * The client class for a pool. `statement_timeout` binds a server that answers; this binds one that does not: a frozen
 * process, or a network that drops packets without a word, which TCP alone notices after a quarter of an hour.
 * @param living every connection that is open.
 */
export function boundedClient(driver: typeof pg, limit: number, living: Set<BoundedClient>): typeof pg.Client {
  class Bounded extends driver.Client {
    limit = limit;

    constructor(config?: pg.ClientConfig) {
      super(config);
      const self = this as BoundedClient;
      living.add(self);
      // Whoever waits for an answer is told; between two questions there is nobody, and an error nobody hears ends the process.
      this.on('error', () => {});
      this.once('end', () => living.delete(self));
    }

    cut(reason: Error): void {
      // pg has no public way to leave without saying goodbye to who does not listen.
      (this as unknown as { connection: { stream: Duplex } }).connection.stream.destroy(reason);
    }

    // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg's own method, passed on as they come.
    override query(...given: any[]): any {
      if (Array.isArray(given[1])) given[1] = given[1].map(holdable);
      const timer = setTimeout(
        () => this.cut(Object.assign(new Error(`no answer within ${this.limit / 1000} s`), { code: '57014' })),
        this.limit,
      );
      const done = () => clearTimeout(timer);
      const callback = given.findLastIndex((one) => typeof one === 'function');
      if (callback >= 0) {
        const tell = given[callback];
        given[callback] = (...answer: unknown[]) => {
          done();
          tell(...answer);
        };
      }
      const answer = (super.query as (...all: unknown[]) => unknown)(...given);
      if (answer instanceof Promise) answer.then(done, done);
      else if (callback < 0) done();
      return answer;
    }
  }
  return Bounded as unknown as typeof pg.Client;
}
