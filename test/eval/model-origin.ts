/** Model names → listed, forbidden or for the organiser: how many answers are right, beside comparing names letter for letter. */
import { existsSync, readFileSync } from 'node:fs';
import { type ModelDescription, modelOrigin, programme115 } from '@aipower/programme';
import { parse } from 'yaml';
import type { Evaluation } from './evaluation.ts';
import { interval } from './interval.ts';
import { table } from './table.ts';

interface ModelCase {
  readonly model: ModelDescription;
  readonly answer: string;
  readonly split?: 'tuning' | 'held';
}

const cases = (): ModelCase[] =>
  parse(readFileSync(new URL('../cases/model-origin/models.yml', import.meta.url), 'utf8')) as ModelCase[];

const file = 'figures-model-origin.json';
const columns = ['cases', 'right', 'listedMissed', 'milder'] as const;
type Figures = Record<(typeof columns)[number], number>;

/** From the strictest answer to the mildest. */
const mildness = ['forbidden', 'ask-organiser', 'listed'];

function figuresOf(rows: readonly { wanted: string; said: string }[]): Figures {
  const right = rows.filter(({ wanted, said }) => wanted === said).length;
  return {
    cases: rows.length,
    right: rows.length === 0 ? 1 : Math.round((right / rows.length) * 1000) / 1000,
    listedMissed: rows.filter(({ wanted, said }) => wanted === 'listed' && said !== 'listed').length,
    milder: rows.filter(({ wanted, said }) => mildness.indexOf(said) > mildness.indexOf(wanted)).length,
  };
}

/** What one gets by looking a name up in the printed lists, and by the name of a Chinese family anywhere in it. */
function lookedUp({ name, base }: ModelDescription): string {
  const printed = programme115.modelLists.flatMap(({ models }) => models.map((model) => model.name.toLowerCase()));
  const shown = (name ?? base ?? '').toLowerCase();
  if (printed.includes(shown)) return 'listed';
  return /qwen|deepseek|kimi|glm|minimax|baichuan|internlm|yi-|ernie|hunyuan/.test(shown)
    ? 'forbidden'
    : 'ask-organiser';
}

export function evalModelOrigin(): Evaluation {
  const rows = cases().map(({ model, answer, split }) => ({
    split,
    wanted: answer,
    said: modelOrigin(programme115, model).answer as string,
    peer: lookedUp(model),
  }));
  const measured: Record<string, Record<string, number>> = {
    overall: { ...figuresOf(rows) },
    'split: tuning': { ...figuresOf(rows.filter(({ split }) => split === 'tuning')) },
    'split: held': { ...figuresOf(rows.filter(({ split }) => split === 'held')) },
  };
  const path = new URL(file, import.meta.url);
  const committed = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Figures>) : {};
  const falls = Object.entries(committed).flatMap(([kind, before]) =>
    (measured[kind]?.right ?? 0) < before.right
      ? [`${kind}: right ${before.right} before, ${measured[kind]?.right} now`]
      : [],
  );
  const report = (): string => {
    const peer = figuresOf(rows.map(({ wanted, peer: said }) => ({ wanted, said })));
    const all = [...Object.entries(measured), ['peer: names as printed, some families', peer] as const];
    const right = rows.filter(({ wanted, said }) => wanted === said).length;
    return [
      table(
        ['kind', ...columns],
        all.map(([kind, row]) => [
          kind,
          ...columns.map((column) => (column === 'right' ? row[column]! : String(row[column]))),
        ]),
      ),
      `overall: right ${interval(right, rows.length)}`,
    ].join('\n');
  };
  return { title: 'Model names → where a model is from', report, file, measured, falls };
}
