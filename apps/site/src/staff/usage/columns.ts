import type { Sheet } from '@aipower/registry';
import { usageColumnNames } from './generated/usage-columns.ts';

/** What a file of usage says of a day: whose, when, and how much in one of three units. */
export const usageFields = ['application', 'ubn', 'day', 'points', 'gpuHours', 'tokens'] as const;
export type UsageField = (typeof usageFields)[number];
/** Which column holds which field; null for none. */
export type UsageColumns = Readonly<Record<UsageField, number | null>>;

/** How these columns are called. Compared after NFKC, in lower case, without blanks, underscores, hyphens and brackets. */
const names: Readonly<Record<UsageField, readonly string[]>> = usageColumnNames;

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]|\(.*\)/g, '');

export function recognise({ header }: Pick<Sheet, 'header'>): UsageColumns {
  const heads = header.map(folded);
  const at = (field: UsageField) => {
    const found = heads.findIndex((head) => names[field].includes(head));
    return found < 0 ? null : found;
  };
  return Object.fromEntries(usageFields.map((field) => [field, at(field)])) as UsageColumns;
}
