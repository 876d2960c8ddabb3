// Plain JavaScript on purpose: it must be readable by whatever Node is on the machine, so that an
// old one is told what to do instead of failing on the first line of TypeScript.
import module from 'node:module';
import { join } from 'node:path';
import v8 from 'node:v8';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `aipower needs Node 22.18 or newer to start and found ${process.versions.node}: run "npm ci && npm start", which brings its own Node.`,
  );
  process.exit(1);
}
if (!process.execArgv.some((arg) => arg.includes('aipower:source'))) {
  console.error('aipower runs from source: start it with "npm start" (node --conditions=aipower:source start.mjs).');
  process.exit(1);
}
// V8 keeps garbage for as long as the machine has memory to spare, twice what is in use and more: here it is collected once a third
// has come on top (docs/decisions/213).
v8.setFlagsFromString('--heap-growing-percent=30');
// Stripping types and compiling the program is half of the start; kept from the second start on.
module.enableCompileCache(join(import.meta.dirname, '../../var/compile-cache'));
const { main } = await import('./src/server.ts');
await main();
