#!/usr/bin/env node
// Plain JavaScript on purpose: under an older Node this must still run, to say what is missing.
import { existsSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `aipower-applications needs Node 22.18 or newer; this is Node ${process.versions.node}. Install a newer Node and run it again.`,
  );
  process.exit(2);
}
const source = new URL('../src/cli/main.ts', import.meta.url);
// What is published has no source. In a checkout the source runs as it is, and so does that of the packages it imports: what was
// built there once, to be packed, may be older.
if (existsSync(source)) {
  const { registerHooks } = await import('node:module');
  registerHooks({
    resolve: (name, context, next) => next(name, { ...context, conditions: [...context.conditions, 'aipower:source'] }),
  });
  await import(source.href);
} else await import(new URL('../dist/cli/main.js', import.meta.url).href);
