/** data/ → src/generated/*.ts. `--check` writes nothing and fails when a module is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { capabilityModules } from './generate-capability.ts';

const target = new URL('../src/generated/', import.meta.url);

// Each part of the package adds its own modules here: file name → text.
const modules: Record<string, string> = { ...capabilityModules() };

const stale = Object.entries(modules).filter(([file, text]) => read(file) !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`packages/matcher/src/generated/${file} is stale: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) writeFileSync(new URL(file, target), text);
  console.log(`matcher: ${stale.length} of ${Object.keys(modules).length} generated modules written`);
}

function read(file: string): string | undefined {
  const path = new URL(file, target);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
