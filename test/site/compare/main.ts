/**
 * Does the site answer as it did? `take FILE` writes what every page and operation answers on the sample register;
 * `compare BEFORE AFTER` tells the differences and fails when there are any. `--html` compares the markup of pages too.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { differences } from './differences.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

const USAGE = 'usage: npm run compare -- take FILE | compare BEFORE AFTER [--html]';
const MAX_SHOWN = 40;

const [command, ...rest] = process.argv.slice(2);
const files = rest.filter((word) => !word.startsWith('--'));
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Snapshot;

if (command === 'take' && files.length === 1) {
  const snapshot = await takeSnapshot();
  mkdirSync(dirname(files[0]!), { recursive: true });
  writeFileSync(files[0]!, JSON.stringify(snapshot, null, 1));
  const answers = Object.values(snapshot);
  console.log(`${answers.length} answers, ${answers.filter(({ html }) => html !== undefined).length} of them pages`);
} else if (command === 'compare' && files.length === 2) {
  const found = differences(read(files[0]!), read(files[1]!), { html: rest.includes('--html') });
  for (const line of found.slice(0, MAX_SHOWN)) console.log(line);
  if (found.length > MAX_SHOWN) console.log(`… and ${found.length - MAX_SHOWN} more`);
  console.log(found.length === 0 ? 'equal' : `${found.length} answers differ`);
  process.exitCode = found.length === 0 ? 0 : 1;
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
