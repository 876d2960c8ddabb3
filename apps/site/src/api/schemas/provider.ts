import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { certificate, certificateSummary } from './certificate.ts';

const providerFields = {
  ubn: z.string().meta(describe({ zh: '統一編號。', en: '統一編號.' })),
  name: z.string().meta(describe({ zh: '現名。', en: 'Present name.' })),
  nameEn: z
    .string()
    .nullable()
    .meta(describe({ zh: '英文名稱；清單未載明時為 null。', en: 'English name, where the list prints one.' })),
  formerNames: z.array(z.string()).meta(describe({ zh: '曾用名稱，由舊到新。', en: 'Earlier names, oldest first.' })),
  city: z
    .string()
    .nullable()
    .meta(describe({ zh: '縣市；未載明時為 null。', en: 'City or county, where printed.' })),
  url: z.string().meta(describe({ zh: '業者網頁。', en: 'The provider’s page.' })),
};

export const providerSummary = named(
  'ProviderSummary',
  z
    .strictObject({ ...providerFields, certificates: z.array(certificateSummary) })
    .meta(describe({ zh: '清單中的業者。', en: 'A provider as a list shows it.' })),
);

export const provider = named(
  'Provider',
  z
    .strictObject({
      ...providerFields,
      headOfficeUbn: z
        .string()
        .nullable()
        .meta(describe({ zh: '總機構統一編號；分支機構才有。', en: 'Set when this is a branch.' })),
      predecessorUbn: z
        .string()
        .nullable()
        .meta(describe({ zh: '前身業者統一編號。', en: 'The firm it took over from.' })),
      successorUbn: z
        .string()
        .nullable()
        .meta(describe({ zh: '承受業者統一編號。', en: 'The firm that took over.' })),
      warnings: z.array(z.string()).meta(
        describe({
          zh: '清單原文有疑義但仍保留之處，例如 ubn-checksum。',
          en: 'What the official row got wrong and the register kept, such as ubn-checksum.',
        }),
      ),
      certificates: z.array(certificate),
    })
    .meta(describe({ zh: '業者與其全部證書。', en: 'A provider with every certificate it holds or held.' })),
);
