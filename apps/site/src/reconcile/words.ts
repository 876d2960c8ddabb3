import type { Bilingual } from '../page/language.ts';
import type { EntityType } from './entity.ts';

/** What a person reads in a reconciliation client; the facts come from the register. */
export const reconcileWords = {
  name: { zh: '人工智慧服務能量登錄（aipower）', en: 'AI service capability register of Taiwan (aipower)' },
  sampleName: { zh: '人工智慧服務能量登錄：虛構示範資料', en: 'AI service capability register: FICTIONAL SAMPLE' },
  types: {
    firm: { zh: '登錄業者', en: 'Registered provider' },
    certificate: { zh: '登錄證書', en: 'Certificate' },
    item: { zh: '服務項目', en: 'Catalogue item' },
  } satisfies Record<EntityType, Bilingual>,
  features: {
    number: { zh: '統一編號', en: '統一編號' },
    'special-name': { zh: '特取名稱', en: 'Distinctive part of the name' },
    business: { zh: '業務種類', en: 'Line of business' },
    organisation: { zh: '組織種類', en: 'Legal form' },
    place: { zh: '地名', en: 'Place' },
    'name-in-force': { zh: '為現名', en: 'Is the present name' },
    text: { zh: '文字相符程度', en: 'Fit of the text' },
    'certificate-number': { zh: '編號相符程度', en: 'Fit of the number' },
  } satisfies Record<string, Bilingual>,
  settings: {
    on: { zh: '基準日', en: 'Day to judge by' },
    onHelp: {
      zh: '民國或西元皆可，例如 115-07-01；不填則以今日為準。',
      en: 'ROC or AD, such as 2026-07-01; today when left blank.',
    },
    scheme: { zh: '登錄類別', en: 'Registration' },
    schemeHelp: { zh: '只看一類登錄。', en: 'Look at one registration only.' },
    all: { zh: '全部', en: 'All' },
  },
  fictional: { zh: '虛構示範資料，請勿引用。', en: 'Fictional sample: decide nothing on it.' },
  judgedOn: { zh: (day: string) => `基準日 ${day}`, en: (day: string) => `Reference date ${day}` },
  open: { zh: '無期限', en: 'no end' },
  none: { zh: '無證書', en: 'no certificate' },
} as const;
