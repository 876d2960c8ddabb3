import { mkdir, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createApp } from '../src/app.ts';
import { systemClock } from '../src/clock.ts';
import { type Config, isFirstLocalStart, readConfig, receiptKeyFile } from '../src/config.ts';
import { createLog } from '../src/http/log.ts';
import { writeMirror } from '../src/mirror/write-mirror.ts';
import { createDeps } from '../src/open-deps.ts';
import { startProblem } from '../src/server.ts';

/**
 * `npm run mirror OUT`: the public pages, feeds and dumps of this site's register as files. Reads the configuration that the
 * site itself is started with; PUBLIC_ORIGIN says under which address the copy will be served.
 */
async function main([out, ...more]: readonly string[]): Promise<number> {
  if (out === undefined || more.length > 0 || out.startsWith('-')) {
    console.error('Usage: npm run mirror OUT, where OUT is an empty folder, or one that does not exist yet.');
    return 2;
  }
  const folder = resolve(process.env['INIT_CWD'] ?? '.', out);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    console.error(
      `${folder} is not empty; expected an empty folder. Name another one, or empty it: nothing is overwritten.`,
    );
    return 2;
  }
  const config = configOfCopy(readConfig(process.env));
  if (config.PUBLIC_ORIGIN === undefined)
    console.error('PUBLIC_ORIGIN is not set: feeds, maps and identifiers will name an address of this machine.');
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, config.HOST, listening));
  const url = `http://${config.HOST}:${(server.address() as AddressInfo).port}`;
  const deps = await createDeps(config, { clock: systemClock, log: createLog(config.LOG_LEVEL), origin: url });
  server.on('request', createApp(deps));
  try {
    const { files, bytes, problems } = await writeMirror(deps, url, folder);
    for (const problem of problems) console.error(problem);
    console.log(`${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB in ${folder}`);
    return problems.length > 0 ? 1 : 0;
  } finally {
    server.closeAllConnections();
    server.close();
    await deps.close();
  }
}

/** On a port of its own that nobody else asks. Of the applications nothing is public: their database is not opened. */
function configOfCopy(asked: Config): Config {
  return {
    ...asked,
    HOST: '127.0.0.1',
    DEMONSTRATION: 'no',
    LOG_LEVEL: process.env['LOG_LEVEL'] ? asked.LOG_LEVEL : 'warn',
    RATE_LIMIT_PER_MINUTE: 1_000_000,
    // This address is the machine's own; the site's may be one where fiction must not come unasked.
    SAMPLE_DATA: isFirstLocalStart(asked) || asked.SAMPLE_DATA === 'yes' ? asked.SAMPLE_DATA : 'no',
    RECEIPT_KEYS_FILE: receiptKeyFile(asked),
    APPLICATIONS_DATABASE_URL: ':memory:',
  };
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(startProblem(error));
    process.exit(1);
  },
);
