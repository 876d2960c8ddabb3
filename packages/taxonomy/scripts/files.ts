import { z } from 'zod';
import { isItemCode } from '../src/code.ts';
import { catalogueCsv, csvwMetadata, dataPackage } from '../src/csv.ts';
import { currentEdition } from '../src/edition.ts';
import { examples } from '../src/examples.ts';
import { keywords } from '../src/keywords.ts';
import { neighbours } from '../src/neighbours.ts';
import { catalogueSchema } from '../src/schema.ts';

/** The files of generated/, by path: the catalogue for readers that do not run JavaScript. */
export function files(): Record<string, string> {
  const items = currentEdition.items.map((item) => {
    if (!isItemCode(item.code)) throw new Error(`${item.code} has no module`);
    return { ...item, keywords: keywords[item.code], examples: examples[item.code], neighbours: neighbours[item.code] };
  });
  return {
    'generated/catalogue.json': json({ ...currentEdition, items }),
    'generated/catalogue.schema.json': json(z.toJSONSchema(catalogueSchema)),
    'generated/catalogue.csv': catalogueCsv(),
    'generated/catalogue.csv-metadata.json': json(csvwMetadata()),
    'generated/datapackage.json': json(dataPackage()),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
