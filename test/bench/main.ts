import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';

/**
 * Measures everything that is measured, prints it, and writes `figures.json` and `figures.md` beside this file.
 * `npm run bench` runs all of it, `npm run bench -- site names` only those.
 */
const benches = [
  ['taxonomy', 'benchTaxonomy'],
  ['registry', 'benchRegistry'],
  ['matcher', 'benchMatcher'],
  ['names', 'benchNames'],
  ['site', 'benchSite'],
  ['tools', 'benchTools'],
  ['soak', 'benchSoak'],
] as const;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${benches.map(([name]) => name).join(', ')}.`);
  process.exit(1);
}

const measured: Record<string, readonly Row[]> = {};
for (const [name, exported] of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!existsSync(join(import.meta.dirname, `${name}.ts`))) {
    console.error(`test/bench/${name}.ts does not exist, so ${name} is not measured.`);
    process.exitCode = 1;
    continue;
  }
  const module = (await import(`./${name}.ts`)) as Record<string, () => Promise<Row[]>>;
  const rows = await module[exported]!();
  measured[name] = rows;
  console.log(`\n${name}\n${'-'.repeat(name.length)}`);
  for (const row of rows) console.log(line(row));
}

if (wanted.length === 0 && process.exitCode === undefined) {
  const machine = {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    node: process.versions.node,
  };
  writeFileSync(join(import.meta.dirname, 'figures.json'), `${JSON.stringify({ machine, measured }, null, 2)}\n`);
  writeFileSync(join(import.meta.dirname, 'figures.md'), markdown(machine));
  console.log('\nWritten to test/bench/figures.json and figures.md.');
}

/** Three figures that mean something, never a string of digits. */
function number(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

function against({ peer, peerValue, ratio }: Row): string {
  if (peerValue === undefined) return peer ?? '';
  return `${peer}: ${number(peerValue)}${ratio === undefined ? '' : ` (× ${number(ratio)})`}`;
}

function line(row: Row): string {
  const parts = [`${row.name}: ${number(row.value)} ${row.unit}`, against(row), row.note];
  return parts.filter(Boolean).join(' · ');
}

function markdown({ cpu, cores, node }: { cpu: string; cores: number; node: string }): string {
  const tables = Object.entries(measured).map(([name, rows]) => {
    const cells = rows.map(
      (row) => `| ${[row.name, `${number(row.value)} ${row.unit}`, against(row), row.note ?? ''].join(' | ')} |`,
    );
    return `## ${name}\n\n| What | Figure | Beside | Note |\n|---|---|---|---|\n${cells.join('\n')}\n`;
  });
  return `# Figures of the last run\n\nWritten by \`npm run bench\`. ${cpu}, ${cores} cores, Node ${node}.\n\n${tables.join('\n')}`;
}
