#!/usr/bin/env node
// Plain JavaScript on purpose: under an older Node this must still run, to say what is missing.
import { existsSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `aipower-receipt needs Node 22.18 or newer; this is Node ${process.versions.node}. Install a newer Node and run it again.`,
  );
  process.exit(2);
}
const source = new URL('../src/cli/main.ts', import.meta.url);
// In a checkout the source runs as it is: what was built there once, to be packed, may be older. Node strips no types in node_modules.
const isCheckout = existsSync(source) && !source.pathname.includes('/node_modules/');
await import((isCheckout ? source : new URL('../dist/cli/main.js', import.meta.url)).href);
