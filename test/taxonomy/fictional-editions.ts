import { type Change, compareCodes, type Edition, edition112, type Item } from '@aipower/taxonomy';

/** Two later editions that do not exist, to prove what happens when one comes. */
const text = (zh: string) => ({ zh: `${zh}（虛構）`, en: `${zh} (fictional)` });

function item(code: string): Item<string> {
  const [tier = '', group = ''] = code.split('.');
  const common = { title: text(code), definition: text(code), requirements: [], exclusions: [] };
  return { level: 'item', code, tier, group: `${tier}.${group}`, ...common };
}

function next(before: Edition, id: string, gone: string[], fresh: string[], changes: Change[]): Edition {
  const kept = before.items.filter(({ code }) => !gone.includes(code));
  return {
    ...before,
    id,
    title: text(id),
    issuer: text('示範機關'),
    previous: before.id,
    changes,
    items: [...kept, ...fresh.map(item)].sort((a, b) => compareCodes(a.code, b.code)),
  };
}

export const fictional = next(
  edition112,
  'fictional-a',
  ['4.14.4'],
  ['4.2.12'],
  [
    { from: ['4.2.7'], to: ['4.2.7', '4.2.12'], note: text('文字與語音客服分列') },
    { from: ['4.6.1', '4.6.2'], to: ['4.6.1'], note: text('合併') },
    { from: ['4.6.3'], to: ['4.6.2'], note: text('移列') },
    { from: [], to: ['4.6.3'], note: text('新增') },
    { from: ['4.14.4'], to: [], note: text('刪除') },
  ],
);

export const later = next(
  fictional,
  'fictional-b',
  ['4.6.2', '4.2.7'],
  ['4.6.4'],
  [
    { from: ['4.6.2'], to: ['4.6.4'] },
    { from: ['4.2.7'], to: [] },
  ],
);
