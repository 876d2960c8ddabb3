import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';

/**
 * Measures what is measured, prints it, and writes it to `figures.json` and `figures.md` beside this file, each part with the
 * day it was measured. `npm run bench` runs all of it, `npm run bench -- site names` only those and leaves the others.
 */
const benches = [
  ['taxonomy', 'benchTaxonomy'],
  ['registry', 'benchRegistry'],
  ['matcher', 'benchMatcher'],
  ['names', 'benchNames'],
  ['programme', 'benchProgramme'],
  ['log', 'benchLog'],
  ['site', 'benchSite'],
  ['tools', 'benchTools'],
  ['soak', 'benchSoak'],
  ['hostile', 'benchHostile'],
  ['desk', 'benchDesk'],
  ['round', 'benchRound'],
] as const;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${benches.map(([name]) => name).join(', ')}.`);
  process.exit(1);
}

interface Part {
  readonly measuredOn: string;
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  readonly rows: readonly Row[];
}
const file = join(import.meta.dirname, 'figures.json');
const kept = (JSON.parse(readFileSync(file, 'utf8')) as { parts?: Record<string, Part> }).parts ?? {};
const measured: Record<string, Part> = {};
const machine = {
  measuredOn: new Date().toISOString().slice(0, 10),
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  node: process.versions.node,
};
for (const [name, exported] of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!existsSync(join(import.meta.dirname, `${name}.ts`))) {
    console.error(`test/bench/${name}.ts does not exist, so ${name} is not measured.`);
    process.exitCode = 1;
    continue;
  }
  const module = (await import(`./${name}.ts`)) as Record<string, () => Promise<Row[]>>;
  const rows = await module[exported]!();
  measured[name] = { ...machine, rows };
  console.log(`\n${name}\n${'-'.repeat(name.length)}`);
  for (const row of rows) console.log(line(row));
}

if (process.exitCode === undefined) {
  const parts = Object.fromEntries(
    benches.flatMap(([name]) => {
      const part = measured[name] ?? kept[name];
      return part ? [[name, part] as const] : [];
    }),
  );
  writeFileSync(file, `${JSON.stringify({ parts }, null, 2)}\n`);
  writeFileSync(join(import.meta.dirname, 'figures.md'), markdown(parts));
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

function markdown(parts: Readonly<Record<string, Part>>): string {
  const tables = Object.entries(parts).map(([name, { rows, measuredOn, cpu, cores, node }]) => {
    const cells = rows.map(
      (row) => `| ${[row.name, `${number(row.value)} ${row.unit}`, against(row), row.note ?? ''].join(' | ')} |`,
    );
    return `## ${name}\n\nMeasured on ${measuredOn}: ${cpu}, ${cores} cores, Node ${node}.\n\n| What | Figure | Beside | Note |\n|---|---|---|---|\n${cells.join('\n')}\n`;
  });
  return `# Figures of the last run of each part\n\nWritten by \`npm run bench\`.\n\n${tables.join('\n')}`;
}
