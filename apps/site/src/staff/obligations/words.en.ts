import type { Widen } from '../../page/widen.ts';
import type { dutiesZh } from './words.zh.ts';

export const dutiesEn: Widen<typeof dutiesZh> = {
  title: 'Duties',
  lead: 'What companies hand in after their use. Being late is only reminded of; nothing follows by itself.',
  all: 'Show all',
  openOnly: 'Only what waits',
  what: 'Duty',
  none: 'Nothing waits at present.',
};
