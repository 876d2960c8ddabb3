import type { Register } from '@aipower/registry';
import { childrenOf, getItem, type ItemCode, parentOf } from '@aipower/taxonomy';
import { neighbours } from '@aipower/taxonomy/neighbours';
import type { Visit } from '../page/page.ts';

/** A firm with a valid registration of an item near to the one that nobody has, and that item. */
export interface NearFirm {
  readonly ubn: string;
  readonly name: string;
  readonly city: string | null;
  /** The reason: what the firm is registered for. */
  readonly because: string;
}

const most = 4;
const each = 2;

/** Firms whose capability is close to an item that no firm has: of the items it is confused with, then of its group. */
export function nearFirms(code: ItemCode, register: Register, { today, language }: Visit): NearFirm[] {
  const near = [...neighbours[code].map((one) => one.code), ...childrenOf(parentOf(code)).map((one) => one.code)];
  const found = new Map<string, NearFirm>();
  for (const item of new Set(near)) {
    if (item === code || found.size >= most) continue;
    const { providers } = register.providers({ on: today, item: [item], state: ['valid'], perPage: each });
    for (const { ubn, name, city } of providers) {
      const because = `${item} ${getItem(item).title[language]}`;
      if (!found.has(ubn) && found.size < most) found.set(ubn, { ubn, name, city, because });
    }
  }
  return [...found.values()];
}
