/** The state table → docs/application-states.md. `--check` writes nothing and fails when the document is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { stateDocument } from './state-document.ts';

const target = new URL('../../../docs/application-states.md', import.meta.url);
const text = stateDocument();
const stale = !existsSync(target) || readFileSync(target, 'utf8') !== text;
if (process.argv.includes('--check')) {
  if (stale) console.error('docs/application-states.md is stale: run npm run generate');
  process.exitCode = stale ? 1 : 0;
} else if (stale) writeFileSync(target, text);
