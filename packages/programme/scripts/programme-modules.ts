/**
 * data/programmes/*.yml, data/model-origins.yml and data/tax-register.yml → src/generated/. Each programme passes `parseProgramme` here, so that
 * nothing has to be parsed when the package is loaded. A later year is a file more in data/programmes, and nothing else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ModelOrigins, parseModelOrigins } from '../src/model-origin/data.ts';
import { parseProgramme } from '../src/programme/parse-programme.ts';

const data = new URL('../../../data/', import.meta.url);

const header = (source: string) =>
  `// Generated from data/${source} by packages/programme/scripts/programme-modules.ts. Edit the data, then npm run generate.\n`;

const read = (path: string): unknown => parse(readFileSync(new URL(path, data), 'utf8'));

const word = z.string().min(1);
const taxRegister = z.looseObject({
  organisations: z.object({ branchWord: word, other: word, partWord: word }),
});

const simplified = Converter({ from: 'tw', to: 'cn' });

/** Chinese names of families in Simplified too, as their publishers write them. */
function bothScripts(origins: ModelOrigins): ModelOrigins {
  const organisations = origins.organisations.map((organisation) => ({
    ...organisation,
    families: [...new Set(organisation.families.flatMap((name) => [name, simplified(name)]))],
  }));
  return { ...origins, organisations };
}

/** File name in src/generated → its text. */
export function programmeModules(): Record<string, string> {
  const ids = readdirSync(new URL('programmes/', data))
    .filter((file) => file.endsWith('.yml'))
    .map((file) => file.replace('.yml', ''))
    .sort();
  const modules: Record<string, string> = {};
  for (const id of ids) {
    const programme = parseProgramme(read(`programmes/${id}.yml`));
    if (programme.id !== id) throw new Error(`data/programmes/${id}.yml says id ${programme.id}`);
    modules[`programme-${id}.ts`] = [
      header(`programmes/${id}.yml`),
      "import type { Programme } from '../programme/parse-programme.ts';\n",
      `export const programme${id}Data: Programme = ${JSON.stringify(programme, null, 1)};\n`,
    ].join('\n');
  }
  modules['programmes.ts'] = [
    header('programmes'),
    "import type { Programme } from '../programme/parse-programme.ts';",
    ...ids.map((id) => `import { programme${id}Data } from './programme-${id}.ts';`),
    `\nexport const programmeData: readonly Programme[] = [${ids.map((id) => `programme${id}Data`).join(', ')}];\n`,
  ].join('\n');
  modules['model-origins.ts'] = [
    header('model-origins.yml'),
    "import type { ModelOrigins } from '../model-origin/data.ts';\n",
    `export const modelOriginData: ModelOrigins = ${JSON.stringify(bothScripts(parseModelOrigins(read('model-origins.yml'))), null, 1)};\n`,
  ].join('\n');
  const { organisations } = taxRegister.parse(read('tax-register.yml'));
  modules['organisations.ts'] = [
    header('tax-register.yml'),
    '/** Words of the kinds of organisation that the tax register prints. */',
    `export const organisationWords = ${JSON.stringify(organisations)} as const;\n`,
  ].join('\n');
  return modules;
}
