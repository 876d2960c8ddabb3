import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { programmesFrom } from '@aipower/programme';
import { createApp } from '@aipower/site/app';
import { readConfig } from '@aipower/site/config';
import { createLog } from '@aipower/site/http/log';
import { createDeps } from '@aipower/site/open-deps';
import { openCall } from './open-call.ts';

// The site in a process of its own, whose clock its parent moves, and whose memory ages faster than a site may be told to.

let clockOffset = Number(process.env['CLOCK_OFFSET'] ?? 0);
const config = {
  ...readConfig({ ...process.env, SAMPLE_DATA: 'no', DEMONSTRATION: 'no', RATE_LIMIT_PER_MINUTE: '1000000' }),
  MEMORY_MAX_AGE_SECONDS: Number(process.env['MEMORY_SECONDS']),
};
const server = createServer();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const clock = { now: () => new Date(Date.now() + clockOffset) };
const deps = await createDeps(config, { clock, log: createLog(config.LOG_LEVEL), origin });
server.on('request', createApp({ ...deps, programmes: programmesFrom([openCall()]) }));
process.on('message', (offset: number) => {
  clockOffset = offset;
  process.send!('moved');
});
process.send!(origin);
