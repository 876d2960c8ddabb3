import { groups, items, tiers } from '@aipower/taxonomy';
import type { Visit } from '../../page/page.ts';

const titles = new Map([...tiers, ...groups, ...items].map(({ code, title }) => [code as string, title]));

/** Whether the catalogue has an item, a group or a tier of this code. */
export const isCode = (code: string): boolean => titles.has(code);

export const itemName = (code: string, { language }: Visit) => {
  const title = titles.get(code);
  return title ? `${code} ${title[language]}` : code;
};
