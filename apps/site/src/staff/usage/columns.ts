import type { Sheet } from '@aipower/registry';

/** What a file of usage says of a day: whose, when, and how much in one of three units. */
export const usageFields = ['application', 'ubn', 'day', 'points', 'gpuHours', 'tokens'] as const;
export type UsageField = (typeof usageFields)[number];
/** Which column holds which field; null for none. */
export type UsageColumns = Readonly<Record<UsageField, number | null>>;

/** How these columns are called. Compared after NFKC, in lower case, without blanks, underscores and hyphens. */
const names: Readonly<Record<UsageField, readonly string[]>> = {
  application: ['收件編號', '申請編號', '案號', '申請案號', '專案編號', 'application', 'receiptno', 'project'],
  ubn: ['統一編號', '統編', '營利事業統一編號', 'ubn'],
  day: ['日期', '使用日期', '使用日', 'day', 'date'],
  points: ['點數', '使用點數', '扣點', 'points', 'usedpoints'],
  gpuHours: ['gpu小時', 'gpu時數', 'gpu使用時數', '使用時數', '時數', 'gpuhours', 'gpuhour', 'hours'],
  tokens: ['token', 'tokens', 'token數', '使用token數', 'token用量'],
};

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
