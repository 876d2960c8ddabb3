import type { Widen } from '../page/widen.ts';
import type { catalogueZh } from './words.zh.ts';

export const catalogueEn: Widen<typeof catalogueZh> = {
  title: 'Catalogue of service items',
  lead: 'Of the AI technology service registration, announced by the Administration for Digital Industries in ROC year 112 (2023): 4 tiers, 23 groups, 87 items.',
  definition: 'Definition (official Chinese)',
  definitionEnglish: 'Definition in English',
  requirement: 'requirement',
  exclusion: 'exclusion',
  requirements: 'A provider must',
  exclusions: 'Not counted',
  neighbours: 'Easily confused with',
  registered: 'Registered providers',
  registeredUnknown: 'The list is not loaded: not known.',
  registeredNone: 'None at present.',
  nearFirms: 'Providers of similar items',
  nearBecause: (item) => item,
  until: (day: string) => `until ${day}`,
  registeredAll: (n: number) => `See the list (${n})`,
  within: 'Part of',
  permanent: 'Permanent address',
  branch: (title: string, n: number) =>
    `${title}: ${n === 1 ? '1 AI service item' : `${n} AI service items`}, each with its official definition and the providers validly registered today.`,
  itemsIn: (n: number) => (n === 1 ? '1 item' : `${n} items`),
};
