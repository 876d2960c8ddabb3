import { schemes } from '@aipower/registry';
import type { Language } from '../page/language.ts';
import { entityTypes } from './entity.ts';
import { MAX_BATCH } from './read-queries.ts';
import { reconcileWords as words } from './words.ts';

/** Under it lies version 0.2, and the 1.0 draft under `/v1`: the two manifests contradict each other. */
const ROOT = '/reconcile';

const PREVIEW = { width: 430, height: 320 } as const;

interface Told {
  readonly origin: string;
  readonly language: Language;
  readonly sample: boolean;
}

const common = ({ origin, language, sample }: Told) => ({
  name: sample ? words.sampleName[language] : words.name[language],
  documentation: `${origin}${language === 'en' ? '/en' : ''}/api#reconciliation`,
  logo: `${origin}/public/icon.svg`,
  defaultTypes: entityTypes.map((id) => ({ id, name: words.types[id][language] })),
});

/** Settings a person may choose for a column that is fetched. */
const settings = (language: Language) => {
  const { on, onHelp, scheme, schemeHelp, all } = words.settings;
  return [
    { id: 'on', name: on[language], help: onHelp[language], type: 'text', default: '' },
    {
      id: 'scheme',
      name: scheme[language],
      help: schemeHelp[language],
      type: 'select',
      default: 'all',
      choices: [
        { value: 'all', name: all[language] },
        ...schemes.map(({ id, shortName }) => ({ value: id as string, name: shortName[language] })),
      ],
    },
  ];
};

/** The manifest of version 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/). */
export function manifest02(told: Told) {
  const { origin, language } = told;
  const service = (kind: 'entity' | 'property' | 'type') => ({
    service_url: origin,
    service_path: `${ROOT}/suggest/${kind}`,
    flyout_service_url: origin,
    // The protocol's own placeholder, which the client fills in.
    flyout_service_path: `${ROOT}/flyout/${kind}?id=$\{id}`,
  });
  return {
    versions: ['0.1', '0.2'],
    ...common(told),
    identifierSpace: `${origin}${ROOT}/id/`,
    schemaSpace: `${origin}${ROOT}/type/`,
    view: { url: `${origin}${ROOT}/id/{{id}}` },
    preview: { url: `${origin}${ROOT}/preview?id={{id}}`, ...PREVIEW },
    suggest: { entity: service('entity'), property: service('property'), type: service('type') },
    extend: {
      propose_properties: { service_url: origin, service_path: `${ROOT}/extend/propose` },
      property_settings: settings(language).map(({ id, name, help, ...rest }) => ({
        name: id,
        label: name,
        help_text: help,
        ...rest,
      })),
    },
    batch_size: MAX_BATCH,
  };
}

/** The manifest of the 1.0 draft (https://reconciliation-api.github.io/specs/1.0-draft/). */
export function manifest10(told: Told) {
  const { origin, language } = told;
  return {
    versions: ['1.0-draft'],
    ...common(told),
    view: { url: `${origin}${ROOT}/id/{id}` },
    preview: PREVIEW,
    suggest: { entity: true, property: true, type: true },
    extend: {
      proposeProperties: true,
      propertySettings: settings(language).map(({ help, ...rest }) => ({ ...rest, helpText: help })),
    },
    batchSize: MAX_BATCH,
    standardizedScore: true,
    // The names of the register are Chinese, whatever the language of the reader.
    lang: 'zh-Hant',
    dir: 'ltr',
  };
}
